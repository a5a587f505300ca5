import { JsonPatch } from 'cdk8s';
import { group, imported, sequence } from './code';
import { literal } from './literal';
import { Snippet } from './snippet';
import { hasReserved } from './writable';
import { FieldPath } from '../core/findings';
import { isObject, JsonObject } from '../core/manifests';

/** What a construct writes in another way than the input has it. */
export interface Difference {
  readonly path: FieldPath;
  /** Undefined where the construct writes nothing. */
  readonly written?: unknown;
  /** Undefined where the input has nothing. */
  readonly wanted?: unknown;
}

/** The differences between two JSON values, each as deep as it can be told. Grows with both; the stack with their depth. */
export function differencesOf(written: unknown, wanted: unknown, path: FieldPath = []): Difference[] {
  if (isObject(written) && isObject(wanted) && !hasReserved(wanted)) {
    return [...new Set([...Object.keys(written), ...Object.keys(wanted)])].flatMap((key) =>
      differencesOf(own(written, key), own(wanted, key), [...path, key]));
  }
  if (Array.isArray(written) && Array.isArray(wanted) && written.length === wanted.length) {
    return written.flatMap((item, index) => differencesOf(item, wanted[index], [...path, index]));
  }
  if (written === wanted || (isObject(wanted) && hasReserved(wanted) && JSON.stringify(written) === JSON.stringify(wanted))) {
    return [];
  }
  return [{ path, ...(written !== undefined && { written }), ...(wanted !== undefined && { wanted }) }];
}

function own(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/**
 * The patches that make the input of what a construct writes. Where one takes the place of something, a test before it stops the synth as soon as
 * the construct writes anything else: or a change of the code above would be undone in silence.
 */
export function patchesFor(differences: readonly Difference[]): Snippet[] {
  return differences.flatMap(({ path, written, wanted }) => {
    const pointer = path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
    if (written === undefined) {
      // A hole of a list is there already.
      return [patch(typeof path[path.length - 1] === 'number' ? 'replace' : 'add', pointer, wanted)];
    }
    return [...hasHoles(written) ? [] : [patch('test', pointer, written)], wanted === undefined ? patch('remove', pointer) : patch('replace', pointer, wanted)];
  });
}

/** cdk8s leaves holes in lists, for nulls and in metadata for what is empty. No JSON is equal to them. */
function hasHoles(value: unknown): boolean {
  return value === undefined || (typeof value === 'object' && value !== null && Object.values(value).some(hasHoles));
}

function patch(operation: 'add' | 'remove' | 'replace' | 'test', ...args: unknown[]): Snippet {
  return {
    code: sequence(imported('JsonPatch', 'cdk8s'), `.${operation}`, group('(', args.map(literal))),
    value: (JsonPatch[operation] as (...values: unknown[]) => JsonPatch)(...args),
  };
}
