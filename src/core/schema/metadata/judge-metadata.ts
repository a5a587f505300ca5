import { correctedName, isDnsLabel, isSubdomainForm, LONGEST_SUBDOMAIN } from './kubernetes-names';
import { FieldPath } from '../../findings';
import { isObject, JsonObject } from '../../manifests';
import { faultOfLabelKey, faultOfLabelValue } from '../../selectors';
import { printValue } from '../printed-value';
import { Words } from '../resource-fault';
import { Walk } from '../structural/walk';

/** Bytes of all annotations together (apimachinery, `TotalAnnotationSizeLimitB`; the same in Calico's validator). */
const MOST_ANNOTATION_BYTES = 256 * 1024;

/** A version, with its group before it where it has any. */
const API_VERSION = /^(?:[^/]*\/)?[^/]+$/;

/**
 * Judges `metadata` as an API server (apimachinery, `ValidateObjectMeta`) and Calico's validator (`validateObjectMeta`) both do.
 * `metadata` is as Go decodes it. Grows with its size.
 */
export function judgeMetadata(metadata: JsonObject, namespaced: boolean, walk: Walk): void {
  judgeName(metadata, walk);
  judgeNamespace(metadata.namespace, namespaced, walk);
  judgeLabels(metadata.labels, walk);
  judgeAnnotations(metadata.annotations, walk, ['annotations']);
  judgeFinalizers(metadata.finalizers, walk);
  judgeOwners(metadata.ownerReferences, walk);
}

function judgeName(metadata: JsonObject, walk: Walk): void {
  const { name, generateName } = metadata;
  if (typeof generateName === 'string' && generateName !== '') {
    judgeGenerateName(generateName, walk);
  }
  if (typeof name !== 'string' || name === '') {
    const words = noNameWords();
    const generated = typeof generateName === 'string' && generateName !== '';
    if (generated) {
      walk.refuseByTool(words, ['name']);
    } else {
      walk.refuse(words, words, ['name']);
    }
  } else if (name.length > LONGEST_SUBDOMAIN) {
    const words = nameWords(`the name has ${name.length} characters: allowed are ${LONGEST_SUBDOMAIN}`, 'give a shorter name');
    walk.refuse(words, words, ['name']);
  } else if (!isSubdomainForm(name)) {
    const corrected = correctedName(name);
    const words: Words = {
      ...nameWords(`${printValue(name)} is no name for an object: it takes lower-case letters, digits, "-" and ".", and each part between dots starts and ends with a letter or digit`,
        corrected === undefined ? 'give a name of lower-case letters' : `name it ${corrected}`),
      ...(corrected !== undefined && { corrected }),
    };
    walk.refuse(words, words, ['name']);
  }
}

/** The name to come starts with it, so that it may end with a hyphen (apimachinery, `maskTrailingDash`). Calico doesn't look. */
function judgeGenerateName(prefix: string, walk: Walk): void {
  const likeName = prefix.length > 1 && prefix.endsWith('-') ? `${prefix.slice(0, -2)}a` : prefix;
  if (likeName.length > LONGEST_SUBDOMAIN || !isSubdomainForm(likeName)) {
    walk.refuse(nameWords(`no name can start with ${printValue(prefix)}`, 'start it with lower-case letters, as in "web-"'), undefined, ['generateName']);
  }
}

function noNameWords(): Words {
  return {
    ...nameWords('the object has no name', 'give metadata.name'),
    why: 'objects are stored by their name; Calico takes no generateName either',
  };
}

function nameWords(what: string, fix: string): Words {
  return { rule: 'resource/name', what, why: 'objects are named by DNS names (RFC 1123), so that names can be parts of host names and of other objects', fix };
}

function judgeNamespace(namespace: unknown, namespaced: boolean, walk: Walk): void {
  if (typeof namespace !== 'string' || namespace === '') {
    return;
  }
  if (!namespaced) {
    const words: Words = {
      rule: 'resource/namespace',
      what: `the kind has no namespace, and ${printValue(namespace)} is given`,
      why: 'objects of this kind apply to the whole cluster; a namespace is refused',
      fix: 'remove metadata.namespace; if it is the namespace of a cdk8s chart, put the object into a chart without one',
    };
    walk.refuse(words, words, ['namespace']);
  } else if (!isDnsLabel(namespace)) {
    walk.refuse({
      rule: 'resource/namespace',
      what: `${printValue(namespace)} can't be the name of a namespace: that takes at most 63 lower-case letters, digits and "-"`,
      why: 'no such namespace can exist',
      fix: 'give the name of the namespace',
    }, undefined, ['namespace']);
  }
}

function judgeLabels(labels: unknown, walk: Walk): void {
  for (const [key, value] of entriesOf(labels)) {
    const fault = faultOfLabelKey(key);
    if (fault !== undefined) {
      const words = labelWords(`${printValue(key)} can't be the key of a label: ${fault}`, 'change the key');
      walk.refuse(words, words, ['labels', key]);
    }
    const valueFault = typeof value === 'string' ? faultOfLabelValue(value) : undefined;
    if (valueFault !== undefined) {
      const words = labelWords(`${printValue(value)} can't be the value of a label: ${valueFault}`, 'change the value, or make it an annotation');
      walk.refuse(words, words, ['labels', key]);
    }
  }
}

function labelWords(what: string, fix: string): Words {
  return { rule: 'resource/label', what, why: 'Kubernetes and Calico take labels of this form only, so that selectors can name them', fix };
}

/** Judges annotations, also those of a rule (`validateObjectMetaAnnotations`), where only Calico looks. */
export function judgeAnnotations(annotations: unknown, walk: Walk, below: FieldPath, onlyCalico = false): void {
  let bytes = 0;
  for (const [key, value] of entriesOf(annotations)) {
    bytes += utf8Length(key) + (typeof value === 'string' ? utf8Length(value) : 0);
    const fault = faultOfLabelKey(key.toLowerCase());
    if (fault !== undefined) {
      const words = annotationWords(`${printValue(key)} can't be the key of an annotation: ${fault}`, 'change the key');
      walk.refuse(onlyCalico ? undefined : words, words, [...below, key]);
    }
  }
  if (bytes > MOST_ANNOTATION_BYTES) {
    const words = annotationWords(`the annotations have ${bytes} bytes: allowed are ${MOST_ANNOTATION_BYTES}`, 'move the data to a ConfigMap');
    walk.refuse(onlyCalico ? undefined : words, words, below);
  }
}

function annotationWords(what: string, fix: string): Words {
  return { rule: 'resource/annotation', what, why: 'Kubernetes and Calico take annotations of this form and size only', fix };
}

function judgeFinalizers(finalizers: unknown, walk: Walk): void {
  if (!Array.isArray(finalizers)) {
    return;
  }
  finalizers.forEach((finalizer: unknown, index) => {
    const fault = typeof finalizer === 'string' ? faultOfLabelKey(finalizer) : undefined;
    if (fault !== undefined) {
      walk.refuse({
        rule: 'resource/finalizer',
        what: `${printValue(finalizer)} can't be the name of a finalizer: ${fault}`,
        why: 'the API server refuses finalizers of any other form',
        fix: 'name it as in "example.com/cleanup"',
      }, undefined, ['finalizers', index]);
    }
  });
}

/** `ValidateOwnerReferences` of apimachinery. Calico doesn't look. */
function judgeOwners(owners: unknown, walk: Walk): void {
  let controllers = 0;
  for (const [index, owner] of Array.isArray(owners) ? owners.entries() : []) {
    const fields: JsonObject = isObject(owner) ? owner : {};
    for (const field of ['kind', 'name', 'uid']) {
      if (fields[field] === '') {
        walk.refuse(ownerWords('resource/required', `the owner has an empty ${field}`), undefined, ['ownerReferences', index, field]);
      }
    }
    if (typeof fields.apiVersion === 'string' && !API_VERSION.test(fields.apiVersion)) {
      walk.refuse(ownerWords('resource/format', `${printValue(fields.apiVersion)} is no API version`), undefined, ['ownerReferences', index, 'apiVersion']);
    }
    if (fields.kind === 'Event' && (fields.apiVersion === 'v1' || fields.apiVersion === '/v1')) {
      walk.refuse(ownerWords('resource/reserved', 'an Event can\'t own anything'), undefined, ['ownerReferences', index]);
    }
    controllers += fields.controller === true ? 1 : 0;
  }
  if (controllers > 1) {
    walk.refuse(ownerWords('resource/duplicate', `${controllers} owners are controllers: allowed is one`), undefined, ['ownerReferences']);
  }
}

function ownerWords(rule: string, what: string): Words {
  return { rule, what, why: 'Kubernetes deletes an object with its owners, and has to find them', fix: 'leave ownerReferences to the controller that owns the object' };
}

function entriesOf(value: unknown): [string, unknown][] {
  return isObject(value) ? Object.entries(value) : [];
}

/** Bytes of the text in UTF-8. Linear, without a copy. */
function utf8Length(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x80) {
      // A surrogate pair is 4 bytes in 2 code units: 1 more for each half.
      bytes += code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 1 : 2;
    }
  }
  return bytes;
}
