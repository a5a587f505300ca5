import { CalicoMetricsProps } from './metrics-props';
import { KUBE_CONTROLLERS, SCRAPERS } from './metrics-targets';
import { FlowEnd } from '../../values/flow-end';
import { Port } from '../../values/port';
import { lookAlikes, matchingLabels } from '../labels-for-selector';
import { portOf } from '../port-of';
import { OUTSIDE, ProbeScene } from '../probe-scene';

/** Nodes and kube-controllers, each with the ports of its metrics, and who may or may not read them. */
export interface MetricsScene {
  readonly scene: ProbeScene;
  readonly targets: readonly { readonly end: FlowEnd; readonly ports: readonly number[] }[];
  readonly scrapers: readonly FlowEnd[];
  readonly strangers: readonly FlowEnd[];
}

export function metricsScene(props: CalicoMetricsProps, isOpen: boolean): MetricsScene {
  const { scrapers = SCRAPERS, scraperNamespaces, scraperNets = [], hosts, namespace = 'calico-system' } = props;
  const scene = new ProbeScene().namespace('monitoring', matchingLabels(scraperNamespaces));
  const number = (port: Port | undefined, otherwise: number): number => port ? portOf(port) : otherwise;
  const labels = matchingLabels(scrapers);
  const node = scene.hostEndpoint('node-a', hosts ? matchingLabels(hosts) : {}, isOpen);
  return {
    scene,
    targets: [
      { end: node, ports: [number(props.felixPort, 9091), number(props.typhaPort, 9093)] },
      {
        end: scene.pod(namespace, 'kube-controllers', { labels: matchingLabels(KUBE_CONTROLLERS), node: 'node-a' }),
        ports: [number(props.kubeControllersPort, 9094)],
      },
    ],
    scrapers: [
      scene.pod('monitoring', 'prometheus', { labels, node: 'elsewhere' }),
      ...scraperNets.map(({ lastAddress }) => FlowEnd.address(lastAddress)),
    ],
    strangers: [
      ...lookAlikes(scrapers).map((alike) => scene.pod('monitoring', 'alike', { labels: alike, node: 'elsewhere' })),
      ...lookAlikes(scraperNamespaces).map((alike, index) => scene.namespace(`other-${index}`, alike).pod(`other-${index}`, 'posing', { labels, node: 'elsewhere' })),
      ...scene.networkSet('monitoring', 'posing', labels, ['203.0.113.0/24', '2001:db8:ffff::/64']).node('posing', labels),
      ...OUTSIDE,
    ],
  };
}
