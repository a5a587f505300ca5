/**
 * Kubernetes NetworkPolicies, each with one thing that Kubernetes 1.34 takes or refuses. Names say what; `spec` is all that differs.
 * The verdicts are those of a real API server: the test asks it again.
 */
export interface NetworkPolicyCase {
  readonly name: string;
  readonly taken: boolean;
  readonly spec: unknown;
  /** @default - nothing but the name */
  readonly metadata?: object;
}

const ALL = { podSelector: {} };
const ingress = (...rules: unknown[]) => ({ ...ALL, ingress: rules });
const egress = (...rules: unknown[]) => ({ ...ALL, egress: rules });
const from = (...peers: unknown[]) => ingress({ from: peers });
const ports = (...entries: unknown[]) => ingress({ ports: entries });
const block = (cidr: unknown, except?: unknown) => from({ ipBlock: { cidr, ...except !== undefined && { except } } });
const selector = (labelSelector: unknown) => ({ podSelector: labelSelector });
const expression = (key: unknown, operator: unknown, values?: unknown) =>
  selector({ matchExpressions: [{ key, operator, ...values !== undefined && { values } }] });

const taken = (name: string, spec: unknown, metadata?: object): NetworkPolicyCase => ({ name, taken: true, spec, metadata });
const refused = (name: string, spec: unknown, metadata?: object): NetworkPolicyCase => ({ name, taken: false, spec, metadata });

const SHAPE = [
  taken('an empty pod selector', ALL),
  taken('no spec at all', undefined),
  taken('an empty spec', {}),
  taken('a null pod selector', { podSelector: null }),
  taken('one rule that matches everything', ingress({})),
  taken('an empty list of rules', { ...ALL, ingress: [] }),
  taken('a null list of rules', { ...ALL, ingress: null }),
  taken('a null list of peers', ingress({ from: null })),
  taken('a null list of ports', ingress({ ports: null })),
  taken('a null rule', ingress(null)),
  taken('null policy types', { ...ALL, policyTypes: null }),
  refused('an unknown field of the spec', { ...ALL, selector: {} }),
  refused('an unknown field of a rule', ingress({ to: [{ podSelector: {} }] })),
  refused('ingress as a map', { ...ALL, ingress: {} }),
  refused('a rule as text', ingress('all')),
  refused('a pod selector as text', { podSelector: 'app=web' }),
  refused('a spec as a list', []),
];

const POLICY_TYPES = [
  taken('no policy types', { ...ALL, policyTypes: [] }),
  taken('one policy type', { ...ALL, policyTypes: ['Egress'] }),
  taken('both policy types', { ...ALL, policyTypes: ['Ingress', 'Egress'] }),
  taken('the same policy type twice', { ...ALL, policyTypes: ['Ingress', 'Ingress'] }),
  taken('egress rules beside policy type Ingress', { ...egress({}), policyTypes: ['Ingress'] }),
  refused('three policy types', { ...ALL, policyTypes: ['Ingress', 'Egress', 'Ingress'] }),
  refused('a policy type in lower case', { ...ALL, policyTypes: ['ingress'] }),
  refused('an unknown policy type', { ...ALL, policyTypes: ['Both'] }),
  refused('an empty policy type', { ...ALL, policyTypes: [''] }),
  refused('policy types as text', { ...ALL, policyTypes: 'Ingress' }),
];

const PEERS = [
  taken('a peer by pods', from({ podSelector: { matchLabels: { app: 'web' } } })),
  taken('a peer by namespaces', from({ namespaceSelector: {} })),
  taken('a peer by pods and namespaces', from({ podSelector: {}, namespaceSelector: { matchLabels: { team: 'a' } } })),
  taken('several peers', from({ podSelector: {} }, { ipBlock: { cidr: '10.0.0.0/8' } })),
  taken('an egress peer', egress({ to: [{ namespaceSelector: {} }] })),
  refused('a peer of nothing', from({})),
  refused('a null peer', from(null)),
  refused('a peer whose selectors are null', from({ podSelector: null, namespaceSelector: null })),
  refused('a block beside a pod selector', from({ ipBlock: { cidr: '10.0.0.0/8' }, podSelector: {} })),
  refused('a block beside a namespace selector', from({ ipBlock: { cidr: '10.0.0.0/8' }, namespaceSelector: {} })),
  refused('an unknown field of a peer', from({ podSelector: {}, serviceAccountSelector: {} })),
  refused('a peer as a list', ingress({ from: [[]] })),
];

const BLOCKS = [
  taken('an IPv4 block', block('10.0.0.0/8')),
  taken('a block of everything', block('0.0.0.0/0')),
  taken('one address as a block', block('10.0.0.1/32')),
  taken('an IPv6 block', block('2001:db8::/32')),
  taken('a block with host bits', block('10.0.0.5/8')),
  taken('an exception inside of the block', block('10.0.0.0/8', ['10.1.0.0/16'])),
  taken('an exception with host bits', block('10.0.0.0/8', ['10.1.2.3/16'])),
  taken('the same exception twice', block('10.0.0.0/8', ['10.1.0.0/16', '10.1.0.0/16'])),
  taken('no exceptions', block('10.0.0.0/8', [])),
  taken('null exceptions', from({ ipBlock: { cidr: '10.0.0.0/8', except: null } })),
  taken('an IPv6 exception inside of its block', block('2001:db8::/32', ['2001:db8:1::/48'])),
  refused('a block without a range', from({ ipBlock: {} })),
  refused('an empty range', block('')),
  refused('a bare address', block('10.0.0.1')),
  refused('a bare IPv6 address', block('2001:db8::1')),
  refused('a range that is a name', block('vpn')),
  refused('a prefix that is too long', block('10.0.0.0/33')),
  refused('an IPv6 prefix that is too long', block('2001:db8::/129')),
  refused('a prefix with a sign', block('10.0.0.0/+8')),
  taken('an IPv4-mapped range', block('::ffff:10.0.0.0/104')),
  taken('an octet with a leading zero', block('10.00.0.0/8')),
  refused('a number too large for an octet', block('10.0.0.256/8')),
  refused('three octets', block('10.0.0/8')),
  refused('a space before the range', block(' 10.0.0.0/8')),
  refused('a zone', block('fe80::1%eth0/64')),
  refused('a range as a number', block(10)),
  refused('an exception as large as the block', block('10.0.0.0/8', ['10.0.0.0/8'])),
  refused('an exception larger than the block', block('10.1.0.0/16', ['10.0.0.0/8'])),
  refused('an exception outside of the block', block('10.0.0.0/8', ['11.0.0.0/16'])),
  refused('an exception of the other family', block('10.0.0.0/8', ['2001:db8::/64'])),
  refused('an exception that is no range', block('10.0.0.0/8', ['10.1.0.1'])),
  refused('an empty exception', block('10.0.0.0/8', [''])),
  refused('an exception as text', block('10.0.0.0/8', '10.1.0.0/16')),
  refused('an unknown field of a block', from({ ipBlock: { cidr: '10.0.0.0/8', not: [] } })),
];

const PORTS = [
  taken('a port by number', ports({ port: 80 })),
  taken('a port by name', ports({ port: 'http' })),
  taken('a port by the longest name', ports({ port: 'a23456789012345' })),
  taken('a port name that begins with a digit', ports({ port: '8080-tcp' })),
  taken('each protocol', ports({ protocol: 'TCP', port: 1 }, { protocol: 'UDP', port: 65535 }, { protocol: 'SCTP', port: 9 })),
  taken('a protocol without a port', ports({ protocol: 'UDP' })),
  taken('a port of nothing', ports({})),
  taken('a null port entry', ports(null)),
  taken('a range of ports', ports({ port: 32000, endPort: 32768 })),
  taken('a range of one port', ports({ port: 80, endPort: 80 })),
  taken('a null port', ports({ port: null })),
  taken('a null end', ports({ port: 80, endPort: null })),
  taken('a null protocol', ports({ protocol: null, port: 80 })),
  refused('port 0', ports({ port: 0 })),
  refused('a port that is too large', ports({ port: 65536 })),
  refused('a negative port', ports({ port: -1 })),
  refused('a port as a fraction', ports({ port: 80.5 })),
  refused('a port number as text', ports({ port: '80' })),
  refused('a port name in upper case', ports({ port: 'HTTP' })),
  refused('a port name that is too long', ports({ port: 'a234567890123456' })),
  refused('a port name with two hyphens', ports({ port: 'my--port' })),
  refused('a port name that ends with a hyphen', ports({ port: 'http-' })),
  refused('a port name with a dot', ports({ port: 'my.port' })),
  refused('an empty port name', ports({ port: '' })),
  refused('a port as a flag', ports({ port: true })),
  refused('a protocol in lower case', ports({ protocol: 'tcp', port: 80 })),
  refused('an unknown protocol', ports({ protocol: 'ICMP' })),
  refused('a protocol as a number', ports({ protocol: 6, port: 80 })),
  refused('an empty protocol', ports({ protocol: '', port: 80 })),
  refused('an end before the port', ports({ port: 80, endPort: 79 })),
  refused('an end without a port', ports({ endPort: 80 })),
  refused('an end beside a port name', ports({ port: 'http', endPort: 90 })),
  refused('an end that is too large', ports({ port: 80, endPort: 65536 })),
  refused('end 0', ports({ port: 80, endPort: 0 })),
  refused('an end as text', ports({ port: 80, endPort: '90' })),
  refused('an unknown field of a port', ports({ port: 80, name: 'http' })),
  refused('a fault in an egress port', egress({ ports: [{ port: 0 }] })),
];

const SELECTORS = [
  taken('labels', selector({ matchLabels: { 'app': 'web', 'example.com/team': 'a' } })),
  taken('an empty label value', selector({ matchLabels: { app: '' } })),
  taken('null labels', selector({ matchLabels: null })),
  taken('null expressions', selector({ matchExpressions: null })),
  taken('In with values', expression('app', 'In', ['web', 'api'])),
  taken('NotIn with a value', expression('app', 'NotIn', ['web'])),
  taken('Exists', expression('app', 'Exists')),
  taken('DoesNotExist with no values', expression('app', 'DoesNotExist', [])),
  taken('the same value twice', expression('app', 'In', ['web', 'web'])),
  refused('a label value with a space', selector({ matchLabels: { app: 'web api' } })),
  refused('a label value that is too long', selector({ matchLabels: { app: 'a'.repeat(64) } })),
  refused('a label value that ends with a dot', selector({ matchLabels: { app: 'web.' } })),
  refused('a label value as a number', selector({ matchLabels: { app: 1 } })),
  refused('a label value as a flag', selector({ matchLabels: { app: true } })),
  taken('a null label value', selector({ matchLabels: { app: null } })),
  refused('a label with two slashes', selector({ matchLabels: { 'a/b/c': 'web' } })),
  refused('an empty label', selector({ matchLabels: { '': 'web' } })),
  refused('a label with an upper case prefix', selector({ matchLabels: { 'Example.com/app': 'web' } })),
  refused('a label that is too long', selector({ matchLabels: { [`example.com/${'a'.repeat(64)}`]: 'web' } })),
  refused('In without values', expression('app', 'In')),
  refused('NotIn with no values', expression('app', 'NotIn', [])),
  refused('Exists with a value', expression('app', 'Exists', ['web'])),
  refused('DoesNotExist with a value', expression('app', 'DoesNotExist', ['web'])),
  refused('an operator in lower case', expression('app', 'in', ['web'])),
  refused('an unknown operator', expression('app', 'Gt', ['1'])),
  refused('no operator', expression('app', undefined)),
  refused('an expression with an empty key', expression('', 'Exists')),
  refused('an expression with a wrong key', expression('a b', 'Exists')),
  refused('an expression value with a space', expression('app', 'In', ['web api'])),
  refused('an expression value as a number', expression('app', 'In', [1])),
  refused('an unknown field of a selector', selector({ labels: { app: 'web' } })),
  refused('a fault in the selector of a peer', from({ podSelector: { matchLabels: { app: 'web api' } } })),
  refused('a fault in the namespace selector of a peer', from({ namespaceSelector: { matchExpressions: [{ key: 'app', operator: 'In' }] } })),
];

const METADATA = [
  taken('labels and annotations', ALL, { name: 'a', labels: { app: 'web' }, annotations: { 'example.com/note': 'any text, {} too' } }),
  taken('a name with dots', ALL, { name: 'a.b.c' }),
  taken('a generated name', ALL, { generateName: 'web-' }),
  refused('no name', ALL, {}),
  refused('an empty name', ALL, { name: '' }),
  refused('a name in upper case', ALL, { name: 'Web' }),
  refused('a name with an underscore', ALL, { name: 'a_b' }),
  refused('a name that is too long', ALL, { name: 'a'.repeat(254) }),
  refused('a label value that is wrong', ALL, { name: 'a', labels: { app: 'web api' } }),
  refused('an annotation with a wrong key', ALL, { name: 'a', annotations: { 'a b': 'web' } }),
  refused('an annotation as a number', ALL, { name: 'a', annotations: { a: 1 } }),
  refused('an unknown field of the metadata', ALL, { name: 'a', label: { app: 'web' } }),
];

export const NETWORK_POLICY_CASES: readonly NetworkPolicyCase[] = [
  ...SHAPE, ...POLICY_TYPES, ...PEERS, ...BLOCKS, ...PORTS, ...SELECTORS, ...METADATA,
];

/** Where the API server keeps them. */
export const NETWORK_POLICIES = '/apis/networking.k8s.io/v1/namespaces/default/networkpolicies';

export function manifestOf({ spec, metadata }: NetworkPolicyCase) {
  return { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: metadata ?? { name: 'policy' }, spec };
}
