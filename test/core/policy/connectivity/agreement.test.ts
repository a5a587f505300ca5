import fc from 'fast-check';
import { parseAddress, Prefix } from '../../../../src/core/cidr';
import { JsonObject, Manifest } from '../../../../src/core/manifests';
import { buildModel, decide, endTitle, Packet, PolicyModel } from '../../../../src/core/policy';
import { FamilyConnectivity, familiesOf, matchAt } from '../../../../src/core/policy/connectivity';
import { ASSUMED_NO, ASSUMED_YES, Match, NO, YES } from '../../../../src/core/policy/match';
import { randomCluster } from '../arbitrary-cluster';

const OUTSIDE = {
  4: ['203.0.113.10', '203.0.113.200', '198.51.100.1', '10.0.0.1', '10.0.0.2', '10.0.9.9', '10.0.1.77', '10.200.0.1'],
  6: ['2001:db8::1', 'fd00::2', 'fd00:1::9', '2600::1'],
};
const PORTS = [0, 1, 49, 50, 53, 80, 100, 101, 443, 8080, 9000, 9001, 65535];

function packets(source: Packet['source'], destination: Packet['destination']): Packet[] {
  const base = {
    isV6: source.block.family === 6,
    source,
    destination,
    sourcePort: undefined,
    destinationPort: undefined,
    icmpType: undefined,
    icmpCode: undefined,
    http: undefined,
  };
  return [
    ...[6, 17, 132].flatMap((protocol) => PORTS.map((destinationPort) => ({ ...base, protocol, destinationPort }))),
    ...[1, 58].flatMap((protocol) => [3, 8, 200].flatMap((icmpType) => [0, 1, 255].map((icmpCode) => ({ ...base, protocol, icmpType, icmpCode })))),
    ...[0, 47, 136, 255].map((protocol) => ({ ...base, protocol })),
  ];
}

function verdictOf(model: PolicyModel, packet: Packet): Match {
  const { allowed, certain } = decide(model, packet);
  return allowed ? (certain ? YES : ASSUMED_YES) : (certain ? NO : ASSUMED_NO);
}

/** What connectivity and verdict give, for every pair and sample, where they differ; and how often each answer was given. */
function compare(objects: readonly JsonObject[], counts: number[]): string[] {
  const model = buildModel(objects.map((object) => new Manifest(object)));
  return familiesOf(model).flatMap((family) => {
    const connectivity = new FamilyConnectivity(model, family);
    const ends = [
      ...model.endpoints.flatMap((endpoint) => model.endOf(endpoint, family) ?? []),
      ...OUTSIDE[family].map((text) => model.endAt(parseAddress(text) as Prefix)),
    ];
    return ends.flatMap((source) => ends.flatMap((destination) => {
      const connections = connectivity.between(source, destination);
      return packets(source, destination).flatMap((packet) => {
        const verdict = verdictOf(model, packet);
        counts[verdict]++;
        const found = matchAt(connections, packet.protocol, packet.destinationPort ?? (packet.icmpType ?? 0) * 256 + (packet.icmpCode ?? 0));
        return found === verdict ? [] : [`${endTitle(source)} -> ${endTitle(destination)} ${JSON.stringify({ ...packet, source: 0, destination: 0 })}: ${found}, not ${verdict}`];
      });
    }));
  });
}

/** Takes away what some pods, namespaces and accounts say, so that questions stay open. */
function forgetful(objects: readonly JsonObject[], picks: readonly number[]): JsonObject[] {
  return objects.flatMap((object, index) => {
    const pick = picks[index % picks.length];
    if (object.kind === 'Pod' && pick < 5) {
      const { status: _, ...rest } = object;
      return [pick < 2 ? { apiVersion: 'apps/v1', kind: 'Deployment', metadata: object.metadata, spec: { template: { ...rest, metadata: { labels: (object.metadata as JsonObject).labels } } } } : rest];
    }
    return ['Namespace', 'ServiceAccount'].includes(String(object.kind)) && pick < 4 ? [] : [object];
  });
}

test('connectivity gives what a verdict gives, for every pair, protocol and port of random clusters', () => {
  const counts = [0, 0, 0, 0];
  fc.assert(fc.property(randomCluster, (cluster) => {
    expect(compare(cluster.objects, counts)).toEqual([]);
  }), { numRuns: 120, seed: 20261 });
  expect(counts.slice(0, 2).every((count) => count > 10_000)).toBe(true);
});

test('connectivity is as uncertain as a verdict where addresses, labels and namespaces aren\'t known', () => {
  const counts = [0, 0, 0, 0];
  fc.assert(fc.property(randomCluster, fc.array(fc.nat(9), { minLength: 5, maxLength: 9 }), (cluster, picks) => {
    expect(compare(forgetful(cluster.objects, picks), counts)).toEqual([]);
  }), { numRuns: 150, seed: 20262 });
  expect(counts.every((count) => count > 1_000)).toBe(true);
});

test('connectivity agrees with verdicts where there are host endpoints', () => {
  const counts = [0, 0, 0, 0];
  fc.assert(fc.property(randomCluster, fc.array(fc.nat(3), { minLength: 5, maxLength: 9 }), (cluster, picks) => {
    const placed = cluster.objects.map((object, index) => object.kind === 'Pod'
      ? { ...object, spec: { ...(object.spec as JsonObject), nodeName: ['one', 'two', undefined, 'one'][picks[index % picks.length]] } }
      : object);
    const hosts = ['one', 'two'].map((node, index) => ({
      apiVersion: 'projectcalico.org/v3',
      kind: 'HostEndpoint',
      metadata: { name: `host-${node}`, labels: { app: 'x' } },
      spec: { node, interfaceName: picks[index] === 0 ? 'eth0' : '*', expectedIPs: [`10.200.0.${index + 1}`] },
    }));
    const nodes = [{ apiVersion: 'v1', kind: 'Node', metadata: { name: 'two' }, status: { addresses: [{ type: 'InternalIP', address: '198.51.100.1' }] } }];
    expect(compare([...placed, ...hosts, ...nodes], counts)).toEqual([]);
  }), { numRuns: 40, seed: 20263 });
});

test('connectivity agrees with verdicts where rules name services, and where addresses are shared or several', () => {
  const counts = [0, 0, 0, 0];
  const service = (name: string): JsonObject => ({
    apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: 'a' }, spec: { selector: { app: 'x' }, ports: [{ port: 443, targetPort: 8080 }, { port: 80, targetPort: 'http' }] },
  });
  const slice = {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: { name: 's', namespace: 'a', labels: { 'kubernetes.io/service-name': 'sliced' } },
    ports: [{ port: 9000 }],
    endpoints: [{ addresses: ['203.0.113.10', '10.0.0.1', '2001:db8::1'] }],
  };
  const to = (name: string): JsonObject => ({ action: 'Allow', destination: { services: { name, namespace: 'a' } } });
  const policy = {
    apiVersion: 'projectcalico.org/v3',
    kind: 'GlobalNetworkPolicy',
    metadata: { name: 'services' },
    spec: {
      order: 1,
      types: ['Egress'],
      egress: [to('derived'), to('sliced'), to('unknown'), { action: 'Allow', protocol: 'TCP', destination: { nets: ['10.0.9.0/24'] } }],
    },
  };
  fc.assert(fc.property(randomCluster, fc.array(fc.nat(9), { minLength: 5, maxLength: 9 }), (cluster, picks) => {
    const objects = forgetful(cluster.objects, picks.map((pick) => pick + 2)).map((object, index) => object.kind === 'Pod' && object.status && picks[index % picks.length] < 5
      ? { ...object, status: { podIPs: [...(object.status as { podIPs: JsonObject[] }).podIPs, { ip: '10.0.0.2' }, { ip: '10.0.9.9' }] } }
      : object);
    expect(compare([...objects, service('derived'), slice, policy], counts)).toEqual([]);
  }), { numRuns: 80, seed: 20264 });
  expect(counts.every((count) => count > 300)).toBe(true);
});
