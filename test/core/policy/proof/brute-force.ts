import { Manifest, JsonObject } from '../../../../src/core/manifests';
import { buildModel, Endpoint, Packet, PolicyModel } from '../../../../src/core/policy';

/*
 * Every pod that could matter in a random cluster: all combinations of the labels and values that occur, of a value that doesn't and of absence,
 * all service accounts, and all names that rules give to ports. What no such pod can do no pod can do.
 */

const APP = [undefined, 'x', 'y', 'xx', 'other'];
const ROLE = [undefined, 'f', 'g'];
const FEED = [undefined, 't'];
const ACCOUNTS = ['one', 'two', 'with-label', 'with-other'];
const PORT_NAMES = [[], ['http'], ['dns'], ['http', 'dns']];

export const BLOCK = '10.9.0.0/16';

/** The pods of a namespace, with an account that isn't in the cluster yet with each label. */
export function allPods(namespace: string, port: number, protocol: string): JsonObject[] {
  const pods: JsonObject[] = [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'with-label', namespace, labels: { sa: 'm' } } },
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'with-other', namespace, labels: { sa: 'n' } } },
  ];
  for (const app of APP) {
    for (const role of ROLE) {
      for (const feed of FEED) {
        for (const account of ACCOUNTS) {
          for (const names of PORT_NAMES) {
            const index = pods.length;
            pods.push({
              apiVersion: 'v1',
              kind: 'Pod',
              metadata: { name: `all-${index}`, namespace, labels: JSON.parse(JSON.stringify({ app, role, feed })) },
              spec: { serviceAccountName: account, containers: [{ ports: names.map((name) => ({ name, containerPort: port, protocol })) }] },
              status: { podIPs: [{ ip: `10.9.${Math.floor(index / 250)}.${index % 250}` }] },
            });
          }
        }
      }
    }
  }
  return pods;
}

export function modelWith(objects: readonly JsonObject[], more: readonly JsonObject[]): PolicyModel {
  return buildModel([...objects, ...more].map((object) => new Manifest(object)));
}

export function isOneOfAll({ name }: Endpoint): boolean {
  return name.startsWith('all-');
}

export type Traffic = Pick<Packet, 'protocol' | 'sourcePort' | 'destinationPort' | 'icmpType' | 'icmpCode'>;

const NOTHING = { sourcePort: undefined, destinationPort: undefined, icmpType: undefined, icmpCode: undefined };

/** The traffic that rules of random clusters can tell apart; each with ports where the protocol has them. */
export const TRAFFIC: readonly Traffic[] = [
  ...[6, 17, 132].flatMap((protocol) =>
    [7, 53, 80, 443, 8080].map((destinationPort) => ({ ...NOTHING, protocol, destinationPort, sourcePort: 40000 }))),
  ...[3, 8, 9].flatMap((icmpType) => [0, 1, 2].map((icmpCode) => ({ ...NOTHING, protocol: 1, icmpType, icmpCode }))),
  { ...NOTHING, protocol: 47 },
  { ...NOTHING, protocol: 50 },
];
