import { Selector } from '../../../values/selector';
import { ClusterDns } from '../../cluster-dns';
import { addDns, dnsFlows, notDnsFlows } from '../../dns-probes';
import { lookAlikes, matchingLabels } from '../../labels-for-selector';
import { flowsBetween, OUTSIDE, ProbeScene } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';

interface Options {
  readonly namespace: string;
  readonly serviceAccounts: Selector;
  readonly allowDns?: boolean;
  readonly dns?: ClusterDns;
}

/** Pods of the group, of service accounts with nearly its labels, of other namespaces, DNS, pods on the network of a node, and the outside. */
export function guardedServiceAccountsProbes({ namespace, serviceAccounts, allowDns = true, dns }: Options): ProbeSet[] {
  const labels = matchingLabels(serviceAccounts);
  const scene = new ProbeScene().serviceAccount(namespace, 'group', labels).serviceAccount('elsewhere', 'group', labels).serviceAccount(namespace, 'default');
  const servers = addDns(scene, dns);
  const members = [scene.pod(namespace, 'member', { serviceAccount: 'group' }), scene.pod(namespace, 'member', { serviceAccount: 'group' })];
  const strangers = [
    scene.pod(namespace, 'labelled', { labels }),
    scene.pod('elsewhere', 'member', { serviceAccount: 'group' }),
    ...lookAlikes(serviceAccounts).map((alike, index) => {
      scene.serviceAccount(namespace, `alike-${index}`, alike);
      return scene.pod(namespace, 'alike', { serviceAccount: `alike-${index}` });
    }),
  ];
  const outside = [...scene.hostPod(namespace, 'host-networked', labels), ...OUTSIDE];
  const web = { destinationPort: 8080 };
  return [{
    name: 'a group of service accounts among others',
    cluster: scene.cluster,
    mustAllow: [
      ...flowsBetween(members.slice(0, 1), members.slice(1), web),
      ...flowsBetween(strangers, OUTSIDE, web),
      ...allowDns ? dnsFlows(members, servers.meant, dns) : [],
    ],
    mustDeny: [
      ...flowsBetween(members.slice(0, 1), [...strangers, ...outside], web),
      ...flowsBetween([...strangers, ...outside], members.slice(0, 1), web),
      ...notDnsFlows(members.slice(0, 1), servers, dns),
      ...allowDns ? [] : dnsFlows(members.slice(0, 1), servers.meant, dns),
    ],
  }];
}
