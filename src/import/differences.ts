import { JsonPatch } from 'cdk8s';
import { group, imported, sequence } from './code';
import { literal } from './literal';
import { Snippet } from './snippet';
import { FieldPath } from '../core/findings';
import { isObject } from '../core/manifests';

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
  if (isObject(written) && isObject(wanted)) {
    return [...new Set([...Object.keys(written), ...Object.keys(wanted)])].flatMap((key) =>
      differencesOf(own(written, key), own(wanted, key), [...path, key]));
  }
  if (Array.isArray(written) && Array.isArray(wanted) && written.length === wanted.length) {
    return written.flatMap((item, index) => differencesOf(item, wanted[index], [...path, index]));
  }
  if (written === wanted) {
    return [];
  }
  return [{ path, ...(written !== undefined && { written }), ...(wanted !== undefined && { wanted }) }];
}

function own(object: Readonly<Record<string, unknown>>, key: string): unknown {
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
      // cdk8s writes no null; in a list it leaves a hole.
      return [patch(typeof path[path.length - 1] === 'number' ? 'replace' : 'add', pointer, wanted)];
    }
    return [patch('test', pointer, written), wanted === undefined ? patch('remove', pointer) : patch('replace', pointer, wanted)];
  });
}

function patch(operation: 'add' | 'remove' | 'replace' | 'test', ...args: unknown[]): Snippet {
  return {
    code: sequence(imported('JsonPatch', 'cdk8s'), `.${operation}`, group('(', args.map(literal))),
    value: (JsonPatch[operation] as (...values: unknown[]) => JsonPatch)(...args),
  };
}
