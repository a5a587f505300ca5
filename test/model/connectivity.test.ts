import { ClusterModel } from '../../src/model/cluster-model';
import { ConnectivityEnds } from '../../src/model/connectivity';

const pod = (namespace: string, name: string, ip: string | undefined, ports: object[] = []): object => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace, labels: { app: name } },
  spec: { containers: [{ ports }] },
  ...(ip !== undefined && { status: { podIPs: [{ ip }] } }),
});
const namespace = (name: string): object[] => [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name } }, { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace: name } },
];
const policy = (name: string, spec: object): object => ({ apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', metadata: { name, namespace: 'shop' }, spec });

const SHOP = [
  ...namespace('shop'), ...namespace('ops'),
  pod('shop', 'web', '10.0.0.1'), pod('shop', 'api', '10.0.0.2', [{ name: 'http', containerPort: 8080 }]),
  pod('ops', 'one', '10.0.1.1'), pod('ops', 'two', '10.0.1.2'),
  policy('api', {
    selector: "app == 'api'",
    types: ['Ingress', 'Egress'],
    ingress: [
      { action: 'Allow', protocol: 'TCP', source: { selector: "app == 'web'" }, destination: { ports: ['http', '9000:9001'] } },
      { action: 'Allow', protocol: 'ICMP', icmp: { type: 8 } },
      { action: 'Allow', protocol: 'TCP', source: { nets: ['203.0.113.0/25', '203.0.113.128/25'] }, destination: { ports: [443] } },
    ],
  }),
  policy('web', {
    selector: "app == 'web'",
    types: ['Ingress', 'Egress'],
    egress: [{ action: 'Deny', protocol: 'TCP', destination: { notPorts: [8080, 443] } }, { action: 'Allow' }],
  }),
];

/** A pod whose address isn't known, which may reach one block. */
const UNKNOWN = [
  ...namespace('shop'), pod('shop', 'a', undefined), pod('shop', 'b', undefined),
  policy('a', { selector: "app == 'a'", types: ['Ingress', 'Egress'], egress: [{ action: 'Allow', protocol: 47, destination: { nets: ['192.0.2.0/24'] } }] }),
];

const nobody = { namespaces: [], workloads: [], blocks: [] };
const certain = { assumedAllowed: [], assumedDenied: [] };

test('connectivity lists who reaches whom, by namespaces, workloads and blocks outside', () => {
  expect(ClusterModel.ofManifests(SHOP).connectivity().toText()).toBe(`IPv4 from 0.0.0.0/0 but 203.0.113.0/24
  to Pod shop/api: ICMP type 8
  to namespace ops: everything

IPv4 from 203.0.113.0/24
  to Pod shop/api: ICMP type 8; TCP 443
  to namespace ops: everything

IPv4 from Pod shop/web
  to Pod shop/api: ICMP type 8; TCP 8080
  to namespace ops, 0.0.0.0/0: everything but TCP; TCP 443,8080

IPv4 from namespace ops
  to Pod shop/api: ICMP type 8
  to namespace ops, 0.0.0.0/0: everything
`);
});

test('connectivity says what isn\'t certain, and why', () => {
  expect(ClusterModel.ofManifests(UNKNOWN).connectivity().toText()).toBe(`IPv4 from 0.0.0.0/0
  to Pod shop/b: everything

IPv4 from Pod shop/a
  to 192.0.2.0/24: protocol 47
  to Pod shop/b: not certain, and as far as is known denied: protocol 47

IPv4 from Pod shop/b
  to Pod shop/b, 0.0.0.0/0: everything

What isn't known, and may be why:
  no address is known of 2 pods and workloads: they are taken to lie in no block that a rule or network set names, unless it holds all addresses
`);
});

test('connectivity gives the same as JSON', () => {
  const a = { ...nobody, workloads: ['Pod shop/a'] };
  const b = { ...nobody, workloads: ['Pod shop/b'] };
  const everywhere = { ...nobody, blocks: ['0.0.0.0/0'] };
  expect(JSON.parse(ClusterModel.ofManifests(UNKNOWN).connectivity().toJson())).toEqual({
    connections: [
      { ipVersion: 4, sources: everywhere, destinations: b, allowed: ['everything'], ...certain },
      { ipVersion: 4, sources: a, destinations: { ...nobody, blocks: ['192.0.2.0/24'] }, allowed: ['protocol 47'], ...certain },
      { ipVersion: 4, sources: a, destinations: b, allowed: [], assumedAllowed: [], assumedDenied: ['protocol 47'] },
      { ipVersion: 4, sources: b, destinations: { ...b, ...{ blocks: ['0.0.0.0/0'] } }, allowed: ['everything'], ...certain },
    ],
    notes: [
      'no address is known of 2 pods and workloads: they are taken to lie in no block that a rule or network set names, unless it holds all addresses',
    ],
  });
});

test('connectivity gives a table, quoted where it has to be', () => {
  const host = { apiVersion: 'projectcalico.org/v3', kind: 'HostEndpoint', metadata: { name: 'h"1' }, spec: { node: 'n', interfaceName: '*', profiles: ['projectcalico-default-allow'] } };
  const felix = { apiVersion: 'projectcalico.org/v3', kind: 'FelixConfiguration', metadata: { name: 'default' }, spec: { ipipEnabled: false, vxlanEnabled: false } };
  expect(ClusterModel.ofManifests([host, felix]).connectivity().toCsv().split('\r\n')).toEqual([
    'ip_version,sources,destinations,allowed,assumed_allowed,assumed_denied',
    '4,0.0.0.0/0,"HostEndpoint h""1",everything,,',
    '4,"HostEndpoint h""1","HostEndpoint h""1; 0.0.0.0/0",everything,,',
    '',
  ]);
});

test('connectivity gives graphs for Graphviz and Mermaid', () => {
  const connectivity = ClusterModel.ofManifests(UNKNOWN).connectivity();
  expect(connectivity.toDot()).toBe(`digraph connectivity {
  rankdir=LR;
  node [shape=box];
  n0 [label="0.0.0.0/0"];
  n1 [label="Pod shop/b"];
  n2 [label="Pod shop/a"];
  n3 [label="192.0.2.0/24"];
  n4 [label="Pod shop/b\\n0.0.0.0/0"];
  n0 -> n1 [label="IPv4 everything"];
  n2 -> n3 [label="IPv4 protocol 47"];
  n2 -> n1 [label="IPv4 not certain, and as far as is known denied: protocol 47" style=dashed];
  n1 -> n4 [label="IPv4 everything"];
}
`);
  expect(connectivity.toMermaid()).toBe(`flowchart LR
  n0["0.0.0.0/0"]
  n1["Pod shop/b"]
  n2["Pod shop/a"]
  n3["192.0.2.0/24"]
  n4["Pod shop/b<br/>0.0.0.0/0"]
  n0 -->|"IPv4 everything"| n1
  n2 -->|"IPv4 protocol 47"| n3
  n2 -.->|"IPv4 not certain, and as far as is known denied: protocol 47"| n1
  n1 -->|"IPv4 everything"| n4
`);
});

test('connectivity gives a page', () => {
  expect(ClusterModel.ofManifests(UNKNOWN).connectivity().toHtml().split('\n').filter((line) => line.startsWith('<tr>'))[2]).toBe(
    '<tr><td>IPv4</td><td><ul><li>Pod shop/a</li></ul></td><td><ul><li>Pod shop/b</li></ul></td>'
    + '<td><ul><li class="open">protocol 47 (not certain, as far as is known denied)</li></ul></td></tr>');
});

test('connectivity keeps names from breaking out of a graph', () => {
  const connectivity = ClusterModel.ofManifests([pod('shop', 'a"]\\', '10.0.0.1')]).connectivity();
  expect(connectivity.toDot().split('\n')[4]).toBe('  n1 [label="Pod shop/a\\"]\\\\"];');
  expect(connectivity.toMermaid().split('\n')[2]).toBe('  n1["Pod shop/a#34;#93;#92;"]');
});

test('connectivity says so where nothing passes', () => {
  const closed = policy('all', { types: ['Ingress', 'Egress'] });
  expect(ClusterModel.ofManifests([...namespace('shop'), pod('shop', 'a', '10.0.0.1'), pod('shop', 'b', '10.0.0.2'), closed]).connectivity().toText()).toBe('Nothing passes.\n');
});

test('connectivity lists IPv6 where endpoints have it, and IPv4 where one may have it', () => {
  const items = ({ workloads, blocks }: ConnectivityEnds): string[] => [...workloads, ...blocks];
  const versions = (...pods: object[]): unknown => ClusterModel.ofManifests([...namespace('shop'), ...pods]).connectivity().rows
    .map(({ ipVersion, sources, destinations }) => [ipVersion, items(sources), items(destinations)]);
  expect(versions(pod('shop', 'a', 'fd00::1'))).toEqual([
    [6, ['::/0'], ['Pod shop/a']],
    [6, ['Pod shop/a'], ['Pod shop/a', '::/0']],
  ]);
  expect(versions(pod('shop', 'a', 'fd00::1'), pod('shop', 'b', undefined))).toHaveLength(4);
});

test('connectivity names ranges of ports, types and codes', () => {
  const spec = {
    types: ['Ingress', 'Egress'],
    ingress: [
      { action: 'Allow', protocol: 'UDP', destination: { ports: ['100:200', 300] } },
      { action: 'Allow', protocol: 'ICMP', icmp: { type: 3, code: 4 } },
      { action: 'Deny', protocol: 'ICMPv6', icmp: { type: 8, code: 3 } },
      { action: 'Allow', protocol: 58, notICMP: { type: 9 } },
      { action: 'Allow', protocol: 'TCP', destination: { ports: ['1:65535'] } },
    ],
  };
  const { rows } = ClusterModel.ofManifests([...namespace('shop'), pod('shop', 'a', '10.0.0.1'), policy('all', spec)]).connectivity();
  expect(rows.map(({ allowed }) => allowed)).toEqual([['TCP', 'ICMP type 3 code 4', 'UDP 100-200,300', 'ICMPv6 type 0-8,type 10-255']]);
});
