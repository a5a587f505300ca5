import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject } from 'cdk8s';
import { appOf, comparable, manifestsOf } from './run-program';
import { Manifest } from '../../src/core/manifests';
import { importManifests, ImportOptions } from '../../src/import';
import { readManifests } from '../../src/yaml';
import { fencesOf } from '../docs/fences';
import { ROOT } from '../docs/files';
import { typeErrors } from '../docs/type-check';

function programOf(yaml: string, options?: ImportOptions): string {
  return importManifests(readManifests(yaml).manifests, options).text;
}

/** What stands in the constructor, without its margin. */
function statementsOf(yaml: string, options?: ImportOptions): string {
  const [, body] = /\n\n( {4}(?! super)[^]*?)\n {2}}\n}\n/.exec(programOf(yaml, options))!;
  return body.replace(/^ {4}/gm, '');
}

function policy(spec: string, rest = ''): string {
  return `apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: { name: web }\nspec: ${spec}\n${rest}`;
}

const EXAMPLE = `
apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: security.web, namespace: app }
spec:
  tier: security
  selector: app == "web"
  types: [Ingress]
  ingress:
  - action: Allow
    protocol: TCP
    source: { selector: app == "frontend", namespaceSelector: projectcalico.org/name == "shop" }
    destination: { ports: [8080, '9000:9010', http] }
  - { action: Deny }
---
apiVersion: projectcalico.org/v3
kind: Tier
metadata: { name: security }
spec: { order: 10 }
---
apiVersion: projectcalico.org/v3
kind: IPPool
metadata: { name: pods }
spec: { cidr: 192.168.0.0/16, ipipMode: Never, vxlanMode: CrossSubnet, natOutgoing: true, disabled: false }
---
apiVersion: projectcalico.org/v3
kind: IPAMConfiguration
metadata: { name: default }
spec: { strictAffinity: true, autoAllocateBlocks: true }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: deny, namespace: app }
spec: { podSelector: {}, policyTypes: [Ingress] }
`;

test('writes a whole program: typed constructs, plain objects for the rest, and imports of what it uses', () => {
  expect(programOf(EXAMPLE)).toBe(`import { ApiObject, App, Chart } from 'cdk8s';
import {
  Cidr,
  IpPool,
  IpamConfigurationResource,
  IpipMode,
  NetworkPolicy,
  Peer,
  PolicyType,
  Port,
  Protocol,
  Rule,
  Selector,
  Tier,
  VxlanMode,
} from 'cdk8s-calico';
import { Construct } from 'constructs';

export class CalicoChart extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { disableResourceNameHashes: true });

    const securityTier = new Tier(this, 'security', {
      metadata: { name: 'security' },
      order: 10,
    });

    new NetworkPolicy(this, 'security.web', {
      metadata: { name: 'security.web', namespace: 'app' },
      tier: securityTier,
      selector: Selector.label('app').equals('web'),
      types: [PolicyType.INGRESS],
      ingress: [
        Rule.allow({
          protocol: Protocol.TCP,
          source: Peer.of(Selector.label('app').equals('frontend')).inNamespaces(
            Selector.label('projectcalico.org/name').equals('shop'),
          ),
          destination: Peer.ports(Port.of(8080), Port.range(9000, 9010), Port.named('http')),
        }),
        Rule.deny(),
      ],
    });

    new IpPool(this, 'pods', {
      metadata: { name: 'pods' },
      cidr: Cidr.parse('192.168.0.0/16'),
      vxlanMode: VxlanMode.CROSS_SUBNET,
      ipipMode: IpipMode.NEVER,
      natOutgoing: true,
      disabled: false,
    });

    new IpamConfigurationResource(this, 'default', {
      metadata: { name: 'default' },
      spec: { strictAffinity: true, autoAllocateBlocks: true },
    });

    new ApiObject(this, 'deny', {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'deny', namespace: 'app' },
      spec: { podSelector: {}, policyTypes: ['Ingress'] },
    });
  }
}

const app = new App();
new CalicoChart(app, 'calico');
app.synth();
`);
  expect(manifestsOf(programOf(EXAMPLE))).toEqual(comparable(readManifests(EXAMPLE).manifests.map(({ object }) => object)));
});

test('the guide shows what is written', () => {
  const fences = fencesOf(readFileSync(join(ROOT, 'docs/guides/import.md'), 'utf8'));
  const [yaml, program] = ['yaml', 'ts'].map((language) => fences.find((fence) => fence.language === language)!.text);
  expect(programOf(yaml)).toBe(program);
});

test('keeps the text of a selector that a built one would not have', () => {
  expect(statementsOf(policy('{ selector: app == \'web\', types: [Ingress] }'))).toBe(`new GlobalNetworkPolicy(this, 'web', {
  metadata: { name: 'web' },
  selector: Selector.parse("app == 'web'"),
  types: [PolicyType.INGRESS],
});`);
});

test('takes away what a construct writes besides, and says so at the top', () => {
  const program = programOf(policy('{ order: 5 }'));
  expect(program).toContain(`
// Where a construct writes a value in another way than the input, patches put back what the input has. A JsonPatch.test
// before such a patch stops the synth once the construct writes something else: then change or remove the two.
export class CalicoChart extends Chart {`);
  expect(statementsOf(policy('{ order: 5 }'))).toBe(`new GlobalNetworkPolicy(this, 'web', {
  metadata: { name: 'web' },
  order: 5,
}).addJsonPatch(
  JsonPatch.test('/spec/selector', 'all()'),
  JsonPatch.remove('/spec/selector'),
  JsonPatch.test('/spec/types', ['Ingress']),
  JsonPatch.remove('/spec/types'),
);`);
});

test('a patch stops the synth where the code above it says something else by now', () => {
  const edited = programOf(policy('{ order: 5, types: [Ingress] }')).replace('order: 5', 'order: 5,\n      selector: Selector.parse("has(a)")')
    .replace('PolicyType }', 'PolicyType, Selector }');
  const object = appOf(edited).node.findAll().find((construct) => ApiObject.isApiObject(construct)) as ApiObject;
  expect(() => object.toJson()).toThrow('TEST_OPERATION_FAILED: Test operation failed');
});

test('leaves such patches out where it shall be tidy', () => {
  const yaml = policy('{ selector: "app==\'web\' && !has(test)", order: 5 }');
  expect(statementsOf(yaml, { tidy: true })).toBe(`new GlobalNetworkPolicy(this, 'web', {
  metadata: { name: 'web' },
  order: 5,
  selector: Selector.label('app').equals('web').and(Selector.label('test').absent()),
});`);
  expect(manifestsOf(programOf(yaml, { tidy: true }))).toEqual(comparable([{
    apiVersion: 'projectcalico.org/v3',
    kind: 'GlobalNetworkPolicy',
    metadata: { name: 'web' },
    spec: { order: 5, selector: '(app == "web" && !has(test))', types: ['Ingress'] },
  }]));
});

test.each([
  ['of one term', 'has(a)', 'Selector.label(\'a\').exists()'],
  ['of many values', 'a in {"x", "y"}', 'Selector.label(\'a\').in(\'x\', \'y\')'],
  ['of alternatives', '(a == "x" || b contains "y")', 'Selector.label(\'a\').equals(\'x\').or(Selector.label(\'b\').contains(\'y\'))'],
  ['that negates a group', '!(a == "x" && has(b))', 'Selector.label(\'a\').equals(\'x\').and(Selector.label(\'b\').exists()).not()'],
  ['of everything', 'all()', 'Selector.all()'],
  ['with a group in a group of the same kind', '(a == "x" && (b == "y" && c == "z"))', 'Selector.parse(\'(a == "x" && (b == "y" && c == "z"))\')'],
  [
    'of many terms', '(has(a) && has(b) && has(c) && has(d) && has(e) && has(f) && has(g))',
    'Selector.parse(\'(has(a) && has(b) && has(c) && has(d) && has(e) && has(f) && has(g))\')',
  ],
])('says a selector %s', (_, selector, code) => {
  expect(statementsOf(policy(JSON.stringify({ selector, types: ['Egress'] })))).toBe(`new GlobalNetworkPolicy(this, 'web', {
  metadata: { name: 'web' },
  selector: ${code},
  types: [PolicyType.EGRESS],
});`);
});

test.each([
  ['addresses without those of others', '{ nets: [10.0.0.0/8], notNets: [10.1.0.0/16] }', 'Peer.nets(Cidr.parse(\'10.0.0.0/8\')).exceptNets(Cidr.parse(\'10.1.0.0/16\'))'],
  ['service accounts', '{ serviceAccounts: { names: [web] } }', 'Peer.serviceAccounts(\'web\')'],
  ['a service', '{ services: { name: web, namespace: app } }', 'Peer.service(\'web\', \'app\')'],
  ['nothing', '{}', 'Peer.where({})'],
  ['no addresses at all', '{ nets: [] }', 'Peer.where({ nets: [] })'],
  ['other ports than these', '{ notPorts: [22] }', 'Peer.where({ notPorts: [Port.of(22)] })'],
])('says a peer of %s', (_, peer, code) => {
  expect(statementsOf(policy(`{ selector: all(), types: [Egress], egress: [{ action: Allow, protocol: UDP, destination: ${peer} }] }`)))
    .toContain(`destination: ${code}`);
});

test('names objects by their variables where the program makes them, and by their names elsewhere', () => {
  const filter = 'apiVersion: projectcalico.org/v3\nkind: BGPFilter\nmetadata: { name: no-default }\nspec: { exportV4: [{ action: Reject }] }\n';
  const peer = 'apiVersion: projectcalico.org/v3\nkind: BGPPeer\nmetadata: { name: rack }\n'
    + 'spec: { peerIP: 192.0.2.1, asNumber: 64512, filters: [no-default, other] }\n';
  expect(statementsOf(`${peer}---\n${filter}`)).toBe(`const noDefaultBgpFilter = new BgpFilter(this, 'no-default', {
  metadata: { name: 'no-default' },
  exportV4: [BgpFilterRule.reject()],
});

new BgpPeer(this, 'rack', {
  metadata: { name: 'rack' },
  peerIp: PeerAddress.parse('192.0.2.1'),
  asNumber: AsNumber.of(64512),
  filters: [noDefaultBgpFilter, BgpFilter.fromFilterName('other')],
});`);
  expect(statementsOf(policy('{ tier: default, selector: all(), types: [Egress] }'))).toContain('\n  tier: Tier.DEFAULT,\n');
  expect(statementsOf(policy('{ tier: other, selector: all(), types: [Egress] }'))).toContain('\n  tier: Tier.fromTierName(\'other\'),\n');
});

test('makes variables of names that look alike, or are none', () => {
  const yaml = ['a-b', 'a.b', '1st', '---', 'tier'].flatMap((name) => [
    `apiVersion: projectcalico.org/v3\nkind: Tier\nmetadata: { name: '${name}' }\nspec: {}\n`,
    policy(`{ tier: '${name}', selector: all(), types: [Egress] }`),
  ]).join('---\n');
  const program = programOf(yaml);
  expect([...program.matchAll(/const (\w+) = new Tier/g)].map(([, variable]) => variable)).toEqual(['aBTier', 'aBTier2', '_1stTier', 'tier', 'tierTier']);
  expect(typeErrors([{ file: 'program', line: 1, text: program }])).toEqual([]);
  expect(manifestsOf(program)).toEqual(comparable(readManifests(yaml).manifests.map(({ object }) => object)));
});

test('falls back to the plain object where a construct can\'t say a value, or only with more patches than are readable', () => {
  expect(statementsOf(policy('{ selector: app = \'web\' }'))).toBe(`// error selector/syntax at spec.selector: expected == after app, found =
new GlobalNetworkPolicyResource(this, 'web', {
  metadata: { name: 'web' },
  spec: { selector: "app = 'web'" },
});`);
  const nets = Array.from({ length: 9 }, (_, index) => `10.0.${index}.1`);
  const set = `apiVersion: projectcalico.org/v3\nkind: NetworkSet\nmetadata: { name: web, namespace: app }\nspec: { nets: [${nets.join(', ')}] }\n`;
  expect(statementsOf(set)).toBe(`new NetworkSetResource(this, 'web', {
  metadata: { name: 'web', namespace: 'app' },
  spec: {
    nets: [
      '10.0.0.1', '10.0.1.1', '10.0.2.1', '10.0.3.1', '10.0.4.1', '10.0.5.1', '10.0.6.1', '10.0.7.1', '10.0.8.1',
    ],
  },
});`);
});

test('says in comments what checks refuse, whatever stands in the input', () => {
  const yaml = policy(JSON.stringify({ 'selector': 'a == "b"\n*/ c\u2028', 'order': 'x', 'types': 5, 'doNotTrack': 1, '\nprocess.exit(1)': 2 }));
  const { text, refused } = importManifests(readManifests(yaml).manifests);
  expect(refused).toBe(1);
  expect(text.match(/^ *\/\/ (?:error|and).*$/gm)!.map((line) => line.trim().slice(0, 60))).toEqual([
    '// error resource/type at spec.doNotTrack: 1 isn\'t true or f',
    '// error resource/type at spec.order: "x" isn\'t a number',
    '// error selector/syntax at spec.selector: expected && or ||',
    '// and 2 more errors',
  ]);
  expect(typeErrors([{ file: 'program', line: 1, text }])).toEqual([]);
});

test('enables the checks by itself where no construct does', () => {
  expect(programOf('apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { b: c }\n')).toContain(`
const app = new App();
Checks.enable(app);
new CalicoChart(app, 'calico');
`);
});

test('gives objects of one name ids of their own', () => {
  const object = (kind: string, name: string, namespace?: string) => new Manifest({ apiVersion: 'v1', kind, metadata: { name, namespace } });
  const { text } = importManifests([
    object('ConfigMap', 'web', 'a'), object('ConfigMap', 'web', 'b'), object('Secret', 'web'), object('IPPool', 'only'), object('Pod', 'x', 'a'),
    object('Pod', 'x', 'a'), object('Pod', ''), object('Pod', '/.../'), object('Pod', 'toString'),
  ]);
  expect([...text.matchAll(/\(this, '(.*?)'/g)].map(([, id]) => id)).toEqual([
    'config-map-a-web', 'config-map-b-web', 'secret-web', 'only', 'pod-a-x-1', 'pod-a-x-2', 'pod', '...', 'object-toString',
  ]);
});

test('keeps what cdk8s leaves out: nulls, empty metadata, and names that it would make', () => {
  const objects = [
    { apiVersion: 'projectcalico.org/v3', kind: 'Tier', metadata: { name: 'a', creationTimestamp: null, labels: {} }, spec: { order: 1 } },
    { apiVersion: 'projectcalico.org/v3', kind: 'Tier', metadata: { generateName: 'b-' }, spec: {} },
    { apiVersion: 'v1', kind: 'List' },
    { apiVersion: 'v1', kind: 'A', metadata: 'none', items: [null, { constructor: 1, ['__proto__']: 2 }], status: null },
  ];
  const { text } = importManifests(objects.map((object) => new Manifest(object)));
  expect(manifestsOf(text)).toEqual(comparable(objects));
  expect(typeErrors([{ file: 'program', line: 1, text }])).toEqual([]);
});

test('rejects what no program could render', () => {
  const deep = Array.from({ length: 300 }).reduce<unknown>((inner) => ({ inner }), 1);
  const importOne = (object: object) => () => importManifests([new Manifest({ apiVersion: 'v1', kind: 'A', metadata: { name: 'x', namespace: 'n' }, ...object })]);
  expect(importOne({ deep })).toThrow('A n/x has more than 200 levels');
  expect(importOne({ apiVersion: 'a/b/c' })).toThrow('A n/x holds something that cdk8s can\'t write');
});
