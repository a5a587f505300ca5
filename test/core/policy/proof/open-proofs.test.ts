import { readCidr } from '../../../../src/core/cidr';
import { JsonObject } from '../../../../src/core/manifests';
import { PolicyModel } from '../../../../src/core/policy';
import { findExcess, findFlow, FlowQuestion, PodQuestion, printProof, ProofEnd } from '../../../../src/core/policy/proof';
import { account, basics, calico, modelOf, namespace, pod, policy } from '../asking';

/* What a proof can't say for sure, and what it says for sure all the same. */

const any: PodQuestion = { kind: 'pod' };
const NO = 'no: there is no such flow, whatever labels pods have\n';

function end(model: PolicyModel, id: string): ProofEnd {
  const [where, name] = id.split('/');
  return { kind: 'endpoint', endpoint: model.endpointsNamed(where === '' ? undefined : where, name)[0] };
}

function ask(objects: readonly JsonObject[], from: ProofEnd | string, to: ProofEnd | string, rest: Partial<FlowQuestion> = {}): string {
  const model = modelOf(...basics, ...objects);
  const [source, destination] = [from, to].map((one) => (typeof one === 'string' ? end(model, one) : one));
  return printProof(findFlow(model, { from: [source], to: [destination], wanted: 'allowed', ...rest }));
}

const deployment = (name: string, labels: object): JsonObject =>
  ({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name, namespace: 'a' }, spec: { template: { metadata: { labels }, spec: {} } } });
const service = (name: string, spec: object): JsonObject => ({ apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: 'a' }, spec });
const egress = (...rules: object[]): JsonObject => policy('out', { selector: "role == 'client'", types: ['Egress'], egress: rules });
const client: PodQuestion = { kind: 'pod', namespace: 'b', selector: "role == 'client'" };

test('labels that a controller adds are taken to be absent, and the answer says so', () => {
  const objects = [deployment('web', { app: 'web' }), policy('a/in', { selector: "app == 'web'", ingress: [] })];
  const byHash = policy('first', { order: 1, selector: "has(pod-template-hash) && app == 'web'", ingress: [{ action: 'Allow' }] });
  expect(ask(objects, any, 'a/web')).toBe(NO);
  expect(ask([...objects, byHash], any, 'a/web')).toBe('unknown:\n  label pod-template-hash of Deployment a/web isn\'t known: it is taken to be absent\n'
    + '  it may be: a pod in namespace any-other without labels -> Deployment a/web  TCP 80\n');
  expect(ask([...objects, byHash], any, 'a/web', { wanted: 'denied' })).toBe(
    'unknown:\n  the verdict rests on an address or label that isn\'t known\n  it may be: a pod in namespace any-other without labels -> Deployment a/web  TCP 80\n');
});

test('a workload without address is taken to lie in no block', () => {
  const objects = [deployment('web', { app: 'web' }), egress({ action: 'Allow', destination: { nets: ['10.1.0.0/16'] } })];
  expect(ask(objects, client, 'a/web')).toBe('unknown:\n  no address is known of Deployment a/web: it is taken to lie in no block that a rule or network set names\n'
    + '  it may be: a pod in namespace b with labels role=client -> Deployment a/web  TCP 80\n');
});

test('a service leads to the pods that its selector takes, on its ports', () => {
  const objects = [
    pod('a/web', '10.0.0.1', { app: 'web' }, { containers: [{ ports: [{ name: 'http', containerPort: 8080 }] }] }),
    pod('a/db', '10.0.0.2', { app: 'db' }),
    service('web', { selector: { app: 'web' }, ports: [{ port: 80, targetPort: 'http' }, { port: 53, targetPort: 53, protocol: 'UDP' }] }),
    egress({ action: 'Allow', destination: { services: { namespace: 'a', name: 'web' } } }),
  ];
  expect(ask(objects, client, 'a/web')).toBe('yes: a pod in namespace b with labels role=client -> Pod a/web  TCP 8080\n');
  expect(ask(objects, client, 'a/web', { traffic: [{ protocol: 17 }] })).toBe('yes: a pod in namespace b with labels role=client -> Pod a/web  UDP 53\n');
  expect(ask(objects, client, 'a/web', { traffic: [{ protocol: 6, first: 80 }] })).toBe(NO);
  expect(ask(objects, client, 'a/db')).toBe(NO);
  expect(ask(objects, client, { kind: 'outside' })).toBe(NO);
});

test('whether a pod that may be created is a backend of a service is open', () => {
  const rule = { action: 'Allow', destination: { services: { namespace: 'a', name: 'web' } } };
  const objects = [service('web', { selector: { app: 'web' }, ports: [{ port: 80 }] }), egress(rule)];
  expect(ask(objects, client, any)).toBe('unknown:\n  a rule asks for the backends of service a/web: the pod is taken to be none of them\n'
    + '  it may be: a pod in namespace b with labels role=client -> a pod in namespace any-other without labels  TCP 80\n');
  expect(ask([service('web', { selector: { app: 'web' } }), egress(rule, { action: 'Allow', destination: { selector: "app == 'web'" } })], client, { ...any, namespace: 'a' })).toMatch(/^unknown/);
  expect(ask([egress(rule, { ...rule, protocol: 'TCP' })], client, any)).toMatch(/^unknown/);
});

test('a service that isn\'t among the manifests leads nowhere that is known', () => {
  const objects = [pod('a/web', '10.0.0.1'), egress({ action: 'Allow', destination: { services: { namespace: 'a', name: 'web' } } })];
  const lines = (why: string, destination: string): string =>
    `unknown:\n  ${why}\n  it may be: a pod in namespace b with labels role=client -> ${destination}  TCP 80\n`;
  expect(ask(objects, client, 'a/web'))
    .toBe(lines('whether Pod a/web is a backend of service a/web isn\'t known: it is taken to be none', 'Pod a/web'));
  expect(ask(objects, client, { kind: 'outside' }))
    .toBe(lines('where service a/web leads isn\'t known: it is taken to lead nowhere', '203.0.113.1 outside'));
});

test('slices lead outside too, and count at sources without ports', () => {
  const slice = {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: { name: 'web-1', namespace: 'a', labels: { 'kubernetes.io/service-name': 'web' } },
    ports: [{ port: 5432 }],
    endpoints: [{ addresses: ['192.0.2.7'] }],
  };
  const objects = [slice, pod('a/web', '10.0.0.1', { app: 'web' })];
  expect(ask([...objects, egress({ action: 'Allow', destination: { services: { namespace: 'a', name: 'web' } } })], client, { kind: 'outside' }))
    .toBe('yes: a pod in namespace b with labels role=client -> 192.0.2.7 outside  TCP 5432\n');
  const ingress = policy('a/in', { selector: "app == 'web'", ingress: [{ action: 'Allow', source: { services: { namespace: 'a', name: 'web' } } }] });
  expect(ask([...objects, ingress], { kind: 'outside' }, 'a/web')).toBe('yes: 192.0.2.7 outside -> Pod a/web  TCP 80\n');
  expect(ask([...objects, ingress], 'a/web', 'a/web')).toBe(NO);
  expect(ask([...objects, ingress, pod('a/db', '192.0.2.7')], 'a/db', 'a/web')).toBe('yes: Pod a/db -> Pod a/web  TCP 80\n');
});

test('a network set of a namespace that isn\'t declared may be selected by labels of the namespace', () => {
  const set = { apiVersion: 'projectcalico.org/v3', kind: 'NetworkSet', metadata: { name: 'feed', namespace: 'c' }, spec: { nets: ['192.0.2.0/24'] } };
  expect(ask([set, egress({ action: 'Allow', destination: { namespaceSelector: "team == 'red'" } })], client, { kind: 'outside' })).toBe(
    'unknown:\n  label pcns.team of set c/feed isn\'t known: it is taken to be absent\n'
    + '  it may be: a pod in namespace b with labels role=client -> 192.0.2.1 outside  TCP 80\n');
});

test('ports at the source count', () => {
  const objects = [pod('a/web', '10.0.0.1', { app: 'web' }), policy('a/in', { selector: "app == 'web'", ingress: [{ action: 'Allow', protocol: 'UDP', source: { ports: [123] } }] })];
  const model = modelOf(...basics, ...objects);
  const proof = findFlow(model, { from: [any], to: [end(model, 'a/web')], wanted: 'allowed' });
  expect(proof.answer === 'yes' && proof.witness.packets[0]).toMatchObject({ protocol: 17, sourcePort: 123, destinationPort: 80 });
});

test('what a rule with an ICMP type says of other protocols is open', () => {
  const objects = [pod('a/web', '10.0.0.1'), policy('a/in', { selector: 'all()', ingress: [{ action: 'Allow', notICMP: { type: 8 } }] })];
  expect(ask(objects, any, 'a/web', { traffic: [{ protocol: 1 }] })).toBe('yes: a pod in namespace any-other without labels -> Pod a/web  ICMP type 0 code 0\n');
  expect(ask(objects, any, 'a/web', { traffic: [{ protocol: 6 }] })).toMatch(/^unknown/);
  expect(ask(objects, any, 'a/web', { traffic: [{ protocol: 6 }], wanted: 'denied' })).toBe(
    'unknown:\n  a rule with an ICMP type is taken to match no other protocol\n  it may be: a pod in namespace any-other without labels -> Pod a/web  TCP 80\n');
});

test('profiles among the manifests leave open what pods that aren\'t known have', () => {
  const objects = [pod('a/web', '10.0.0.1'), calico('Profile', 'kns.a', { ingress: [{ action: 'Deny' }], egress: [] }), calico('Profile', 'other', {})];
  expect(ask(objects, any, 'a/web')).toBe('unknown:\n  profile kns.a is among the manifests, and pods that aren\'t known may have it\n');
  expect(ask(objects, { kind: 'outside' }, 'a/web')).toBe(NO);
  expect(ask([pod('a/web', '10.0.0.1'), calico('Profile', 'kns.a', { ingress: [{ action: 'Log' }, { action: 'Pass' }, { action: 'Allow' }] })], { kind: 'outside' }, 'a/web'))
    .toBe(NO);
});

test('host endpoints only close what pods let pass', () => {
  const host = calico('HostEndpoint', 'node-1', { node: 'n1', interfaceName: '*', expectedIPs: ['172.16.0.1'] }, { role: 'node' });
  const objects = [pod('a/web', '10.0.0.1', { app: 'web' }), host, policy('a/in', { selector: "app == 'web'", ingress: [] })];
  const forward = policy('fw', { selector: "role == 'node'", applyOnForward: true, ingress: [{ action: 'Allow' }] });
  const node = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'n1' }, status: { addresses: [{ type: 'InternalIP', address: '172.16.0.1' }] } };
  expect(ask([...objects, forward], { kind: 'outside' }, 'a/web')).toBe(NO);
  expect(ask([...objects, forward], { kind: 'outside' }, any)).toBe(
    'unknown:\n  a pod\'s node isn\'t known, and HostEndpoint node-1 has policies for traffic that its node passes on\n'
    + '  it may be: 203.0.113.1 outside -> a pod in namespace any-other without labels  TCP 80\n');
  expect(ask([...objects, forward], any, any, { wanted: 'denied' })).toBe(
    'unknown:\n  HostEndpoint node-1 has policies for traffic that its node passes on, and which nodes that meets isn\'t known\n');
  expect(ask([...objects, node], { kind: 'outside', blocks: [readCidr('172.16.0.1/32')!.network] }, 'a/web')).toBe(NO);
  expect(ask(objects, any, 'a/web', { wanted: 'denied' })).toBe('yes: a pod in namespace any-other without labels -> Pod a/web  TCP 80\n');
});

test('a question that takes more than its budget is left open', () => {
  const model = modelOf(...basics, pod('a/web', '10.0.0.1'), policy('a/in', { selector: 'all()', ingress: [{ action: 'Allow', source: { selector: "a == 'b'" } }] }));
  expect(findFlow(model, { from: [any], to: [end(model, 'a/web')], wanted: 'allowed' }, 10))
    .toEqual({ answer: 'unknown', why: ['the question takes more work than its budget'], witness: undefined });
});

test('a block whose addresses pods have nearly all of is given up', () => {
  const pods = Array.from({ length: 200 }, (_, index) => pod(`a/p${index}`, `10.0.${index}.${index % 2 === 0 ? 1 : 2}`));
  const model = modelOf(...basics, ...pods);
  expect(findFlow(model, { from: [{ kind: 'outside', blocks: pods.map((_, index) => readCidr(`10.0.${index}.${index % 2 === 0 ? 1 : 2}/32`)!.network) }], to: [any], wanted: 'allowed' }))
    .toEqual({ answer: 'unknown', why: ['the question takes more work than its budget'], witness: undefined });
});

test('several ends are one question, and a yes counts more than what is open', () => {
  const objects = [pod('a/web', '10.0.0.1', { app: 'web' }), policy('a/in', { selector: "app == 'web'", ingress: [{ action: 'Allow', source: { nets: ['10.9.0.0/16'] } }] })];
  const model = modelOf(...basics, ...objects);
  const to = [end(model, 'a/web')];
  expect(printProof(findFlow(model, { from: [any, { kind: 'outside' }], to, wanted: 'allowed' }))).toBe('yes: 10.9.0.0 outside -> Pod a/web  TCP 80\n');
  expect(findFlow(model, { from: [any, { ...any, namespace: 'b' }], to, wanted: 'allowed' }).answer).toBe('unknown');
});

test('blocks settle the version', () => {
  const web = pod('a/web', '10.0.0.1', { app: 'web' });
  const six = { kind: 'outside', blocks: [readCidr('2001:db8::/64')!.network] } as const;
  expect(ask([web], any, six)).toBe('yes: a pod in namespace any-other without labels -> 2001:db8::1 outside  TCP 80\n');
  expect(() => ask([web], 'a/web', six)).toThrow('the two ends have no version of the Internet Protocol in common');
});

test('rejects ends that can\'t be asked for', () => {
  const host = calico('HostEndpoint', 'node-1', { node: 'n1' });
  expect(() => ask([host], '/node-1', any)).toThrow('HostEndpoint node-1 is a host endpoint: questions are asked of pods and workloads');
  expect(() => ask([pod('a/web', '10.0.0.1')], any, 'a/web', { families: [6] })).toThrow('Pod a/web has no IPv6 address');
  expect(() => ask([], any, { kind: 'pod', except: ['a = b'] })).toThrow('the selector "!(a = b)" is invalid');
});

describe('what a cluster allows beyond another', () => {
  const web = pod('a/web', '10.0.0.1', { app: 'web' });
  const ingress = (selector: string): JsonObject => policy('in', { selector: "app == 'web'", ingress: [{ action: 'Allow', source: { selector } }] });

  test('a selector that means the same allows nothing more', () => {
    const [one, other] = ["app in {'x', 'y'} && has(app)", "app == 'y' || app == 'x'"].map((selector) => modelOf(...basics, web, ingress(selector)));
    expect(findExcess(one, other)).toEqual({ answer: 'no' });
    expect(findExcess(other, one)).toEqual({ answer: 'no' });
  });

  test('a witness is confirmed by both', () => {
    const [one, other] = ["app == 'x'", "app == 'x' && tier == 't'"].map((selector) => modelOf(...basics, web, ingress(selector)));
    expect(printProof(findExcess(one, other)))
      .toBe('yes: a pod in namespace any-other with labels app=x -> a pod in namespace any-other with labels app=web  TCP 80\n');
    expect(findExcess(other, one)).toEqual({ answer: 'no' });
  });

  test('a namespace that one of them leaves out is what it is in the other', () => {
    const gate = policy('gate', { namespaceSelector: "team == 'red'", types: ['Egress'], egress: [] });
    const accountGate = policy('account-gate', { serviceAccountSelector: "kind == 'ci'", types: ['Egress'], egress: [] });
    const full = [namespace('a', { team: 'red' }), account('a', 'robot', { kind: 'ci' }), account('b', 'robot')];
    const [one, other] = [modelOf(...full, gate, accountGate), modelOf(gate, accountGate)];
    expect(findExcess(one, other)).toEqual({ answer: 'no' });
    expect(findExcess(other, one)).toEqual({ answer: 'no' });
  });

  test('a namespace that both have with different labels differs', () => {
    const gate = policy('gate', { namespaceSelector: "team == 'red'", types: ['Egress'], egress: [] });
    const [one, other] = [modelOf(namespace('a', { team: 'blue' }), gate), modelOf(namespace('a', { team: 'red' }), gate)];
    expect(printProof(findExcess(one, other))).toMatch(/^yes: a pod in namespace a without labels -> a pod in namespace any-other without labels/);
  });

  test('endpoints are found by name in both, and have to be there', () => {
    const [one, other] = [modelOf(...basics, web, ingress('all()')), modelOf(...basics, web, ingress("app == 'x'"))];
    const pairs = [[any, end(one, 'a/web')]] as const;
    expect(printProof(findExcess(one, other, { pairs, traffic: [{ protocol: 6, first: 80, last: 90 }] })))
      .toBe('yes: a pod in namespace any-other without labels -> Pod a/web  TCP 80\n');
    expect(() => findExcess(one, modelOf(...basics), { pairs })).toThrow('there is no Pod a/web in one of the models');
  });
});

test('no pod that may be created is an API server', () => {
  const rule = { action: 'Allow', destination: { services: { namespace: 'default', name: 'kubernetes' } } };
  expect(ask([egress(rule)], client, any)).toBe(NO);
  expect(ask([deployment('web', { app: 'web' }), egress(rule)], client, 'a/web')).toBe(NO);
});
