import { judgeIpBlock } from './ip-block';
import { kubernetesWords } from './kubernetes-words';
import { judgeLabelSelector } from './label-selector';
import { judgeStandardFinalizers } from './standard-finalizers';
import { FieldPath } from '../../findings';
import { isObject, JsonObject, Manifest } from '../../manifests';
import { portNameFault } from '../calico/rule-ports';
import { calicoKinds } from '../kinds.generated';
import { judgeMetadata } from '../metadata/judge-metadata';
import { METADATA_SCHEMA } from '../metadata/metadata-schema';
import { printValue } from '../printed-value';
import { typesOnly } from '../profile-schema';
import { ResourceFault } from '../resource-fault';
import { compileSchema } from '../structural/compile-schema';
import { SchemaNode } from '../structural/schema-node';
import { Walk } from '../structural/walk';

const GROUP = 'networking.k8s.io';
const PROTOCOLS = ['TCP', 'UDP', 'SCTP'];
const POLICY_TYPES = ['Ingress', 'Egress'];

let root: SchemaNode | undefined;

/** True for a policy of Kubernetes, of any version. */
export function isKubernetesNetworkPolicy(manifest: Manifest): boolean {
  return manifest.kind === 'NetworkPolicy' && manifest.group === GROUP;
}

/**
 * Judges a policy of Kubernetes as its API server does (kubernetes, pkg/apis/networking/validation, with strict fields): the structure, label
 * selectors, ports, peers, blocks and types. Any other manifest has no faults. Only the API server sees such an object, so that is the layer
 * of every fault. Grows with the size of the manifest.
 */
export function validateKubernetesNetworkPolicy(manifest: Manifest): ResourceFault[] {
  if (!isKubernetesNetworkPolicy(manifest)) {
    return [];
  }
  const walk = new Walk({ apiServerKnows: true, calicoKnows: false, droppedInSilence: false });
  if (manifest.apiVersion !== `${GROUP}/v1`) {
    walk.refuse({
      rule: 'resource/api-version',
      what: `there is no API ${printValue(manifest.apiVersion)}`,
      why: `policies of Kubernetes are of ${GROUP}/v1`,
      fix: `write apiVersion: ${GROUP}/v1`,
      corrected: `${GROUP}/v1`,
    }, undefined, ['apiVersion']);
    return walk.faults;
  }
  root ??= compileRoot();
  root.read(manifest.object, walk);
  if (!walk.faults.some((fault) => fault.rule === 'resource/type')) {
    walk.enter('metadata');
    const metadata = isObject(manifest.object.metadata) ? manifest.object.metadata : {};
    judgeMetadata(metadata, true, walk);
    judgeStandardFinalizers(metadata, walk);
    walk.leave();
    walk.enter('spec');
    judgeKubernetesSpec(manifest.spec, walk);
    walk.leave();
  }
  return walk.faults;
}

/** The structure is that of Calico's staged twin of such a policy, less what staging adds. */
function compileRoot(): SchemaNode {
  const twin = calicoKinds().find((kind) => kind.kind === 'StagedKubernetesNetworkPolicy')!;
  const { stagedAction, ...spec } = typesOnly(twin.schema.properties!.spec).properties!;
  void stagedAction;
  return compileSchema({
    type: 'object',
    properties: { apiVersion: { type: 'string' }, kind: { type: 'string' }, metadata: METADATA_SCHEMA, spec: { type: 'object', properties: spec } },
  }, {});
}

/** The spec of such a policy, also of one that Calico stages. Seen from the spec, with types that hold. */
export function judgeKubernetesSpec(spec: JsonObject, walk: Walk): void {
  judgeLabelSelector(spec.podSelector, walk, ['podSelector']);
  for (const [direction, peers] of [['ingress', 'from'], ['egress', 'to']] as const) {
    for (const [index, rule] of listOf(spec[direction]).entries()) {
      for (const [position, port] of listOf(rule.ports).entries()) {
        judgePort(port, walk, [direction, index, 'ports', position]);
      }
      for (const [position, peer] of listOf(rule[peers]).entries()) {
        judgePeer(peer, walk, [direction, index, peers, position]);
      }
    }
  }
  judgeTypes(listOf(spec.policyTypes), walk);
}

type RefusePort = (field: string, what: string, why: string, fix: string) => void;

function judgePort(port: JsonObject, walk: Walk, place: FieldPath): void {
  const { protocol, port: given, endPort } = port;
  const refuse: RefusePort = (field, what, why, fix) => walk.refuse(kubernetesWords(what, why, fix), undefined, [...place, field]);
  if (isGiven(protocol) && !PROTOCOLS.includes(String(protocol))) {
    refuse('protocol', `${printValue(protocol)} is no protocol of a policy`, `the protocols are ${PROTOCOLS.join(', ')}, in upper case`, 'give one of them, or leave it out for TCP');
  }
  if (typeof given === 'number' && !isPort(given)) {
    refuse('port', `${given} is no port number`, 'ports go from 1 to 65535', 'give a number from 1 to 65535, or the name of a port');
  }
  const fault = typeof given === 'string' ? portNameFault(given) : undefined;
  if (fault !== undefined) {
    refuse('port', `${printValue(given)} is no name of a port: ${fault}`, 'pods name their ports that way', /^\d+$/.test(String(given)) ? `leave out the quotes: ${given as string}` : 'give the name as the pod declares it');
  }
  if (isGiven(endPort)) {
    judgeEndPort(given, Number(endPort), refuse);
  }
}

function judgeEndPort(port: unknown, endPort: number, refuse: RefusePort): void {
  if (typeof port !== 'number') {
    refuse('endPort', 'endPort is given without a port number', 'it is the end of the range that port starts', 'give port as a number, or remove endPort');
  } else if (!isPort(endPort)) {
    refuse('endPort', `${endPort} is no port number`, 'ports go from 1 to 65535', 'give a number from 1 to 65535');
  } else if (endPort < port) {
    refuse('endPort', `endPort ${endPort} is less than port ${port}`, 'a range goes up', `give ${port} or more`);
  }
}

function isPort(number: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= 65535;
}

function judgePeer(peer: JsonObject, walk: Walk, place: FieldPath): void {
  const selectors = ['podSelector', 'namespaceSelector'].filter((field) => isGiven(peer[field]));
  for (const field of selectors) {
    judgeLabelSelector(peer[field], walk, [...place, field]);
  }
  if (!isGiven(peer.ipBlock)) {
    if (selectors.length === 0) {
      walk.refuse(kubernetesWords(
        'the peer is empty', 'it could mean everything or nothing, so the API server refuses it', 'give podSelector, namespaceSelector or ipBlock; leave the list out to mean every peer'), undefined, place);
    }
    return;
  }
  if (selectors.length > 0) {
    walk.refuse(kubernetesWords(
      `the peer has ipBlock and ${selectors.join(' and ')}`, 'a peer is a block of addresses or a selection of pods', 'make it two peers'), undefined, [...place, 'ipBlock']);
  }
  judgeIpBlock(peer.ipBlock as JsonObject, walk, [...place, 'ipBlock']);
}

function judgeTypes(types: readonly unknown[], walk: Walk): void {
  if (types.length > 2) {
    walk.refuse(kubernetesWords('policyTypes has more than two items', 'there are two types', 'leave each type once'), undefined, ['policyTypes']);
  }
  for (const [index, type] of types.entries()) {
    if (!POLICY_TYPES.includes(String(type))) {
      walk.refuse(kubernetesWords(`${printValue(type)} is no type of policy`, 'the types are Ingress and Egress', 'give Ingress or Egress'), undefined, ['policyTypes', index]);
    }
  }
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function listOf(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value as JsonObject[] : [];
}
