import { readCidr } from '../../../../src/core/cidr';
import { JsonObject } from '../../../../src/core/manifests';
import { PolicyModel } from '../../../../src/core/policy';
import { findFlow, FlowQuestion, PodQuestion, printProof, ProofEnd } from '../../../../src/core/policy/proof';
import { account, basics, calico, modelOf, pod, policy } from '../asking';

const API = pod('a/api', '10.0.0.1', { app: 'api' }, { serviceAccountName: 'default', containers: [{ ports: [{ name: 'http', containerPort: 8080 }] }] });
const API_END = (model: PolicyModel): ProofEnd => ({ kind: 'endpoint', endpoint: model.endpointsNamed('a', 'api')[0] });
const block = (text: string) => readCidr(text)!.network;

interface Case extends Partial<Omit<FlowQuestion, 'from' | 'to'>> {
  readonly objects: readonly JsonObject[];
  readonly from?: PodQuestion | Extract<ProofEnd, { kind: 'outside' }>;
  readonly to?: PodQuestion | Extract<ProofEnd, { kind: 'outside' }>;
}

/** Asks of a cluster with a pod a/api, which is the end that isn't given. */
function answer({ objects, from, to, wanted = 'allowed', ...rest }: Case): string {
  const model = modelOf(...basics, API, ...objects);
  return printProof(findFlow(model, { from: [from ?? API_END(model)], to: [to ?? API_END(model)], wanted, ...rest })).trimEnd();
}

const NO = 'no: there is no such flow, whatever labels pods have';
const any: PodQuestion = { kind: 'pod' };
const ingress = (...rules: object[]): JsonObject => policy('a/in', { selector: "app == 'api'", types: ['Ingress'], ingress: rules });
const allow = (source: object, rest: object = {}): object => ({ action: 'Allow', source, ...rest });

const cases: readonly (readonly [string, Case, string])[] = [
  ['a policy without rules lets nobody in', { objects: [ingress()], from: any }, NO],
  [
    'the labels that a rule asks for are found',
    { objects: [ingress(allow({ selector: "app in {'web', 'shop'} && !has(old) && tier != 'x'" }))], from: any },
    'yes: a pod in namespace a with labels app=web -> Pod a/api  TCP 80',
  ],
  ['a NetworkPolicy means its own namespace', { objects: [ingress(allow({ selector: "app == 'web'" }))], from: { kind: 'pod', namespace: 'b' } }, NO],
  [
    'a namespace that nobody has made yet may have the labels that a rule asks for',
    { objects: [ingress(allow({ namespaceSelector: "team == 'blue'" }))], from: any },
    'yes: a pod in namespace any-other (which has labels team=blue) without labels -> Pod a/api  TCP 80',
  ],
  ['a namespace of the model has no other labels', { objects: [ingress(allow({ namespaceSelector: "team == 'blue'" }))], from: { kind: 'pod', namespace: 'a' } }, NO],
  [
    'a namespace that is named and not declared leaves its labels open',
    { objects: [ingress(allow({ namespaceSelector: "team == 'blue'" }))], from: { kind: 'pod', namespace: 'c' } },
    "unknown:\n  namespace c isn't among the manifests: it is taken to have no labels but its name\n"
      + '  it may be: a pod in namespace c (which has labels team=blue) without labels -> Pod a/api  TCP 80',
  ],
  [
    'a namespace is found by the name that Kubernetes puts among its labels',
    { objects: [ingress(allow({ namespaceSelector: "kubernetes.io/metadata.name starts with 'kube-'" }))], from: any },
    'yes: a pod in namespace kube-x without labels -> Pod a/api  TCP 80',
  ],
  [
    'service accounts are found by their labels',
    { objects: [account('a', 'robot', { kind: 'ci' }), ingress(allow({ serviceAccounts: { selector: "kind == 'ci'" } }))], from: { kind: 'pod', namespace: 'a' } },
    'yes: a pod in namespace a of service account robot without labels -> Pod a/api  TCP 80',
  ],
  [
    'a service account that nobody has made yet may have labels too',
    { objects: [ingress(allow({ serviceAccounts: { selector: "kind == 'ci'" } }))], from: { kind: 'pod', namespace: 'a' } },
    'yes: a pod in namespace a of service account x (which has labels kind=ci) without labels -> Pod a/api  TCP 80',
  ],
  [
    'the default service account of the model has no labels',
    { objects: [ingress(allow({ serviceAccounts: { selector: "kind == 'ci'" } }))], from: { kind: 'pod', namespace: 'a', selector: "projectcalico.org/serviceaccount == 'default'" } },
    NO,
  ],
  ['service accounts are found by their names', { objects: [ingress(allow({ serviceAccounts: { names: ['one'] } }))], from: { kind: 'pod', serviceAccountSelector: "projectcalico.org/name == 'two'" } }, NO],
  [
    'a tier that passes leaves it to the next one',
    {
      objects: [
        calico('Tier', 'first', { order: 1 }), policy('first.pass', { tier: 'first', selector: 'all()', types: ['Ingress'], ingress: [{ action: 'Pass', source: { selector: "a == 'b'" } }] }),
        ingress(allow({ selector: "c == 'd'" })),
      ],
      from: any,
    },
    'yes: a pod in namespace a with labels a=b, c=d -> Pod a/api  TCP 80',
  ],
  [
    'a tier ends by its default where one of its policies selects',
    { objects: [calico('Tier', 'first', { order: 1, defaultAction: 'Pass' }), policy('first.none', { tier: 'first', selector: 'all()', types: ['Ingress'] })], from: any },
    'yes: a pod in namespace any-other without labels -> Pod a/api  TCP 80',
  ],
  ['profiles of namespaces allow what no policy selects', { objects: [], to: any, wanted: 'denied' }, NO],
  [
    'a policy on egress of pods of some labels is found',
    { objects: [policy('out', { selector: "quarantine == 'yes'", types: ['Egress'] })], from: any, wanted: 'denied' },
    'yes: a pod in namespace any-other with labels quarantine=yes -> Pod a/api  TCP 80',
  ],
  ['staged policies decide nothing', { objects: [calico('StagedGlobalNetworkPolicy', 'out', { selector: 'all()', types: ['Egress'] })], from: any, wanted: 'denied' }, NO],
  ['Log decides nothing', { objects: [ingress({ action: 'Log' }, allow({}, { protocol: 'UDP' }))], from: any, traffic: [{ protocol: 6 }] }, NO],
  [
    'ports are found between those that are ruled out',
    { objects: [ingress(allow({}, { protocol: 'TCP', destination: { ports: ['1:79', '81:8079'], notPorts: ['1:79', '81:442', '444:65535'] } }))], from: { kind: 'pod', namespace: 'a' } },
    'yes: a pod in namespace a without labels -> Pod a/api  TCP 443',
  ],
  ['a port by a name that the end has', { objects: [ingress(allow({}, { protocol: 'TCP', destination: { ports: ['http'] } }))], from: any, traffic: [{ protocol: 6, first: 80 }] }, NO],
  [
    'a pod may name its ports as a rule asks',
    { objects: [policy('in', { selector: "app == 'x'", ingress: [allow({}, { protocol: 'TCP', destination: { ports: ['http'] } })] })], to: { kind: 'pod', selector: "app == 'x'" } },
    'yes: Pod a/api -> a pod in namespace any-other with labels app=x whose port is named http  TCP 80',
  ],
  [
    'a selector counts with numbered ports, beside names, for everything at the end',
    {
      objects: [policy('out', {
        selector: 'all()',
        types: ['Egress'],
        egress: [
          { action: 'Allow', protocol: 'TCP', destination: { selector: "app == 'x'", ports: ['http', 81] } },
          { action: 'Allow', protocol: 'TCP', destination: { selector: "app == 'api'", ports: ['http'] } },
        ],
      })],
      from: { kind: 'pod', namespace: 'b' },
    },
    'yes: a pod in namespace b without labels -> Pod a/api  TCP 8080',
  ],
  ['protocols without ports have none', { objects: [ingress(allow({}, { destination: { ports: ['1:65535'] } }))], from: any, traffic: [{ protocol: 47 }, { protocol: 1 }] }, NO],
  [
    'ICMP types are found',
    { objects: [ingress(allow({}, { protocol: 'ICMP', icmp: { type: 8, code: 1 } }))], from: { kind: 'pod', namespace: 'a' } },
    'yes: a pod in namespace a without labels -> Pod a/api  ICMP type 8 code 1',
  ],
  [
    'addresses outside are found between those that are ruled out',
    { objects: [ingress(allow({ nets: ['203.0.112.0/23'], notNets: ['203.0.113.0/24', '203.0.112.0/25'] }))], from: { kind: 'outside' } },
    'yes: 203.0.112.128 outside -> Pod a/api  TCP 80',
  ],
  ['an address of a pod isn\'t outside', { objects: [ingress(allow({ nets: ['10.0.0.1/32'] }))], from: { kind: 'outside' } }, NO],
  [
    'network sets are found by their labels',
    { objects: [calico('GlobalNetworkSet', 'feed', { nets: ['198.18.0.0/15'] }, { feed: 'x' }), ingress(allow({ selector: "feed == 'x'", namespaceSelector: 'global()' }))], from: { kind: 'outside' } },
    'yes: 198.18.0.0 outside -> Pod a/api  TCP 80',
  ],
  [
    'an address outside within blocks that are asked for',
    { objects: [ingress(allow({ nets: ['0.0.0.0/0'] }))], from: { kind: 'outside', blocks: [block('192.0.2.0/30')], except: [block('192.0.2.0/31')] } },
    'yes: 192.0.2.2 outside -> Pod a/api  TCP 80',
  ],
  [
    'what depends on the address of a pod is unknown',
    { objects: [ingress(allow({ nets: ['10.1.0.0/16'] }))], from: any },
    'unknown:\n  no address is known of a pod that may be created: it is taken to lie in no block that a rule or network set names\n'
      + '  it may be: a pod in namespace any-other without labels -> Pod a/api  TCP 80',
  ],
  [
    'it is known where blocks of pods are given',
    { objects: [ingress(allow({ nets: ['10.1.0.0/16'] }))], from: { kind: 'pod', blocks: [block('10.1.2.0/24')] } },
    'yes: a pod in namespace any-other without labels at 10.1.2.0 -> Pod a/api  TCP 80',
  ],
  ['pods that aren\'t meant are left out', { objects: [ingress(allow({ selector: "app == 'web'" }))], from: { kind: 'pod', except: ["app == 'web' && projectcalico.org/namespace == 'a'"] } }, NO],
  ['no label has a value that Kubernetes refuses', { objects: [ingress(allow({ selector: "app == 'a/b' || app starts with '-' || app ends with '.' || app contains '%' || a//b == 'x'" }))], from: any }, NO],
  [
    'a value is made that Kubernetes takes',
    { objects: [ingress(allow({ selector: "app contains '-'" }))], from: any },
    'yes: a pod in namespace a with labels app=x-x -> Pod a/api  TCP 80',
  ],
  [
    'a value that would be too long is no witness',
    { objects: [ingress(allow({ selector: `app contains '${'a'.repeat(40)}' && app contains '${'b'.repeat(40)}'` }))], from: any },
    `unknown:\n  it takes a label or name of "${'a'.repeat(40)}${'b'.repeat(40)}", which Kubernetes refuses\n`
      + `  it may be: a pod in namespace a with labels app=${'a'.repeat(40)}${'b'.repeat(40)} -> Pod a/api  TCP 80`,
  ],
  ['a pod can\'t say that it is in another namespace', { objects: [ingress(allow({ selector: "projectcalico.org/orchestrator == 'cni'" }))], from: any }, NO],
  [
    'IPv6 has rules of its own',
    { objects: [ingress(allow({ nets: ['2001:db8:5::/48'] }))], from: { kind: 'outside' }, to: { kind: 'pod', namespace: 'a', selector: "app == 'api'" }, families: [6] },
    'yes: 2001:db8:5:: outside -> a pod in namespace a with labels app=api  TCP 80',
  ],
];

test.each(cases)('%s', (_, given, expected) => {
  expect(answer(given)).toBe(expected);
});
