import { Flow } from '../../../model/flow';
import { Cidr } from '../../../values/cidr';
import { FlowEnd } from '../../../values/flow-end';
import { Selector } from '../../../values/selector';
import { lookAlikes, matchingLabels } from '../../labels-for-selector';
import { ProbeCluster } from '../../probe-cluster';
import { ProbeSet } from '../../probe-set';

const OUTSIDE = [FlowEnd.address('203.0.113.10'), FlowEnd.address('2001:db8:ffff::10')];
const NEAR = [FlowEnd.address('169.254.169.253'), FlowEnd.address('fd00:ec2::253')];

/** Pods with and without labels, a policy that allows everything, and one that denies everything: the first opens nothing, the second stays. */
export function blockMetadataAddressProbes(nets: readonly Cidr[], exceptNamespaces: readonly string[], exceptPods: Selector | undefined): ProbeSet[] {
  const metadata = nets.map(({ firstAddress }) => FlowEnd.address(firstAddress));
  const tryAll = (pods: readonly FlowEnd[], ends: readonly FlowEnd[]): Flow[] =>
    pods.flatMap((source) => ends.map((destination) => ({ source, destination, destinationPort: 80 })));
  const cluster = (): ProbeCluster => new ProbeCluster()
    .addNamespace('shop', { 'projectcalico.org/name': 'kube-system', 'name': 'kube-system' })
    .addNamespace('shop-other')
    .addPod('shop', 'web', { labels: { app: 'web' }, ips: ['10.0.0.1', 'fd00::1'] })
    .addPod('shop', 'bare', { ips: ['10.0.0.2', 'fd00::2'] })
    .addPod('shop-other', 'bare', { ips: ['10.0.1.2', 'fd00::1:2'] });
  const blocked = [FlowEnd.pod('shop', 'web'), FlowEnd.pod('shop', 'bare'), FlowEnd.pod('shop-other', 'bare')];
  const open = cluster().addObject({
    apiVersion: 'projectcalico.org/v3',
    kind: 'GlobalNetworkPolicy',
    metadata: { name: 'allow-all' },
    spec: { order: -1000, types: ['Ingress', 'Egress'], ingress: [{ action: 'Allow' }], egress: [{ action: 'Allow' }] },
  });
  const excepted: FlowEnd[] = [];
  for (const [index, namespace] of exceptNamespaces.entries()) {
    open.addNamespace(namespace).addPod(namespace, 'system', { ips: [`10.0.9.${index + 1}`, `fd00::9:${index + 1}`] });
    excepted.push(FlowEnd.pod(namespace, 'system'));
  }
  if (exceptPods) {
    open.addPod('shop', 'excepted', { labels: matchingLabels(exceptPods), ips: ['10.0.0.3', 'fd00::3'] });
    excepted.push(FlowEnd.pod('shop', 'excepted'));
    for (const [index, labels] of lookAlikes(exceptPods).entries()) {
      open.addPod('shop', `look-alike-${index}`, { labels, ips: [`10.0.2.${index + 1}`, `fd00::2:${index + 1}`] });
      blocked.push(FlowEnd.pod('shop', `look-alike-${index}`));
    }
  }
  const closed = cluster().addObject({
    apiVersion: 'projectcalico.org/v3',
    kind: 'NetworkPolicy',
    metadata: { name: 'default-deny', namespace: 'shop' },
    spec: { types: ['Ingress', 'Egress'] },
  });
  return [{
    name: 'beside a policy that allows everything',
    cluster: open,
    mustAllow: [
      ...tryAll([blocked[0]], [...OUTSIDE, ...NEAR, FlowEnd.pod('shop-other', 'bare')]),
      { source: blocked[1], destination: blocked[2], protocol: 'UDP', destinationPort: 53 },
      ...tryAll(excepted.slice(0, 2), metadata),
      ...tryAll(excepted.slice(2), metadata.slice(0, 1)),
    ],
    mustDeny: [
      ...tryAll(blocked, metadata),
      ...metadata.map((destination) => ({ source: blocked[1], destination, protocol: 'UDP', destinationPort: 53 })),
    ],
  }, {
    name: 'beside a default deny, which still holds for the rest',
    cluster: closed,
    mustAllow: tryAll([FlowEnd.pod('shop-other', 'bare')], OUTSIDE),
    mustDeny: tryAll([FlowEnd.pod('shop', 'web')], [...metadata, ...OUTSIDE]),
  }];
}
