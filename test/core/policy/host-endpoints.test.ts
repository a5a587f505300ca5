import { ask, basics, calico, endOf, modelOf, openOf, pod, policy } from './asking';
import { JsonObject } from '../../../src/core/manifests';
import { endTitle, explain, packetTitle, printWalk, resolveFlow } from '../../../src/core/policy';

/*
 * Sources: felix/rules/static.go and endpoints.go (the chains), felix/calc/event_sequencer.go (which policies go where),
 * felix/dataplane/linux/endpoint_mgr.go (which host endpoint governs), and docs.tigera.io/calico/latest/network-policy/hosts.
 */

const host = (name: string, node: string, spec: object = {}): JsonObject => calico('HostEndpoint', name, { node, ...spec }, { host: node });
const eth = (name: string, node: string, ip: string, spec: object = {}): JsonObject => host(name, node, { interfaceName: 'eth0', expectedIPs: [ip], ...spec });
const OUTSIDE = '203.0.113.1';
const deny = [{ action: 'Deny' }];
const allow = [{ action: 'Allow' }];

describe('traffic of a host', () => {
  const n1 = eth('n1-eth0', 'n1', '192.0.2.1');

  test('is denied without policy and profile, but for the failsafe ports', () => {
    const model = modelOf(n1);
    expect(ask(model, OUTSIDE, '192.0.2.1')).toEqual({ allowed: false, certain: true, by: ['ingress profile:none default deny'] });
    expect(ask(model, '192.0.2.1', OUTSIDE)).toEqual({ allowed: false, certain: true, by: ['egress profile:none default deny'] });
    expect(ask(model, OUTSIDE, '@n1-eth0', { destinationPort: 22 })).toEqual({ allowed: true, certain: true, by: ['ingress failsafe allow'] });
    expect(ask(model, '192.0.2.1', OUTSIDE, { destinationPort: 53, protocol: 'UDP' }).by).toEqual(['egress failsafe allow']);
    expect(ask(model, '192.0.2.1', OUTSIDE, { destinationPort: 22 }).allowed).toBe(false);
  });

  test('is let through by a profile, or denied by one that nobody made', () => {
    const by = (profiles: string[], ...more: JsonObject[]): readonly string[] => ask(modelOf(eth('h', 'n1', '192.0.2.1', { profiles }), ...more), OUTSIDE, '192.0.2.1').by;
    expect(by(['projectcalico-default-allow'])).toEqual(['ingress profile:projectcalico-default-allow rule:0 allow']);
    expect(by(['lost'])).toEqual(['ingress profile:lost rule:0 deny']);
    expect(by(['kns.a'], ...basics)).toEqual(['ingress profile:kns.a rule:0 allow']);
    expect(by(['ksa.a.default', 'mine'], ...basics, calico('Profile', 'mine', { ingress: [{ action: 'Pass' }, { action: 'Allow' }] })))
      .toEqual(['ingress profile:none default deny']);
    expect(by(['bad'], calico('Profile', 'bad', { ingress: [{ action: 'Accept' }] }))).toEqual(['ingress profile:bad rule:0 deny']);
  });

  test('meets untracked policies first, then those before DNAT, then normal ones', () => {
    const policies = [
      policy('raw', { selector: 'has(host)', doNotTrack: true, applyOnForward: true, ingress: [{ action: 'Allow', source: { nets: ['203.0.113.1/32'] } }, { action: 'Pass' }] }),
      policy('early', { selector: 'has(host)', preDNAT: true, applyOnForward: true, ingress: [{ action: 'Allow', source: { nets: ['203.0.113.2/32'] } }] }),
      policy('normal', { selector: 'has(host)', ingress: deny }),
    ];
    const model = modelOf(n1, ...policies);
    expect(ask(model, '203.0.113.1', '192.0.2.1').by).toEqual(['ingress untracked tier:default policy:GlobalNetworkPolicy//raw rule:0 allow']);
    expect(ask(model, '203.0.113.2', '192.0.2.1').by).toEqual([
      'ingress untracked nothing continue',
      'ingress preDnat tier:default policy:GlobalNetworkPolicy//early rule:0 allow',
    ]);
    expect(ask(model, '203.0.113.3', '192.0.2.1').by).toEqual([
      'ingress untracked nothing continue',
      'ingress preDnat nothing continue',
      'ingress tier:default policy:GlobalNetworkPolicy//normal rule:0 deny',
    ]);
  });

  test('is not policed where no host endpoint governs it, and open where it isn\'t known which does', () => {
    const node = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'n1' }, status: { addresses: [{ address: '192.0.2.9' }, { address: 'n1.example' }] } };
    expect(ask(modelOf(node, eth('other', 'n2', '192.0.2.2')), OUTSIDE, '192.0.2.9')).toEqual({ allowed: true, certain: true, by: [] });
    const open = modelOf(node, n1);
    expect(ask(open, OUTSIDE, '192.0.2.9')).toEqual({ allowed: true, certain: false, by: [] });
    expect(openOf(open, OUTSIDE, '192.0.2.9')).toEqual(['the interface isn\'t known that traffic takes at node n1, and HostEndpoint n1-eth0 governs one']);
    expect(ask(modelOf(node, host('all', 'n1', { interfaceName: '*' })), OUTSIDE, '192.0.2.9').by).toEqual(['ingress profile:none default deny']);
  });

  test('has the failsafe ports that the FelixConfiguration gives', () => {
    const felix = calico('FelixConfiguration', 'default', {
      failsafeInboundHostPorts: [{ protocol: 'TCP', port: 8443, net: '203.0.113.0/24' }, { protocol: 'TCP' }, { protocol: 'UDP', port: 5 }],
      failsafeOutboundHostPorts: [],
    });
    const model = modelOf(n1, felix);
    expect(ask(model, OUTSIDE, '192.0.2.1', { destinationPort: 8443 }).allowed).toBe(true);
    expect(ask(model, '198.51.100.1', '192.0.2.1', { destinationPort: 8443 }).allowed).toBe(false);
    expect(ask(model, OUTSIDE, '192.0.2.1', { destinationPort: 22 }).allowed).toBe(false);
    expect(ask(model, '192.0.2.1', OUTSIDE, { destinationPort: 6443 }).allowed).toBe(false);
  });
});

describe('traffic of pods', () => {
  const pods = [pod('a/one', '10.0.0.1', {}, { nodeName: 'n1' }), pod('a/two', '10.0.0.2', {}, { nodeName: 'n2' }), pod('a/three', '10.0.0.3', {}, { nodeName: 'n1' })];
  const all = [host('n1-all', 'n1', { interfaceName: '*' }), host('n2-all', 'n2', { interfaceName: '*' })];

  test('passes hosts freely as long as no policy applies on forward', () => {
    const model = modelOf(...basics, ...pods, ...all, policy('host', { selector: 'has(host)', ingress: deny, egress: deny }));
    expect(ask(model, 'a/one', 'a/two').by).toEqual(['egress profile:kns.a rule:0 allow', 'ingress profile:kns.a rule:0 allow']);
  });

  test('meets policies that apply on forward at both hosts, around those of the pods', () => {
    const forward = policy('fwd', { selector: 'has(host)', applyOnForward: true, ingress: allow, egress: allow });
    expect(ask(modelOf(...basics, ...pods, ...all, forward), 'a/one', 'a/two').by).toEqual([
      'ingress forward tier:default policy:GlobalNetworkPolicy//fwd rule:0 allow',
      'egress profile:kns.a rule:0 allow',
      'egress forward tier:default policy:GlobalNetworkPolicy//fwd rule:0 allow',
      'ingress forward tier:default policy:GlobalNetworkPolicy//fwd rule:0 allow',
      'ingress profile:kns.a rule:0 allow',
      'egress forward tier:default policy:GlobalNetworkPolicy//fwd rule:0 allow',
    ]);
    const closing = policy('fwd', { selector: 'host == "n2"', applyOnForward: true, ingress: [{ action: 'Allow', protocol: 'UDP' }] });
    expect(ask(modelOf(...basics, ...pods, ...all, closing), 'a/one', 'a/two').by).toEqual([
      'egress profile:kns.a rule:0 allow', 'ingress forward tier:default default deny',
    ]);
  });

  test('on one node leaves it never, and meets no untracked policy on its way out', () => {
    const untracked = policy('raw', { selector: 'has(host)', doNotTrack: true, applyOnForward: true, ingress: deny });
    const early = policy('early', { selector: 'has(host)', preDNAT: true, applyOnForward: true, ingress: allow });
    expect(ask(modelOf(...basics, ...pods, ...all, untracked, early), 'a/one', 'a/three').by).toEqual([
      'ingress preDnat tier:default policy:GlobalNetworkPolicy//early rule:0 allow',
      'egress profile:kns.a rule:0 allow',
      'ingress profile:kns.a rule:0 allow',
    ]);
    expect(ask(modelOf(...basics, ...pods, ...all, untracked), OUTSIDE, 'a/one').by).toEqual(['ingress untracked tier:default policy:GlobalNetworkPolicy//raw rule:0 deny']);
  });

  test('from a host to its own pods is never policed, and to their own host as Felix is told', () => {
    const own = eth('n1-eth0', 'n1', '192.0.2.1');
    const felix = (action: string): JsonObject => calico('FelixConfiguration', 'default', { defaultEndpointToHostAction: action });
    const model = modelOf(...basics, ...pods, own, policy('a/closed', { ingress: deny }));
    expect(ask(model, '192.0.2.1', 'a/one')).toEqual({ allowed: true, certain: true, by: [] });
    expect(ask(model, '192.0.2.1', 'a/two', { destinationPort: 6443 }).by).toEqual(['egress failsafe allow', 'ingress tier:default policy:NetworkPolicy/a/closed rule:0 deny']);
    expect(ask(model, 'a/one', '192.0.2.1')).toEqual({ allowed: true, certain: false, by: ['egress profile:kns.a rule:0 allow'] });
    expect(openOf(model, 'a/one', '192.0.2.1')).toEqual(['what pods may send to their own host is set by defaultEndpointToHostAction, and no FelixConfiguration says it']);
    expect(ask(modelOf(...basics, ...pods, own, felix('Accept')), 'a/one', '192.0.2.1')).toEqual({ allowed: true, certain: true, by: ['egress profile:kns.a rule:0 allow'] });
    expect(ask(modelOf(...basics, ...pods, own, felix('Drop')), 'a/one', '192.0.2.1')).toEqual({ allowed: false, certain: true, by: ['egress profile:kns.a rule:0 allow'] });
    expect(ask(modelOf(...basics, ...pods, own, felix('Return')), 'a/one', '192.0.2.1').certain).toBe(false);
  });

  test('is open where the node of a pod or the interface isn\'t known, and that matters', () => {
    const forward = policy('fwd', { selector: 'has(host)', applyOnForward: true, ingress: deny });
    const lost = pod('a/lost', '10.0.0.9');
    expect(ask(modelOf(...basics, lost, ...all), OUTSIDE, 'a/lost').certain).toBe(true);
    const model = modelOf(...basics, lost, ...pods, ...all, forward);
    expect(ask(model, OUTSIDE, 'a/lost')).toEqual({ allowed: true, certain: false, by: ['ingress profile:kns.a rule:0 allow'] });
    expect(openOf(model, OUTSIDE, 'a/lost')).toEqual(["a pod's node isn't known, and HostEndpoint n1-all has policies for traffic that its node passes on"]);
    expect(ask(modelOf(...basics, ...pods, eth('n1-eth0', 'n1', '192.0.2.1'), forward), OUTSIDE, 'a/one').certain).toBe(false);
  });

  test('on the network of a host is traffic of the host', () => {
    const model = modelOf(...basics, pod('a/agent', '192.0.2.1', {}, { nodeName: 'n1', hostNetwork: true }), host('n1-all', 'n1', { interfaceName: '*' }));
    expect(model.endpoints.map(({ name }) => name)).toEqual(['n1-all']);
    expect(ask(model, OUTSIDE, '192.0.2.1').by).toEqual(['ingress profile:none default deny']);
  });
});

test('a policy of pods and hosts alike leaves hosts out once it has a namespace selector', () => {
  // GlobalNetworkPolicyProcessor replaces all() by has(projectcalico.org/namespace).
  const model = modelOf(...basics, pod('a/one', '10.0.0.1'), host('n1', 'n1', { expectedIPs: ['192.0.2.1'], profiles: ['projectcalico-default-allow'] }),
    policy('every', { selector: 'all()', namespaceSelector: 'all()', serviceAccountSelector: 'all()', ingress: deny }));
  expect(ask(model, OUTSIDE, 'a/one').by).toEqual(['ingress tier:default policy:GlobalNetworkPolicy//every rule:0 deny']);
  expect(ask(model, OUTSIDE, '192.0.2.1').by).toEqual(['ingress profile:projectcalico-default-allow rule:0 allow']);
});

test('a host endpoint has labels of its own and of its profiles, and named ports', () => {
  const model = modelOf(
    calico('HostEndpoint', 'h', { node: 'n', expectedIPs: ['192.0.2.1', 'bad'], profiles: ['role'], ports: [{ name: 'web', protocol: 'TCP', port: 80 }, { name: 'bad' }] }),
    calico('Profile', 'role', { labelsToApply: { role: 'edge' } }),
    policy('edge', { selector: 'role == "edge"', ingress: [{ action: 'Allow', protocol: 'TCP', destination: { ports: ['web'] } }] }),
  );
  expect(ask(model, OUTSIDE, '192.0.2.1').by).toEqual(['ingress tier:default policy:GlobalNetworkPolicy//edge rule:0 allow']);
  expect(ask(model, OUTSIDE, '192.0.2.1', { destinationPort: 81 }).by).toEqual(['ingress tier:default default deny']);
});

test('the walk tells failsafe ports, chains, missing profiles, barriers and assumptions', () => {
  const walkOf = (source: string, destination: string, destinationPort: number, ...objects: JsonObject[]): string => {
    const model = modelOf(...objects);
    const packet = resolveFlow(model, { source: endOf(source), destination: endOf(destination), protocol: 'TCP', destinationPort });
    const { decision, stations, open } = explain(model, packet);
    return printWalk({ title: `${endTitle(packet.source)} -> ${endTitle(packet.destination)}  ${packetTitle(packet)}`, stations, barrier: decision.barrier, open });
  };
  const n1 = eth('n1', 'n1', '192.0.2.1');
  const raw = policy('raw', { selector: 'has(host)', doNotTrack: true, applyOnForward: true, ingress: [{ action: 'Log' }] });
  expect(walkOf(OUTSIDE, '192.0.2.1', 22, n1)).toBe(`203.0.113.1 -> HostEndpoint n1 (192.0.2.1)  TCP 22

ingress of HostEndpoint n1: allow
  failsafe                                                      the port is one that host policies never close: allow
`);
  expect(walkOf(OUTSIDE, '192.0.2.1', 80, n1, raw)).toBe(`203.0.113.1 -> HostEndpoint n1 (192.0.2.1)  TCP 80

ingress of HostEndpoint n1, untracked chain: continue
  tier default    GlobalNetworkPolicy raw                       spec.ingress[0] logs; no rule matches
                  end of tier                                   pass

ingress of HostEndpoint n1: deny
  profiles                                                      no profile allows it: deny
`);
  const lost = pod('lost/one', '10.9.0.1', {}, { nodeName: 'n1' });
  const maybe = [
    policy('maybe', { namespaceSelector: 'team == "red"', types: ['Egress'], tier: 't', egress: [{ action: 'Allow' }] }),
    policy('a-policy-with-a-name-that-fills-its-whole-column', { namespaceSelector: 'team != "red"', egress: [{ action: 'Allow', destination: { notNets: ['10.0.0.0/8'] } }] }),
  ];
  const drop = calico('FelixConfiguration', 'default', { defaultEndpointToHostAction: 'Drop' });
  expect(walkOf('lost/one', '192.0.2.1', 80, n1, lost, drop, calico('Tier', 't', { order: 1 }), ...maybe)).toBe(`Pod lost/one (10.9.0.1) -> HostEndpoint n1 (192.0.2.1)  TCP 80

egress of Pod lost/one: allow
  tier t          GlobalNetworkPolicy maybe                     is taken not to select the end; no rule matches
                  end of tier                                   is skipped: none of its policies is taken to select the end
  tier default    GlobalNetworkPolicy a-policy-with-a-name-that-fills-its-whole-column  is taken to select the end; spec.egress[0]: allow

Felix drops what pods send to their own host: its defaultEndpointToHostAction is Drop

not certain:
  whether GlobalNetworkPolicy maybe selects the end isn't known
  whether GlobalNetworkPolicy a-policy-with-a-name-that-fills-its-whole-column selects the end isn't known
`);
  expect(walkOf(OUTSIDE, '203.0.113.2', 80)).toBe('203.0.113.1 -> 203.0.113.2  TCP 80\n\nno policy of the model applies to either end\n');
});
