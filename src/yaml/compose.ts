import { COLLECTION_STYLE, EVENT_ID, Event, getScalarValue, MappingEvent, SCALAR_STYLE, ScalarEvent, SequenceEvent } from 'js-yaml';
import { AliasBudget } from './alias-budget';
import { anchorName, refuseWhatGoYamlRefuses } from './go-yaml-limits';
import { keyText } from './key-text';
import { Problem, Unreadable } from './read-fault';
import { resolvePlain } from './resolve-plain';
import { shortTag, taggedValue } from './tags';
import { FieldPath, printFieldPath } from '../core/findings';
import { isObject, JsonObject } from '../core/manifests';

type Mutable = { [key: string]: unknown };

/** An object or list that is being filled. */
interface Frame {
  readonly event: MappingEvent | SequenceEvent;
  readonly value: Mutable | unknown[];
  readonly anchor: string | undefined;
  /** Number of values read before it began. */
  readonly before: number;
  /** The key that waits for its value, in an object. */
  key?: string;
  keyOffset: number;
  merges: boolean;
  /** Keys that a merge has set. */
  merged?: Set<string>;
}

interface Anchor {
  readonly value: unknown;
  /** Number of values in it, with what its own aliases stand for. */
  readonly size: number;
  readonly open: boolean;
}

/** A file can hold any number of faults; a reader of the report can't take any number. */
const REPEATS_REPORTED = 20;

/**
 * Builds a document from its events, as go-yaml v2 and sigs.k8s.io/yaml build it for kubectl and calicoctl.
 *
 * Problems that leave a value, such as a key given twice, are reported; others throw `Unreadable`. No recursion: grows with the number
 * of events, and what an alias stands for is shared, not copied.
 */
export class Composer {
  private readonly stack: Frame[] = [];
  private readonly anchors = new Map<string, Anchor>();
  private readonly budget = new AliasBudget();
  private result: unknown = null;
  private repeats = 0;

  constructor(private readonly source: string, private readonly report: (problem: Problem) => void) {}

  /** The value of the document that is all of the events; null where there are none. */
  public compose(events: readonly Event[]): unknown {
    for (const event of events) {
      switch (event.type) {
        case EVENT_ID.SCALAR:
          this.scalar(event);
          break;
        case EVENT_ID.ALIAS:
          this.alias(this.source.slice(event.anchorStart, event.anchorEnd), event.anchorStart - 1);
          break;
        case EVENT_ID.POP:
          this.close();
          break;
        case EVENT_ID.MAPPING:
        case EVENT_ID.SEQUENCE:
          this.open(event);
          break;
        case EVENT_ID.DOCUMENT:
          break;
      }
    }
    return this.result;
  }

  private scalar(event: ScalarEvent): void {
    const text = getScalarValue(this.source, event);
    const tag = event.tagStart < 0 ? undefined : shortTag(this.source.slice(event.tagStart, event.tagEnd));
    const plain = tag === undefined && event.style === SCALAR_STYLE.PLAIN;
    const offset = event.valueStart >= 0 ? event.valueStart : Math.max(event.tagStart, event.anchorStart, 0);
    const top = this.stack[this.stack.length - 1];
    const atKey = top !== undefined && top.key === undefined && !Array.isArray(top.value);
    this.budget.read();
    if (atKey && text === '<<' && (plain || tag === 'merge')) {
      top.key = text;
      top.keyOffset = offset;
      top.merges = true;
      return;
    }
    const value = tag !== undefined ? taggedValue(tag, text, event, this.report) : plain ? resolvePlain(text) : text;
    if (event.anchorStart >= 0) {
      this.anchors.set(anchorName(this.source, event), { value, size: 1, open: false });
    }
    if (!event.fast || top?.event.style === COLLECTION_STYLE.FLOW) {
      refuseWhatGoYamlRefuses(this.source, event, top?.event.style === COLLECTION_STYLE.FLOW, atKey, this.report);
    }
    if (!atKey && typeof value === 'number' && !Number.isFinite(value)) {
      throw new Unreadable({
        rule: 'yaml/number',
        offset,
        what: `${text} is no number that JSON has`,
        why: 'objects travel to the cluster as JSON: kubectl and calicoctl refuse the document',
        fix: 'write a finite number, or quote the value if text is meant',
      });
    }
    this.add(value, offset, event);
  }

  private open(event: MappingEvent | SequenceEvent): void {
    this.budget.read();
    const value: Mutable | unknown[] = event.type === EVENT_ID.MAPPING ? {} : [];
    const anchor = event.anchorStart < 0 ? undefined : anchorName(this.source, event);
    if (anchor !== undefined) {
      this.anchors.set(anchor, { value, size: 0, open: true });
    }
    this.stack.push({ event, value, anchor, before: this.budget.total - 1, keyOffset: 0, merges: false });
  }

  private close(): void {
    const frame = this.stack.pop();
    if (frame === undefined) {
      // The document itself ends.
      return;
    }
    // A list that grew by pushing holds room for many more; a copy holds its items only.
    const value = Array.isArray(frame.value) ? frame.value.slice() : frame.value;
    if (frame.anchor !== undefined) {
      this.anchors.set(frame.anchor, { value, size: this.budget.total - frame.before, open: false });
    }
    this.add(value, frame.event.start, undefined);
  }

  private alias(name: string, offset: number): void {
    const anchor = this.anchors.get(name);
    if (anchor === undefined || anchor.open) {
      throw new Unreadable({
        rule: 'yaml/alias',
        offset,
        what: anchor === undefined ? `the alias *${name} names no anchor before it in this document` : `the alias *${name} stands inside its own anchor`,
        why: anchor === undefined
          ? 'an anchor is known only after it, and only in its own document: kubectl and calicoctl refuse the document'
          : 'the object would hold itself without end: kubectl and calicoctl refuse the document',
        fix: anchor === undefined ? `define &${name} earlier in the document, or quote the value if text is meant` : 'write the inner value out',
      });
    }
    this.budget.alias(anchor.size, offset);
    // An alias merges only if it stands for one object (decode.go, merge).
    const refused = this.stack[this.stack.length - 1]?.merges && !isObject(anchor.value);
    this.add(refused ? null : anchor.value, offset, undefined);
  }

  /** Puts a finished value where it belongs. */
  private add(value: unknown, offset: number, scalar: ScalarEvent | undefined): void {
    const top = this.stack[this.stack.length - 1];
    if (top === undefined) {
      this.result = value;
    } else if (Array.isArray(top.value)) {
      top.value.push(value);
    } else if (top.key === undefined) {
      top.key = keyText(value, offset, scalar, this.report);
      top.keyOffset = offset;
    } else if (top.merges) {
      this.merge(top, value, offset);
      top.merges = false;
      top.key = undefined;
    } else {
      this.set(top, top.key, value);
      top.key = undefined;
    }
  }

  private set(frame: Frame, key: string, value: unknown): void {
    const object = frame.value as Mutable;
    if (Object.hasOwn(object, key)) {
      this.repeated(frame, key);
    }
    if (key === '__proto__') {
      Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
    } else {
      object[key] = value;
    }
  }

  /** Merges as go-yaml v2 does: in order of writing, each key over the ones before it; in a list of objects the first wins. */
  private merge(frame: Frame, value: unknown, offset: number): void {
    const sources: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (!sources.every(isObject)) {
      throw new Unreadable({
        rule: 'yaml/merge-key',
        offset,
        what: 'the value of the merge key << is no object',
        why: 'only objects, or a list of them, can be merged: kubectl and calicoctl refuse the document',
        fix: 'name an anchor of an object, as in `<<: *defaults`',
      });
    }
    for (const source of [...sources as JsonObject[]].reverse()) {
      for (const key of Object.keys(source)) {
        this.set(frame, key, source[key]);
        frame.merged = (frame.merged ?? new Set()).add(key);
      }
    }
  }

  private repeated(frame: Frame, key: string): void {
    if (++this.repeats > REPEATS_REPORTED) {
      return;
    }
    const field = printFieldPath([...this.path(), key]);
    const merged = frame.merges || frame.merged?.has(key);
    this.report({
      rule: 'yaml/duplicate-key',
      offset: frame.keyOffset,
      severity: 'strict',
      what: merged ? `${field} is set more than once, at least once by the merge key <<` : `${field} is given twice`,
      why: 'calicoctl refuses an object that sets a key twice; kubectl keeps the last value and drops the other in silence',
      fix: merged ? `write the object out without <<, or set ${JSON.stringify(key)} in one place` : 'keep one of them',
    });
  }

  /** Where the innermost open object is. */
  private path(): FieldPath {
    const steps: (string | number)[] = [];
    for (let depth = 0; depth < this.stack.length - 1; depth++) {
      const { value, key } = this.stack[depth];
      steps.push(Array.isArray(value) ? value.length : key ?? '?');
    }
    return steps;
  }
}
