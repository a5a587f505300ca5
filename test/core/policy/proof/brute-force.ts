import { Prefix, readAddress, readCidr } from '../../../../src/core/cidr';
import { JsonObject, Manifest } from '../../../../src/core/manifests';
import { buildModel, decide, End, Packet, PolicyModel } from '../../../../src/core/policy';
import { PodQuestion, TrafficRange } from '../../../../src/core/policy/proof';

/*
 * Every pod that could matter in a random cluster: all combinations of the labels and values that occur, of a value that doesn't and of absence,
 * all service accounts, and all names that rules give to ports. What no such pod can do no pod can do.
 */

const APP = [undefined, 'x', 'y', 'z', 'xx', 'other'];
const ROLE = [undefined, 'f', 'g', 'h'];
const FEED = [undefined, 't'];
const ACCOUNTS = ['one', 'two', 'with-label', 'with-other', 'without-label'];
const PORT_NAMES = [[], ['http'], ['dns'], ['http', 'dns']];
const BLOCK = readCidr('10.9.0.0/16')!.network;

/** The question that is about these pods. */
export function podsOf(namespace: string): PodQuestion {
  return { kind: 'pod', namespace, blocks: [BLOCK] };
}

/** The pods of a namespace, with an account that isn't in the cluster yet with each label. */
function allPods(namespace: string, { protocol, first }: TrafficRange): JsonObject[] {
  const pods: JsonObject[] = [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'with-label', namespace, labels: { sa: 'm' } } },
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'with-other', namespace, labels: { sa: 'n' } } },
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'without-label', namespace } },
  ];
  const protocolName = protocol === 17 ? 'UDP' : protocol === 132 ? 'SCTP' : 'TCP';
  for (const app of APP) {
    for (const role of ROLE) {
      for (const feed of FEED) {
        for (const account of ACCOUNTS) {
          for (const names of PORT_NAMES) {
            const index = pods.length;
            const ports = names.map((name) => ({ name, containerPort: first ?? 1, protocol: protocolName }));
            pods.push({
              apiVersion: 'v1',
              kind: 'Pod',
              metadata: { name: `all-${index}`, namespace, labels: JSON.parse(JSON.stringify({ app, role, feed })) },
              spec: { serviceAccountName: account, containers: [{ ports }] },
              status: { podIPs: [{ ip: `10.9.${Math.floor(index / 250)}.${index % 250}` }] },
            });
          }
        }
      }
    }
  }
  return pods;
}

export function modelOf(objects: readonly JsonObject[]): PolicyModel {
  return buildModel(objects.map((object) => new Manifest(object)));
}

/** The cluster with all pods. */
export function withAllPods(objects: readonly JsonObject[], namespace: string, range: TrafficRange): PolicyModel {
  return modelOf([...objects, ...allPods(namespace, range)]);
}

/** All pods of a model, as ends. */
export function endsOfAll(model: PolicyModel): End[] {
  return model.endpoints.filter(({ name }) => name.startsWith('all-')).map((endpoint) => model.endOf(endpoint, 4)!);
}

const OUTSIDE = ['203.0.113.10', '203.0.113.200', '198.51.100.1', '10.200.0.1', '10.0.1.77'];

/** An address outside in each region of the blocks of random clusters. */
export function endsOutside(model: PolicyModel): End[] {
  return [...OUTSIDE.map((text) => readAddress(text)!), Prefix.of(4, 0x0a000002, 0, 0, 0, 32)]
    .filter((address) => model.endpointsAt(address).length === 0).map((address) => model.endAt(address));
}

type Traffic = Pick<Packet, 'protocol' | 'sourcePort' | 'destinationPort' | 'icmpType' | 'icmpCode'>;

const NOTHING = { sourcePort: undefined, destinationPort: undefined, icmpType: undefined, icmpCode: undefined };

/** The ranges that are asked for, with the traffic in them that rules of random clusters can tell apart. */
export const RANGES: readonly TrafficRange[] = [
  { protocol: 6, first: 80 }, { protocol: 17, first: 53 }, { protocol: 1 }, { protocol: 47 }, { protocol: 132, first: 443 },
];

export function trafficIn({ protocol, first }: TrafficRange): Traffic[] {
  return protocol === 1
    ? [3, 8, 9].flatMap((icmpType) => [0, 1, 2].map((icmpCode) => ({ ...NOTHING, protocol: 1, icmpType, icmpCode })))
    : [{ ...NOTHING, protocol, destinationPort: first, sourcePort: first && 40000 }];
}

export function isAllowed(model: PolicyModel, source: End, destination: End, traffic: Traffic): boolean {
  return decide(model, { ...traffic, isV6: false, http: undefined, source, destination }).allowed;
}
