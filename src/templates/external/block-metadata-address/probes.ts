import { Flow } from '../../../model/flow';
import { Cidr } from '../../../values/cidr';
import { FlowEnd } from '../../../values/flow-end';
import { Selector } from '../../../values/selector';
import { lookAlikes, matchingLabels } from '../../labels-for-selector';
import { OUTSIDE, ProbeScene } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';

const NEAR = [FlowEnd.address('169.254.169.253'), FlowEnd.address('fd00:ec2::253')];

/** Namespaces whose pods are kept away: the only ones, or all but some. */
export interface BlockedNamespaces {
  readonly only: readonly string[] | undefined;
  readonly except: readonly string[];
}

/**
 * Pods with and without labels, a namespace that poses as one of the system's, and nodes; beside a policy that allows everything, which
 * opens nothing, and beside one that denies everything, which still holds.
 */
export function blockMetadataAddressProbes(nets: readonly Cidr[], { only, except }: BlockedNamespaces, exceptPods: Selector | undefined): ProbeSet[] {
  const [shop, other] = only ? [only[0], only[only.length - 1]] : ['shop', 'shop-other'];
  const exceptNamespaces = only ? [`${shop}-elsewhere`, 'kube-system'] : except;
  const metadata = nets.map(({ firstAddress }) => FlowEnd.address(firstAddress));
  const tryAll = (pods: readonly FlowEnd[], ends: readonly FlowEnd[]): Flow[] =>
    pods.flatMap((source) => ends.map((destination) => ({ source, destination, destinationPort: 80 })));
  const open = sceneOf(shop, other);
  const { scene, web, bare, neighbour } = open;
  const blocked = [web, bare, neighbour, ...exceptPods ? lookAlikes(exceptPods).map((labels) => scene.pod(shop, 'alike', { labels })) : []];
  const excepted = [
    ...exceptPods ? [scene.pod(shop, 'excepted', { labels: matchingLabels(exceptPods) })] : [],
    ...exceptNamespaces.map((namespace) => scene.pod(namespace, 'system')),
  ];
  scene.globalPolicy('allow-all', { order: -1000, types: ['Ingress', 'Egress'], ingress: [{ action: 'Allow' }], egress: [{ action: 'Allow' }] });
  const closed = sceneOf(shop, 'far-away');
  closed.scene.policy(shop, 'default-deny', { types: ['Ingress', 'Egress'] });
  const nodes = new ProbeScene();
  const node = nodes.hostEndpoint('node-a');
  return [{
    name: 'beside a policy that allows everything',
    cluster: scene.cluster,
    mustAllow: [
      ...tryAll([web], [...OUTSIDE, ...NEAR, neighbour]),
      { source: bare, destination: neighbour, protocol: 'UDP', destinationPort: 53 },
      ...tryAll(excepted.slice(0, 2), metadata),
      ...tryAll(excepted.slice(2), metadata.slice(0, 1)),
    ],
    mustDeny: [
      ...tryAll(blocked, metadata),
      ...metadata.map((destination) => ({ source: bare, destination, protocol: 'UDP', destinationPort: 53 })),
    ],
  }, {
    name: 'beside a default deny',
    cluster: closed.scene.cluster,
    mustAllow: tryAll([closed.neighbour], OUTSIDE),
    mustDeny: tryAll([closed.web], [...metadata, ...OUTSIDE]),
  }, {
    name: 'nodes with host endpoints',
    cluster: nodes.cluster,
    mustAllow: tryAll([node], [...metadata, ...OUTSIDE]),
  }];
}

interface BlockedScene {
  readonly scene: ProbeScene;
  readonly web: FlowEnd;
  readonly bare: FlowEnd;
  readonly neighbour: FlowEnd;
}

function sceneOf(shop: string, other: string): BlockedScene {
  const scene = new ProbeScene().namespace(shop, { 'projectcalico.org/name': 'kube-system', 'name': 'kube-system' });
  return { scene, web: scene.pod(shop, 'web', { labels: { app: 'web' } }), bare: scene.pod(shop, 'bare'), neighbour: scene.pod(other, 'neighbour') };
}
