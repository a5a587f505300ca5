import { Problem } from './read-fault';
import { Manifest } from '../core/manifests';

/** The words of a fault. */
export interface Explanation {
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

export const LIST_DOCUMENT: Explanation = {
  what: 'the document is a list of objects',
  why: 'calicoctl takes such a list, kubectl and the API server refuse it',
  fix: 'part the objects with `---`, or put them under `items` of a `kind: List`',
};

/** Says that something that should be an object isn't; `subject` names it. */
export function notAnObject(value: unknown, subject: string): Explanation {
  const found = Array.isArray(value) ? 'a list' : value === null ? 'empty (null)' : `the ${typeof value} ${JSON.stringify(value)!.slice(0, 60)}`;
  return {
    what: `${subject} is ${found}, not an object`,
    why: 'a manifest is an object with apiVersion, kind and metadata: kubectl and calicoctl refuse anything else',
    fix: 'write an object, or remove it',
  };
}

/** Says that an object lacks its kind or its version, or that it isn't text. */
export function missingKind(manifest: Manifest, field: 'apiVersion' | 'kind'): Explanation {
  const given = manifest.object[field];
  const name = manifest.name === '' ? 'an object' : `the object ${JSON.stringify(manifest.name)}`;
  return {
    what: `${name} has ${given === undefined || given === null || given === '' ? 'no' : 'something else than text as its'} ${field}`,
    why: 'without both apiVersion and kind nobody knows what it is: kubectl and calicoctl refuse it',
    fix: `write ${field === 'kind' ? '`kind: NetworkPolicy`, or another kind,' : '`apiVersion: projectcalico.org/v3`, or another version,'} at the top`,
  };
}

/** Says that bytes are no text, found as U+FFFD at an offset. */
export function encodingProblem(offset: number): Problem {
  return {
    rule: 'yaml/encoding',
    offset,
    what: 'the file holds bytes that are not UTF-8 text',
    why: 'kubectl and calicoctl refuse the document',
    fix: 'save the file as UTF-8',
  };
}
