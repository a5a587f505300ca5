import fc from 'fast-check';
import { JsonObject } from '../../../src/core/manifests';

/*
 * Small clusters in which everything meets: two namespaces, few labels, few blocks, three tiers. Objects are as users write them.
 */

export interface RandomCluster {
  readonly objects: readonly JsonObject[];
  readonly pods: readonly PodParts[];
  readonly flows: readonly RandomFlow[];
}

export interface PodParts {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly account: string;
  readonly addresses: readonly string[];
  readonly port: { readonly name: string; readonly port: number; readonly protocol: string };
}

export interface RandomFlow {
  /** Index of a pod, or an address. */
  readonly source: number | string;
  readonly destination: number | string;
  readonly protocol: string;
  readonly destinationPort: number | undefined;
  readonly sourcePort: number | undefined;
  readonly icmpType: number | undefined;
  readonly icmpCode: number | undefined;
}

const NAMESPACES = ['a', 'b'];
const BLOCKS_4 = ['10.0.0.0/8', '10.0.1.0/24', '10.0.0.2/32', '203.0.113.0/24', '203.0.113.0/25', '0.0.0.0/0'];
const BLOCKS_6 = ['fd00::/16', 'fd00::2/128', '2001:db8::/32', '::/0'];
const OUTSIDE = ['203.0.113.10', '203.0.113.200', '198.51.100.1'];
const PORTS = [53, 80, 443, 8080];

const selector = fc.constantFrom(
  'all()', "app == 'x'", "app != 'x'", "app in {'x', 'y'}", "role not in {'f'}", 'has(role)', '!has(app)', "app == 'x' || role == 'f'",
  "app == 'x' && !(role == 'f')", "feed == 't'", "projectcalico.org/namespace == 'a'", "!(app in {'y'})", "app contains 'x' && has(app)",
);
const namespaceSelector = fc.constantFrom(
  'all()', 'global()', "team == 'red'", "projectcalico.org/name == 'b'", '!has(team)', "kubernetes.io/metadata.name in {'a'}", "team == 'red' || has(env)",
);
const accountSelector = fc.constantFrom('all()', "sa == 'm'", '!has(sa)', "projectcalico.org/name == 'one'");
const labelSelector = fc.constantFrom<JsonObject>(
  {}, { matchLabels: { app: 'x' } }, { matchExpressions: [{ key: 'role', operator: 'Exists' }] },
  { matchLabels: { app: 'y' }, matchExpressions: [{ key: 'role', operator: 'NotIn', values: ['f', 'g'] }] },
  { matchExpressions: [{ key: 'app', operator: 'In', values: ['x', 'z'] }] }, { matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] },
);
const namespaceLabels = fc.constantFrom<JsonObject>({}, { matchLabels: { team: 'red' } }, { matchLabels: { 'kubernetes.io/metadata.name': 'b' } });

/** Leaves some keys out. */
function some<T extends object>(parts: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<JsonObject> {
  return fc.record(parts, { requiredKeys: [] }) as fc.Arbitrary<JsonObject>;
}

const portTexts = fc.uniqueArray(fc.constantFrom<number | string>(80, 443, '8080', '50:100', '1:65535', 'http', 'dns'), { minLength: 1, maxLength: 3 });
const blocks = fc.oneof(
  { weight: 5, arbitrary: fc.uniqueArray(fc.constantFrom(...BLOCKS_4), { minLength: 1, maxLength: 2 }) },
  fc.uniqueArray(fc.constantFrom(...BLOCKS_4, ...BLOCKS_6), { minLength: 1, maxLength: 3 }),
);

const peer = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  { weight: 2, arbitrary: selector.map((one) => ({ selector: one })) },
  some({
    selector,
    notSelector: selector,
    namespaceSelector,
    nets: blocks,
    notNets: blocks,
    serviceAccounts: some({ names: fc.constantFrom(['one'], ['one', 'two']), selector: accountSelector }),
  }),
);

const action = fc.constantFrom('Allow', 'Allow', 'Deny', 'Pass', 'Log');

/** A protocol, and what only that protocol can ask. */
const matchOfProtocol = fc.oneof(
  fc.constant({ rule: {}, ports: {} }),
  fc.constantFrom('TCP', 'UDP', 47, 'ICMP', 6).map((protocol) => ({ rule: { notProtocol: protocol }, ports: {} })),
  fc.tuple(fc.constantFrom('TCP', 'UDP', 'SCTP', 6), some({ ports: portTexts, notPorts: portTexts })).map(([protocol, ports]) => ({ rule: { protocol }, ports })),
  some({ icmp: some({ type: fc.constantFrom(3, 8), code: fc.constantFrom(0, 1) }), notICMP: fc.record({ type: fc.constantFrom(3, 8) }) })
    .map((icmp) => ({ rule: { protocol: 'ICMP', ...icmp }, ports: {} })),
);

const rule = fc.tuple(action, matchOfProtocol, peer, peer, fc.constantFrom(undefined, undefined, undefined, 4, 6))
  .map(([chosen, { rule: match, ports }, source, destination, ipVersion]): JsonObject => ({
    action: chosen, ...match, source, destination: { ...destination, ...ports }, ...(ipVersion && { ipVersion }),
  }));

const tier = fc.constantFrom(undefined, undefined, 'default', 'early', 'late', 'nobody');
const order = fc.constantFrom(undefined, undefined, 1, 1000, 2000);
const types = fc.constantFrom<string[] | undefined>(undefined, ['Ingress'], ['Egress'], ['Ingress', 'Egress']);
const rules = fc.array(rule, { maxLength: 3 });

const calicoPolicy = fc.tuple(
  fc.constantFrom('NetworkPolicy', 'NetworkPolicy', 'GlobalNetworkPolicy', 'GlobalNetworkPolicy', 'StagedNetworkPolicy', 'StagedGlobalNetworkPolicy'),
  fc.constantFrom(...NAMESPACES), tier, order, types, some({ selector, serviceAccountSelector: accountSelector, ingress: rules, egress: rules }),
  fc.option(namespaceSelector.filter((one) => one !== 'global()'), { nil: undefined }), fc.constantFrom(undefined, undefined, undefined, 'doNotTrack', 'preDNAT'),
).map(([kind, namespace, tierName, orderNumber, typeNames, spec, namespaces, flag]) => {
  const isGlobal = kind.includes('Global');
  return (name: string): JsonObject => ({
    apiVersion: 'projectcalico.org/v3',
    kind,
    metadata: { name, ...(!isGlobal && { namespace }) },
    spec: JSON.parse(JSON.stringify({
      ...spec,
      tier: tierName,
      order: orderNumber,
      types: typeNames,
      ...(isGlobal && { namespaceSelector: namespaces }),
      ...(isGlobal && flag && { [flag]: true, applyOnForward: true }),
    })),
  });
});

const kubernetesPort = some({ protocol: fc.constantFrom('TCP', 'UDP'), port: fc.constantFrom<number | string>(80, 443, 'http') })
  .chain((port) => fc.constantFrom(port, typeof port.port === 'number' ? { ...port, endPort: 9000 } : port));
const kubernetesPeer = fc.oneof(
  some({ podSelector: labelSelector, namespaceSelector: namespaceLabels }).filter((one) => Object.keys(one).length > 0),
  fc.tuple(fc.constantFrom(...BLOCKS_4), fc.uniqueArray(fc.constantFrom(...BLOCKS_4), { maxLength: 1 }))
    .map(([cidr, except]) => ({ ipBlock: { cidr, ...(except.length > 0 && { except }) } })),
);
const kubernetesRules = (key: string): fc.Arbitrary<JsonObject[]> =>
  fc.array(some({ [key]: fc.array(kubernetesPeer, { maxLength: 2 }), ports: fc.array(kubernetesPort, { maxLength: 3 }) }), { maxLength: 2 });
const kubernetesPolicy = fc.tuple(
  fc.constantFrom(...NAMESPACES), labelSelector, types, some({ ingress: kubernetesRules('from'), egress: kubernetesRules('to') }),
).map(([namespace, podSelector, policyTypes, spec]) => (name: string): JsonObject => ({
  apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name, namespace }, spec: { podSelector, ...spec, ...(policyTypes && { policyTypes }) },
}));

const clusterPeer = fc.oneof(
  namespaceLabels.map((namespaces) => ({ namespaces })),
  fc.tuple(namespaceLabels, labelSelector).map(([namespaces, pods]) => ({ pods: { namespaceSelector: namespaces, podSelector: pods } })),
);
const clusterProtocol = fc.constantFrom<JsonObject>(
  { tcp: { destinationPort: { number: 80 } } }, { udp: {} }, { tcp: { destinationPort: { range: { start: 400, end: 500 } } } }, { destinationNamedPort: 'http' },
);
const clusterRules = (key: string): fc.Arbitrary<JsonObject[]> => fc.array(fc.tuple(
  fc.constantFrom('Accept', 'Deny', 'Pass'),
  fc.array(key === 'to' ? fc.oneof(clusterPeer, fc.constantFrom(...BLOCKS_4).map((one) => ({ networks: [one] }))) : clusterPeer, { minLength: 1, maxLength: 2 }),
  fc.array(clusterProtocol, { maxLength: 2 }),
).map(([chosen, peers, protocols]) => ({ action: chosen, [key]: peers, ...(protocols.length > 0 && { protocols }) })), { maxLength: 2 });
const clusterPolicy = fc.tuple(
  fc.constantFrom('Admin', 'Baseline'), fc.constantFrom(0, 5, 9), clusterPeer, clusterRules('from'), clusterRules('to'),
).map(([tierName, priority, subject, ingress, egress]) => (name: string): JsonObject => ({
  apiVersion: 'policy.networking.k8s.io/v1alpha2', kind: 'ClusterNetworkPolicy', metadata: { name }, spec: { tier: tierName, priority, subject, ingress, egress },
}));

const labels = some({ app: fc.constantFrom('x', 'y', 'z'), role: fc.constantFrom('f', 'g') }) as fc.Arbitrary<Record<string, string>>;
const pod = fc.tuple(fc.constantFrom(...NAMESPACES), labels, fc.constantFrom('one', 'two'), fc.boolean(), fc.constantFrom(
  { name: 'http', port: 80, protocol: 'TCP' }, { name: 'http', port: 8080, protocol: 'TCP' }, { name: 'dns', port: 53, protocol: 'UDP' },
));

const networkSet = fc.tuple(fc.constantFrom(undefined, ...NAMESPACES), some({ app: fc.constantFrom('x', 'y'), feed: fc.constant('t') }), blocks)
  .map(([namespace, setLabels, nets]) => (name: string): JsonObject => ({
    apiVersion: 'projectcalico.org/v3',
    kind: namespace === undefined ? 'GlobalNetworkSet' : 'NetworkSet',
    metadata: { name, labels: setLabels, ...(namespace !== undefined && { namespace }) },
    spec: { nets },
  }));

const flow = (pods: number): fc.Arbitrary<RandomFlow> => fc.record({
  source: fc.oneof({ weight: 3, arbitrary: fc.nat(pods - 1) }, fc.constantFrom(...OUTSIDE)),
  destination: fc.oneof({ weight: 3, arbitrary: fc.nat(pods - 1) }, fc.constantFrom(...OUTSIDE)),
  protocol: fc.constantFrom('TCP', 'TCP', 'TCP', 'UDP', 'SCTP', 'ICMP', '47'),
  port: fc.constantFrom(...PORTS),
  icmpType: fc.constantFrom(3, 8),
  icmpCode: fc.constantFrom(0, 1),
}).map(({ source, destination, protocol, port, icmpType, icmpCode }) => ({
  source,
  destination,
  protocol,
  destinationPort: ['TCP', 'UDP', 'SCTP'].includes(protocol) ? port : undefined,
  sourcePort: ['TCP', 'UDP', 'SCTP'].includes(protocol) ? 40000 : undefined,
  icmpType: protocol === 'ICMP' ? icmpType : undefined,
  icmpCode: protocol === 'ICMP' ? icmpCode : undefined,
}));

const tierObject = (name: string, given: number | undefined, defaultAction: string | undefined): JsonObject => ({
  apiVersion: 'projectcalico.org/v3', kind: 'Tier', metadata: { name }, spec: { ...(given !== undefined && { order: given }), ...(defaultAction && { defaultAction }) },
});

export const randomCluster: fc.Arbitrary<RandomCluster> = fc.tuple(
  fc.array(pod, { minLength: 2, maxLength: 4 }), fc.array(networkSet, { maxLength: 2 }),
  fc.array(fc.oneof({ weight: 3, arbitrary: calicoPolicy }, kubernetesPolicy, clusterPolicy), { minLength: 1, maxLength: 6 }),
  fc.record({ team: fc.boolean(), env: fc.boolean(), lateOrder: fc.constantFrom(undefined, 500), earlyEnd: fc.constantFrom(undefined, 'Pass', 'Deny') }),
).chain(([podParts, sets, policies, options]) => {
  const pods = podParts.map(([namespace, podLabels, account, isDual, port], index): PodParts => ({
    name: `pod-${index}`,
    namespace,
    labels: podLabels,
    account,
    port,
    addresses: [`10.0.${namespace === 'a' ? 0 : 1}.${index}`, ...(isDual ? [`fd00::${index}`] : [])],
  }));
  const objects: JsonObject[] = [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a', labels: options.team ? { team: 'red' } : {} } },
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'b', labels: options.env ? { env: 'prod' } : {} } },
    ...NAMESPACES.flatMap((namespace) => [
      { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'one', namespace, labels: { sa: 'm' } } },
      { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'two', namespace } },
    ]),
    ...pods.map(({ name, namespace, labels: podLabels, account, addresses, port }) => ({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, namespace, labels: podLabels },
      spec: { serviceAccountName: account, containers: [{ ports: [{ name: port.name, containerPort: port.port, protocol: port.protocol }] }] },
      status: { podIPs: addresses.map((ip) => ({ ip })) },
    })),
    tierObject('early', 10, options.earlyEnd),
    tierObject('late', options.lateOrder, undefined),
    ...sets.map((make, index) => make(`set-${index}`)),
    ...policies.map((make, index) => make(`p${index}`)),
  ];
  return fc.array(flow(pods.length), { minLength: 3, maxLength: 6 }).map((flows) => ({ objects, pods, flows }));
});
