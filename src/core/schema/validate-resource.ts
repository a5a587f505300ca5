import { warnOfUnchecked } from './calico/unchecked';
import { compiledKind, CompiledKind, kindNames } from './compiled-kind';
import { isObject, JsonObject, Manifest } from '../manifests';
import { judgeCreation } from './datastore/judge-creation';
import { isKubernetesNetworkPolicy, validateKubernetesNetworkPolicy } from './kubernetes/network-policy';
import { judgeMetadata } from './metadata/judge-metadata';
import { likelyMeant, printValue } from './printed-value';
import { ResourceFault, Words } from './resource-fault';
import { Walk } from './structural/walk';

const GROUP = 'projectcalico.org';
const API_VERSION = `${GROUP}/v3`;

/** Kinds that other API groups have too: without an apiVersion it isn't known whose they are. */
const SHARED_KINDS = ['NetworkPolicy'];

/**
 * Whether a manifest is this room's matter: it is of Calico's API group in any version, or it is of a kind that only Calico has and
 * its apiVersion can't be of another group.
 */
export function isCalicoResource(manifest: Manifest): boolean {
  if (manifest.group === GROUP) {
    return true;
  }
  return manifest.group === '' && compiledKind(manifest.kind) !== undefined && !SHARED_KINDS.includes(manifest.kind);
}

/**
 * Judges one manifest of projectcalico.org/v3 by itself, as all three layers would: a manifest without a fault of severity error is
 * accepted by all of them. A policy of Kubernetes is judged as its API server does. Any other manifest has no faults.
 * Faults come in reading order of the checks, not sorted.
 *
 * Grows with the size of the manifest. Depth is no matter: nothing looks further down than the schema goes.
 */
export function validateResource(manifest: Manifest): ResourceFault[] {
  if (!isCalicoResource(manifest)) {
    return isKubernetesNetworkPolicy(manifest) ? validateKubernetesNetworkPolicy(manifest) : [];
  }
  const kind = compiledKind(manifest.kind);
  if (manifest.apiVersion !== API_VERSION || kind === undefined) {
    const walk = new Walk({ apiServerKnows: true, droppedInSilence: false });
    const words = manifest.apiVersion !== API_VERSION ? versionWords(manifest.apiVersion) : kindWords(manifest.kind);
    walk.refuse(words, words, [manifest.apiVersion !== API_VERSION ? 'apiVersion' : 'kind']);
    return walk.faults;
  }
  return judgeObject(kind, manifest.object);
}

function judgeObject(kind: CompiledKind, object: JsonObject): ResourceFault[] {
  const walk = new Walk(kind);
  const decoded = kind.root.read(object, walk) as JsonObject;
  walk.enter('metadata');
  judgeMetadata(isObject(decoded.metadata) ? decoded.metadata : {}, kind.namespaced, walk);
  walk.leave();
  if (!walk.unreadable) {
    kind.judge?.(decoded, walk);
    judgeCreation(kind.kind, decoded, walk);
    warnOfUnchecked(kind.kind, decoded, walk);
  }
  return walk.faults;
}

function versionWords(apiVersion: string): Words {
  return {
    rule: 'resource/api-version',
    what: apiVersion === '' ? 'the object has no apiVersion' : `there is no API ${printValue(apiVersion)}`,
    why: `Calico's resources are of ${API_VERSION}; an object of any other version is unknown`,
    fix: `write apiVersion: ${API_VERSION}`,
    corrected: API_VERSION,
  };
}

function kindWords(kind: string): Words {
  const meant = kind.length < 100 ? likelyMeant(kind, kindNames()) : undefined;
  return {
    rule: 'resource/kind',
    what: kind === '' ? 'the object has no kind' : `there is no kind ${printValue(kind)} in ${API_VERSION}`,
    why: 'an object of an unknown kind is refused',
    fix: meant === undefined ? `give one of the kinds: ${kindNames().join(', ')}` : `write kind: ${meant}`,
    ...(meant !== undefined && { corrected: meant }),
  };
}
