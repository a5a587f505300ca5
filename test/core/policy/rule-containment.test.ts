import fc from 'fast-check';
import { JsonObject, Manifest } from '../../../src/core/manifests';
import { buildModel, matchRule, Packet, resolveFlow, Rule } from '../../../src/core/policy';
import { readRule } from '../../../src/core/policy/read-rule';
import { coverOf, covers, isCatchAll } from '../../../src/core/policy/rule-containment';
import { samplePacket } from '../../../src/core/policy/sample-packet';
import { SelectorPool } from '../../../src/core/policy/selector-pool';

const POOL = new SelectorPool();

function rule(parts: JsonObject): Rule {
  return readRule({ action: 'Allow', ...parts }, ['spec', 'ingress', 0], 'a', POOL);
}

/** Of a GlobalNetworkPolicy, where leaving out a namespaceSelector asks for less. */
function globalRule(parts: JsonObject): Rule {
  return readRule({ action: 'Allow', ...parts }, ['spec', 'ingress', 0], undefined, POOL);
}

function some<T extends object>(parts: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<JsonObject> {
  return fc.record(parts, { requiredKeys: [] }) as fc.Arbitrary<JsonObject>;
}

const selector = fc.constantFrom(
  'all()', "app == 'x'", "app != 'x'", "app in {'x', 'y'}", "app in {'y', 'z'}", "app not in {'x', 'y'}", 'has(app)', '!has(app)', "app starts with 'x'",
  "app == 'x' && role == 'f'", "app == 'x' || role == 'f'", "app contains 'x'", "app ends with 'y'", "role == 'f'",
);
const ports = fc.uniqueArray(fc.constantFrom<number | string>(80, 443, '80:443', '0:65535', '0:400', '300:65535', 'http'), { minLength: 1, maxLength: 2 });
const nets = fc.constantFrom(
  ['10.0.0.0/8'], ['10.0.0.0/9'], ['10.128.0.0/9'], ['10.0.0.0/24', '203.0.113.0/24'], ['0.0.0.0/0'], ['fd00::/16'], ['10.0.0.0/31'], ['203.0.113.0/25'],
);
const entity = some({ selector, nets, notNets: nets, notSelector: selector, namespaceSelector: fc.constantFrom('all()', "team == 'red'", 'global()') });
const withPorts = fc.tuple(entity, some({ ports, notPorts: ports })).map(([one, two]) => ({ ...one, ...two }));
const http = fc.constantFrom({ methods: ['GET'] }, { paths: [{ exact: '/a' }] });
const arbitraryRule = fc.oneof(
  fc.tuple(fc.constantFrom('TCP', 'UDP'), entity, withPorts, some({ ipVersion: fc.constantFrom(4, 6), http }))
    .map(([protocol, source, destination, more]) => ({ protocol, source, destination, ...more })),
  some({ notProtocol: fc.constantFrom('TCP', 'ICMP', 47), source: entity, destination: entity }),
  some({
    protocol: fc.constant('ICMP'),
    icmp: fc.constantFrom({ type: 8 }, { type: 8, code: 0 }, { type: 3 }),
    notICMP: fc.constantFrom({ type: 8 }, { type: 8, code: 0 }, { type: 8, code: 1 }),
    source: entity,
  }),
  fc.constantFrom<JsonObject>({ source: { services: { name: 's', namespace: 'a' } } }, { destination: { services: { name: 's', namespace: 'a' } } }, {}),
);

/** The same rule, asking for less. */
function loosened(parts: JsonObject, pick: number): JsonObject {
  const removable = [
    ...Object.keys(parts).filter((key) => key !== 'protocol').map((key) => [key]),
    ...(['source', 'destination'] as const).flatMap((side) => Object.keys((parts[side] ?? {}) as object).map((key) => [side, key])),
  ];
  if (removable.length === 0) {
    return parts;
  }
  const [key, inner] = removable[pick % removable.length];
  const copy = structuredClone(parts) as Record<string, Record<string, unknown>>;
  if (inner === undefined) {
    delete copy[key];
  } else {
    delete copy[key][inner];
  }
  return copy;
}

const objects = (apps: readonly string[]): JsonObject[] => [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a', labels: { team: 'red' } } },
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'b' } },
  ...apps.map((app, index) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `pod-${index}`, namespace: index % 2 ? 'b' : 'a', labels: { ...(app !== '' && { app }), ...(index % 3 === 0 && { role: 'f' }) } },
    spec: { containers: [{ ports: [{ name: 'http', containerPort: index % 2 ? 8080 : 80 }] }] },
    status: { podIPs: [{ ip: `10.${index * 60}.0.${index}` }, { ip: `fd00::${index}` }] },
  })),
  { apiVersion: 'projectcalico.org/v3', kind: 'GlobalNetworkSet', metadata: { name: 'set', labels: { app: 'x' } }, spec: { nets: ['10.0.0.0/8'] } },
  { apiVersion: 'v1', kind: 'Service', metadata: { name: 's', namespace: 'a' }, spec: { selector: { app: 'x' }, ports: [{ port: 80 }] } },
];
const MODEL = buildModel(objects(['x', 'y', '', 'xy', 'z']).map((object) => new Manifest(object)));
const END = fc.constantFrom('10.0.0.0', '10.60.0.1', '10.120.0.2', '10.180.0.3', '10.240.0.4', '203.0.113.200', '203.0.113.9', '198.51.100.1');
const packet: fc.Arbitrary<Packet> = fc.record({
  source: END,
  destination: END,
  protocol: fc.constantFrom('TCP', 'TCP', 'UDP', 'ICMP', '47'),
  port: fc.constantFrom(0, 80, 350, 443, 8080),
  code: fc.constantFrom(0, 1),
  method: fc.constantFrom(undefined, 'GET', 'PUT'),
}).map(({ source, destination, protocol, port, code, method }) => {
  const hasPorts = protocol === 'TCP' || protocol === 'UDP';
  return resolveFlow(MODEL, {
    source: { by: 'address', address: source },
    destination: { by: 'address', address: destination },
    protocol,
    destinationPort: hasPorts && port > 0 ? port : undefined,
    sourcePort: hasPorts ? 40_000 : undefined,
    icmpType: protocol === 'ICMP' ? 8 : undefined,
    icmpCode: protocol === 'ICMP' ? code : undefined,
    ipVersion: 4,
    ...(method !== undefined && { http: { method, path: '/a' } }),
  });
}).filter((one) => one.protocol !== 6 || one.destinationPort !== undefined);

test('a rule that covers others matches every packet that they match', () => {
  let covered = 0;
  fc.assert(fc.property(
    fc.array(arbitraryRule, { minLength: 1, maxLength: 4 }), arbitraryRule, fc.option(fc.nat(20)), fc.array(packet, { minLength: 8, maxLength: 8 }),
    (earlier, later, pick, packets) => {
      const rules = [...earlier, ...(pick === null ? [] : [loosened(later, pick)])].map(rule);
      const b = rule(later);
      const cover = coverOf(rules, b);
      if (cover) {
        covered++;
        for (const one of packets) {
          if (matchRule(b, one, MODEL.services) === 1) {
            expect(cover.map((index) => matchRule(rules[index], one, MODEL.services))).toContain(1);
          }
        }
      }
    }), { numRuns: 20_000, seed: 61 });
  expect(covered).toBeGreaterThan(2000);
});

test('whatever asks for less covers what asks for more', () => {
  fc.assert(fc.property(arbitraryRule, fc.nat(20), (parts, pick) => {
    const b = globalRule(parts);
    fc.pre(b.matchesV4 || b.matchesV6);
    const looser = loosened(parts, pick);
    const kept = JSON.stringify(looser.source ?? {}) + JSON.stringify(looser.destination ?? {});
    // A notSelector stands alone or narrows a selector, by what is beside it: those are different questions.
    fc.pre(!kept.includes('notSelector') && !JSON.stringify(parts).includes('notSelector') && !JSON.stringify(parts).includes('http'));
    expect({ looser, parts, covers: covers(globalRule(looser), b) }).toEqual({ looser, parts, covers: true });
  }), { numRuns: 3000, seed: 62 });
});

test.each<[string, JsonObject[], JsonObject, number[] | undefined]>([
  ['halves of a net', [{ source: { nets: ['10.0.0.0/9'] } }, { source: { nets: ['10.128.0.0/9'] } }], { source: { nets: ['10.0.0.0/8'] } }, [0, 1]],
  ['halves with a gap', [{ source: { nets: ['10.0.0.0/9'] } }, { source: { nets: ['10.128.0.0/10'] } }], { source: { nets: ['10.0.0.0/8'] } }, undefined],
  ['ranges of ports', [{ protocol: 'TCP', destination: { ports: ['1:100'] } }, { protocol: 'TCP', destination: { ports: ['101:200'] } }],
    { protocol: 'TCP', destination: { ports: ['50:150'] } }, [0, 1]],
  ['ports without the others', [{ protocol: 'TCP', destination: { ports: [80] } }, { protocol: 'TCP', destination: { notPorts: [80] } }], { protocol: 'TCP' }, [0, 1]],
  ['values of a label', [{ source: { selector: "app == 'x'" } }, { source: { selector: "app == 'y'" } }], { source: { selector: "app in {'x', 'y'}" } }, [0, 1]],
  ['one of the values', [{ source: { selector: "app == 'x'" } }, { source: { selector: "app == 'z'" } }], { source: { selector: "app in {'x', 'y'}" } }, undefined],
  ['families', [{ ipVersion: 6 }, { ipVersion: 4 }], { protocol: 'TCP' }, [0, 1]],
  ['one family', [{ ipVersion: 6 }], { protocol: 'TCP' }, undefined],
  ['two parts at once', [{ source: { nets: ['10.0.0.0/9'] }, protocol: 'TCP', destination: { ports: [80] } }, { source: { nets: ['10.128.0.0/9'] } }],
    { source: { nets: ['10.0.0.0/8'] }, protocol: 'TCP', destination: { ports: [80, 81] } }, undefined],
  ['a rule that matches no family', [{}], { ipVersion: 4, source: { nets: ['fd00::/16'] } }, undefined],
  ['ports where the protocol has none', [{ destination: { notPorts: [80] } }], { protocol: 47 }, [0]],
  ['named ports with the same selector', [{ protocol: 'TCP', destination: { selector: "app == 'x'", ports: ['http', 'web'] } }],
    { protocol: 'TCP', destination: { selector: "app == 'x'", ports: ['http'] } }, [0]],
  ['named ports with another selector', [{ protocol: 'TCP', destination: { selector: "app == 'x'", ports: ['http'] } }],
    { protocol: 'TCP', destination: { selector: "app == 'y'", ports: ['http'] } }, undefined],
  ['named ports of anything', [{ protocol: 'TCP', destination: { ports: ['http'] } }], { protocol: 'TCP', destination: { selector: "app == 'y'", ports: ['http'] } }, [0]],
  ['other named ports to leave out', [{ protocol: 'TCP', destination: { notPorts: ['http'] } }], { protocol: 'TCP', destination: { notPorts: ['web'] } }, undefined],
  ['a Service, with and without its ports', [{ destination: { services: { name: 's', namespace: 'a' } } }], { destination: { services: { name: 's', namespace: 'a' } } }, [0]],
  ['another Service', [{ destination: { services: { name: 's', namespace: 'a' } } }], { destination: { services: { name: 't', namespace: 'a' } } }, undefined],
  ['the same HTTP request', [{ protocol: 'TCP', http: { methods: ['GET'] } }], { protocol: 'TCP', http: { methods: ['GET'] } }, [0]],
  ['an ICMP type that is not left out', [{ protocol: 'ICMP', notICMP: { type: 8, code: 0 } }], { protocol: 'ICMP', icmp: { type: 8, code: 1 } }, [0]],
  ['an outside address for all()', [{ source: { selector: 'all()' } }], { source: { nets: ['10.0.0.0/8'] } }, undefined],
])('says which rules cover another: %s', (_, earlier, later, expected) => {
  expect(coverOf(earlier.map(rule), rule(later))).toEqual(expected);
});

test('knows a rule that matches everything', () => {
  expect([{}, { source: {} }, { protocol: 'TCP' }, { ipVersion: 4 }, { source: { selector: 'all()' } }].map((parts) => isCatchAll(rule(parts))))
    .toEqual([true, true, false, false, false]);
});

test('a sample packet is matched by all of the rules and by none of the others', () => {
  const subject = { direction: 'ingress' as const, selectors: [POOL.compile("app == 'web' && projectcalico.org/namespace == 'a'")] };
  const words = (matching: JsonObject[], others: JsonObject[] = []) => samplePacket(subject, matching.map(rule), others.map(rule))?.words;
  expect([
    words([{}]),
    words([{ protocol: 'UDP', source: { nets: ['10.0.0.0/8'] } }, { source: { notNets: ['10.0.0.0/9'] }, destination: { ports: ['53:60'] } }]),
    words([{ protocol: 'TCP', source: { selector: "app == 'x'", nets: ['10.0.0.0/8'] } }]),
    words([{ protocol: 'ICMP', icmp: { type: 3, code: 1 } }]),
    words([{ source: { nets: ['fd00::/16'] }, protocol: 'TCP' }]),
    words([{ protocol: 'TCP' }], [{ protocol: 'TCP', destination: { ports: [80] } }]),
    words([{ notProtocol: 'TCP' }]),
    words([{ source: { nets: ['10.0.0.0/8'] } }, { source: { nets: ['192.168.0.0/16'] } }]),
    words([{ protocol: 'TCP', destination: { ports: ['http'] } }]),
    words([{ source: { selector: "app == 'x' && app == 'y'" } }]),
  ]).toEqual([
    'TCP to port 80 from anywhere to a pod of namespace a with app=web',
    'UDP to port 53 from 10.128.0.0 to a pod of namespace a with app=web',
    'TCP to port 80 from a pod of namespace a with app=x at 10.0.0.0 to a pod of namespace a with app=web',
    'ICMP from anywhere to a pod of namespace a with app=web',
    'TCP to port 80 from fd00:: to a pod of namespace a with app=web',
    undefined,
    'UDP to port 80 from anywhere to a pod of namespace a with app=web',
    undefined,
    undefined,
    undefined,
  ]);
  const egress = samplePacket({ direction: 'egress', selectors: subject.selectors }, [rule({ destination: { selector: "app == 'db'" } })]);
  expect(egress?.words).toBe('TCP to port 80 from a pod of namespace a with app=web to a pod of namespace a with app=db');
});

test('a sample packet has an address of the nets, a port that is left, and labels that only a pod has', () => {
  const words = (subject: string, ...rules: JsonObject[]): string | undefined =>
    samplePacket({ direction: 'ingress', selectors: [POOL.compile(subject)] }, rules.map(globalRule))?.words;
  expect([
    words('all()', { source: { notSelector: "app == 'x'" } }),
    words("pcns.team == 'red'", { source: { selector: "app == 'x'", notSelector: 'has(role)' } }),
    words("app == 'web'", { protocol: 'TCP', source: { ports: [1234], nets: ['10.0.0.0/8'] }, destination: { notPorts: ['1:100'] } }),
    words("app == 'web'", { protocol: 'ICMPv6', icmp: { type: 128 } }),
    words("app == 'web'", { ipVersion: 6, notProtocol: 'TCP' }),
    words("app == 'web'", { ipVersion: 6, protocol: 58 }),
    words("app == 'web'", { protocol: 47 }),
    words("app == 'web'", { protocol: 'TCP', destination: { ports: [80], notPorts: [80] } }),
    words("app == 'web'", { ipVersion: 4, source: { nets: ['fd00::/16'] } }),
  ]).toEqual([
    'TCP to port 80 from anywhere to an endpoint',
    'TCP to port 80 from an endpoint with app=x to a pod of namespace x with pcns.team=red',
    'TCP to port 101 from 10.0.0.0 to an endpoint with app=web',
    'ICMPv6 from anywhere to an endpoint with app=web',
    'UDP to port 80 from anywhere to an endpoint with app=web',
    'ICMPv6 from anywhere to an endpoint with app=web',
    '47 from anywhere to an endpoint with app=web',
    undefined,
    undefined,
  ]);
});
