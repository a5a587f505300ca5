import { judgePoolCreation } from './pool';
import { isObject, JsonObject } from '../../manifests';
import { bgpWords } from '../calico/bgp-configuration';
import { printValue } from '../printed-value';
import { Words } from '../resource-fault';
import { Walk } from '../structural/walk';

const DEFAULT_ONLY = ['nodeToNodeMeshEnabled', 'asNumber', 'serviceLoadBalancerIPs', 'serviceExternalIPs', 'serviceClusterIPs', 'nodeMeshPassword', 'nodeMeshMaxRestartTime'];

/**
 * What `calicoctl create` refuses besides, of what one object shows (lib/clientv3, calicoctl's resourcemgr). Other objects that it would
 * ask the datastore for, such as the tier of a policy, are not this room's matter.
 */
export function judgeCreation(kind: string, object: JsonObject, walk: Walk): void {
  const { name, resourceVersion } = isObject(object.metadata) ? object.metadata : {};
  if (typeof resourceVersion === 'string' && resourceVersion !== '') {
    walk.refuseCreation(VERSIONED, ['metadata', 'resourceVersion']);
  }
  const spec = isObject(object.spec) ? object.spec : {};
  switch (kind) {
    case 'IPPool': judgePoolCreation(object, walk); break;
    case 'BGPConfiguration': judgeDefaultOnly(name, spec, walk); break;
    case 'KubeControllersConfiguration':
      judgeSingleton(kind, name, walk);
      judgeTemplates(spec, walk);
      break;
    case 'IPAMConfiguration': judgeSingleton(kind, name, walk); break;
    case 'Profile': judgeProfile(name, walk); break;
    case 'ClusterInformation': walk.refuseCreation(READ_ONLY); break;
    default:
  }
}

/** lib/clientv3/resources.go, `Create`; an API server refuses to create such an object too. */
const VERSIONED: Words = {
  rule: 'resource/reserved',
  what: 'the object has a resourceVersion',
  why: 'that is the state of a stored object: with it nothing can be created, and an update fails once the object has changed',
  fix: 'remove metadata.resourceVersion; uid, creationTimestamp and status of an exported object can go, too',
};

const READ_ONLY: Words = {
  rule: 'resource/reserved',
  what: 'a ClusterInformation is written by Calico itself',
  why: 'calicoctl creates and changes none: calico-node keeps it up to date',
  fix: 'remove the object',
};

function judgeDefaultOnly(name: unknown, spec: JsonObject, walk: Walk): void {
  if (name === 'default') {
    return;
  }
  for (const field of DEFAULT_ONLY) {
    const value = spec[field];
    if (value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0)) {
      walk.refuseCreation(bgpWords(
        `${field} is given in a BGPConfiguration that isn't named default`, 'it holds for the whole cluster, and objects named node.… are for one node',
        'move it to the BGPConfiguration named default'), ['spec', field]);
    }
  }
}

function judgeSingleton(kind: string, name: unknown, walk: Walk): void {
  if (typeof name === 'string' && name !== '' && name !== 'default') {
    walk.refuseCreation({
      rule: 'resource/name',
      what: `the ${kind} is named ${printValue(name)}`,
      why: 'there is one for the cluster, and Calico reads the one named default only',
      fix: 'name it default',
      corrected: 'default',
    }, ['metadata', 'name']);
  }
}

function judgeProfile(name: unknown, walk: Walk): void {
  if (name === 'projectcalico-default-allow') {
    walk.refuseCreation({
      rule: 'resource/reserved',
      what: 'the profile projectcalico-default-allow is built in',
      why: 'it is always there, and can\'t be created or changed',
      fix: 'remove the object, or choose another name',
    }, ['metadata', 'name']);
  }
}

interface DecodedTemplate {
  readonly generateName?: string;
  readonly interfaceCIDRs?: readonly string[] | null;
  readonly interfacePattern?: string;
}

function templatesOf(spec: JsonObject): readonly DecodedTemplate[] {
  let value: unknown = spec;
  for (const step of ['controllers', 'node', 'hostEndpoint', 'templates']) {
    value = isObject(value) ? value[step] : undefined;
  }
  return Array.isArray(value) ? value as DecodedTemplate[] : [];
}

function templateWords(what: string, why: string, fix: string): Words {
  return { rule: 'resource/kube-controllers', what, why, fix };
}

/** `validateAndFillDefaults` of lib/clientv3/kubecontrollersconfig.go. */
function judgeTemplates(spec: JsonObject, walk: Walk): void {
  const names = new Set<string>();
  for (const [index, template] of templatesOf(spec).entries()) {
    const place = ['spec', 'controllers', 'node', 'hostEndpoint', 'templates', index];
    const { generateName } = template;
    if (!generateName) {
      walk.refuseCreation(templateWords('the template has no generateName', 'the names of its host endpoints are made from it', 'give generateName'), [...place, 'generateName']);
    } else if (generateName.length > 253) {
      walk.refuseCreation(templateWords(`generateName has ${generateName.length} characters: 253 are allowed`, 'it becomes a part of names', 'shorten it'), [...place, 'generateName']);
    } else if (names.has(generateName)) {
      walk.refuseCreation(templateWords(`two templates have the generateName ${printValue(generateName)}`, 'their host endpoints would have the same names', 'give each its own'), [...place, 'generateName']);
    }
    names.add(generateName ?? '');
    if ((template.interfaceCIDRs ?? []).length === 0 && !template.interfacePattern) {
      walk.refuseCreation(templateWords(
        'the template has neither interfaceCIDRs nor interfacePattern', 'it selects interfaces by one of the two', 'give interfaceCIDRs or interfacePattern'), place);
    }
  }
}
