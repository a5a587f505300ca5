import { Selector } from '../../../values/selector';
import { lookAlikes, matchingLabels } from '../../labels-for-selector';
import { flowsBetween, OUTSIDE, ProbeScene } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { AppTemplateProps } from '../app-template-props';

type Options = AppTemplateProps & { readonly namespaces?: Selector };

/** Pods, DNS pods, nodes, and the outside, also where network sets of namespaces hold its addresses; beside a default deny and alone. */
export function denyExternalEgressProbes(props: Options): ProbeSet[] {
  return [probes('beside a default deny', props, true), probes('alone: other pods stay open', props, false)];
}

function probes(name: string, { namespace, app, namespaces = Selector.all() }: Options, isClosed: boolean): ProbeSet {
  const scene = new ProbeScene().namespace('meant', matchingLabels(namespaces));
  const { meant: apps, others } = scene.podsOf(namespace, 'app', app);
  const pods = [scene.pod('meant', 'api', { labels: { app: 'api' } }), scene.pod('meant', 'coredns', { labels: { 'k8s-app': 'kube-dns' } })];
  const elsewhere = lookAlikes(namespaces).map((labels, index) => scene.namespace(`other-${index}`, labels).pod(`other-${index}`, 'api'));
  const nodes = scene.hostPod('meant', 'host-networked');
  scene.networkSet('meant', 'partners', { app: 'api' }, ['203.0.113.0/24', '2001:db8:ffff::/64']);
  if (isClosed) {
    scene.policy(namespace, 'default-deny', { types: ['Egress'] });
  }
  return {
    name,
    cluster: scene.cluster,
    mustAllow: [
      ...flowsBetween(apps, pods, { destinationPort: 8080 }),
      ...['UDP', 'TCP'].flatMap((protocol) => flowsBetween(apps, pods.slice(1), { protocol, destinationPort: 53 })),
      ...isClosed ? [] : flowsBetween(others, OUTSIDE, { destinationPort: 443 }),
      ...flowsBetween(pods, isClosed ? OUTSIDE : apps, { destinationPort: 443 }),
    ],
    mustDeny: [
      ...flowsBetween(apps, [...OUTSIDE, ...nodes, ...elsewhere], { destinationPort: 443 }),
      ...flowsBetween(apps, OUTSIDE, { protocol: 'UDP', destinationPort: 53 }),
      ...flowsBetween(apps, OUTSIDE, { destinationPort: 53 }),
      ...flowsBetween(apps, OUTSIDE.slice(0, 1), { protocol: 'ICMP', icmpType: 8 }),
    ],
  };
}
