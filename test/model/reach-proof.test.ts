import { Cidr, ClusterModel, FlowEnd, IpVersion, Reach, ReachQuestion, Selector } from '../../src';

const NAMESPACES = ['app', 'web'].map((name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }));
const API = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'api', namespace: 'app', labels: { app: 'api' } },
  spec: {},
  status: { podIPs: [{ ip: '10.0.0.1' }] },
};
const policy = (source: object): object => ({
  apiVersion: 'projectcalico.org/v3',
  kind: 'NetworkPolicy',
  metadata: { name: 'api', namespace: 'app' },
  spec: { selector: "app == 'api'", types: ['Ingress'], ingress: [{ action: 'Allow', protocol: 'TCP', source, destination: { ports: [8080] } }] },
});
const model = ClusterModel.ofManifests([...NAMESPACES, API, policy({ selector: "app in {'web', 'shop'}" })]);
const api = FlowEnd.pod('app', 'api');

test('what any pod may reach comes with a pod and its verdict', () => {
  const proof = model.mayReach({ source: FlowEnd.pods(), destination: api });
  const { answer, reasons, flow, verdict } = proof;
  expect({ answer, reasons, flow, allowed: verdict?.allowed, certain: verdict?.certain }).toEqual({
    answer: 'yes',
    reasons: [],
    flow: {
      source: {
        title: 'a pod in namespace app with labels app=web',
        namespace: 'app',
        serviceAccount: 'default',
        labels: { app: 'web' },
        namespaceLabels: {},
        serviceAccountLabels: {},
        portNames: [],
      },
      destination: {
        title: 'Pod app/api', namespace: 'app', labels: {}, namespaceLabels: {}, serviceAccountLabels: {}, portNames: [], address: '10.0.0.1',
      },
      protocol: 'TCP',
      sourcePort: 40000,
      destinationPort: 8080,
      ipVersion: IpVersion.V4,
    },
    allowed: true,
    certain: true,
  });
  expect(proof.toText()).toBe(`yes: a pod in namespace app with labels app=web -> Pod app/api  TCP 8080

${verdict!.toText()}`);
  expect(verdict!.toText()).toContain('NetworkPolicy app/api');
});

test('what no pod may reach is proved', () => {
  const questions: readonly ReachQuestion[] = [
    { source: FlowEnd.namespace('web'), destination: api },
    { source: FlowEnd.pods({ selector: Selector.parse("app == 'other'") }), destination: api },
    { source: FlowEnd.pods(), destination: api, destinationPort: 80 },
    { source: FlowEnd.pods(), destination: api, protocol: 'udp' },
    { source: FlowEnd.each(FlowEnd.outside(Cidr.parse('203.0.113.0/24')), FlowEnd.outside(), FlowEnd.address('198.51.100.1')), destination: api },
    { source: FlowEnd.address('10.0.0.1'), destination: FlowEnd.outside(), reach: Reach.DENIED, ipVersion: IpVersion.V4 },
  ];
  for (const question of questions) {
    const { answer, flow, verdict } = model.mayReach(question);
    expect({ answer, flow, verdict }).toEqual({ answer: 'no', flow: undefined, verdict: undefined });
  }
  expect(model.mayReach(questions[0]).toText()).toBe('no: there is no such flow, whatever labels pods have\n');
});

test('what depends on addresses of pods is known once they are', () => {
  const byNet = ClusterModel.ofManifests([...NAMESPACES, API, policy({ nets: ['10.8.0.0/16'] })]);
  const question = { source: FlowEnd.pods(), destination: api };
  const open = byNet.mayReach(question);
  expect({ answer: open.answer, reasons: open.reasons, text: open.toText() }).toEqual({
    answer: 'unknown',
    reasons: ['no address is known of a pod that may be created: it is taken to lie in no block that a rule or network set names'],
    text: 'unknown:\n  no address is known of a pod that may be created: it is taken to lie in no block that a rule or network set names\n'
      + '  it may be: a pod in namespace any-other without labels -> Pod app/api  TCP 8080\n',
  });
  expect(byNet.mayReach({ ...question, podCidrs: [Cidr.parse('10.9.0.0/16')] }).answer).toBe('no');
  expect(byNet.mayReach({ ...question, podCidrs: [Cidr.parse('10.8.1.0/24')] }).flow!.source.address).toBe('10.8.1.0');
});

test('a cluster that opens more than another is told from one that doesn\'t', () => {
  const closed = ClusterModel.ofManifests([...NAMESPACES, API, policy({ selector: "app == 'web'" })]);
  expect(closed.allowsMoreThan(model).answer).toBe('no');
  const more = model.allowsMoreThan(closed);
  expect({ answer: more.answer, labels: more.flow!.source.labels, allowed: more.verdict!.allowed })
    .toEqual({ answer: 'yes', labels: { app: 'shop' }, allowed: true });
});

test('rejects questions that can\'t be asked', () => {
  const reject = (question: Partial<ReachQuestion>, message: string): void => {
    expect(() => model.mayReach({ source: FlowEnd.pods(), destination: api, ...question })).toThrow(`ClusterModel.mayReach: ${message}`);
  };
  reject({ source: FlowEnd.pod('app', 'web') }, 'there is no pod app/web in the model');
  reject({ protocol: 'tpc' }, 'there is no protocol "tpc": give TCP, UDP, SCTP, ICMP, ICMPv6, UDPLite or a number from 0 to 255');
  reject({ protocol: 'ICMP', destinationPort: 80 }, 'ICMP has no ports in Calico; leave the port out, or give TCP, UDP or SCTP');
  reject({ destinationPort: 70000 }, 'destinationPort is 70000: it is a whole number from 0 to 65535');
  reject({ ipVersion: IpVersion.V6 }, 'Pod app/api has no IPv6 address');
});
