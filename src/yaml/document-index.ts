import { AliasEvent, EVENT_ID, Event, getScalarValue, SCALAR_STYLE, ScalarEvent } from 'js-yaml';
import { ParsedDocument, parseDocument } from './parse-document';
import { resolvePlain } from './resolve-plain';
import { FieldPath } from '../core/findings';

/** Where a value stands: the event of its key (or of itself, in a list) and its own. */
interface Child {
  readonly key: number;
  readonly value: number;
}

/**
 * Finds the place of a field in one document that was read without a fault in its syntax.
 *
 * Reading needs no places, so none are kept: the document's events are made again when a finding asks for one. After that a look-up
 * grows with the length of the path, since the keys of each object on the way are listed once.
 */
export class DocumentIndex {
  private readonly parsed: ParsedDocument;
  private readonly events: readonly Event[];
  private readonly ends: Int32Array;
  private readonly anchors = new Map<string, number[]>();
  private readonly children = new Map<number, ReadonlyMap<string | number, Child>>();
  private anchorsListed = false;

  constructor(document: string) {
    this.parsed = parseDocument(document);
    this.events = this.parsed.events;
    this.ends = endsOf(this.events);
    this.events.forEach((event, index) => {
      if (event.type !== EVENT_ID.DOCUMENT && event.type !== EVENT_ID.POP && event.type !== EVENT_ID.ALIAS && event.anchorStart >= 0) {
        const name = this.parsed.source.slice(event.anchorStart, event.anchorEnd);
        const places = this.anchors.get(name);
        if (places === undefined) {
          this.anchors.set(name, [index]);
        } else {
          places.push(index);
        }
      }
    });
  }

  /** Offset of the value of a field, of its key where the value is empty, or of the closest parent that is there. */
  public offsetOf(field: FieldPath): number {
    // events[0] opens the document.
    let node = 1;
    let start = this.startOf(node) ?? 0;
    for (const step of field) {
      const child = this.childrenOf(node).get(step);
      if (child === undefined) {
        break;
      }
      node = child.value;
      start = this.startOf(child.value) ?? this.startOf(child.key) ?? start;
    }
    return this.parsed.originalOffset(start);
  }

  private startOf(index: number): number | undefined {
    const event = this.events[index];
    switch (event?.type) {
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE:
        return event.start;
      case EVENT_ID.ALIAS:
        return event.anchorStart - 1;
      case EVENT_ID.SCALAR:
        return event.valueStart < 0 ? undefined : startOfScalar(event, this.parsed.source);
      default:
        return undefined;
    }
  }

  private childrenOf(index: number): ReadonlyMap<string | number, Child> {
    const node = this.resolve(index);
    let children = this.children.get(node);
    if (children === undefined) {
      children = this.listChildren(node);
      this.children.set(node, children);
    }
    return children;
  }

  /** The node that an alias stands for; any other node itself. */
  private resolve(index: number): number {
    const event = this.events[index];
    return event?.type === EVENT_ID.ALIAS ? this.anchorBefore(event, index) : index;
  }

  private anchorBefore(event: AliasEvent, index: number): number {
    const places = this.anchors.get(this.parsed.source.slice(event.anchorStart, event.anchorEnd)) ?? [];
    let latest = places.length - 1;
    while (latest >= 0 && places[latest] > index) {
      latest--;
    }
    return places[latest] ?? index;
  }

  private listChildren(node: number): ReadonlyMap<string | number, Child> {
    const children = new Map<string | number, Child>();
    const type = this.events[node]?.type;
    if (type !== EVENT_ID.MAPPING && type !== EVENT_ID.SEQUENCE) {
      return children;
    }
    const last = this.ends[node] - 1;
    if (type === EVENT_ID.SEQUENCE) {
      for (let item = node + 1; item < last; item = this.ends[item]) {
        children.set(children.size, { key: item, value: item });
      }
      return children;
    }
    for (let key = node + 1; key < last;) {
      const value = this.ends[key];
      if (this.isMerge(key)) {
        this.addMerged(value, children);
      } else {
        children.set(this.keyOf(key), { key, value });
      }
      key = this.ends[value];
    }
    return children;
  }

  /** As the composer merges: later keys over earlier ones, the first object of a list over the others. */
  private addMerged(value: number, into: Map<string | number, Child>): void {
    if (!this.anchorsListed) {
      // In the order of the text, so that no chain of merges, however long, makes the calls nest.
      this.anchorsListed = true;
      [...this.anchors.values()].flat().sort((a, b) => a - b).forEach((anchor) => this.childrenOf(anchor));
    }
    const isList = this.events[value].type === EVENT_ID.SEQUENCE;
    const sources = isList ? [...this.childrenOf(value).values()].map((child) => child.value).reverse() : [value];
    for (const source of sources) {
      for (const [key, child] of this.childrenOf(source)) {
        into.set(key, child);
      }
    }
  }

  private isMerge(index: number): boolean {
    const event = this.events[index];
    return event.type === EVENT_ID.SCALAR && event.style === SCALAR_STYLE.PLAIN && event.valueEnd - event.valueStart === 2
      && this.parsed.source.startsWith('<<', event.valueStart);
  }

  private keyOf(index: number): string {
    const event = this.events[this.resolve(index)];
    if (event.type !== EVENT_ID.SCALAR) {
      return '';
    }
    const text = getScalarValue(this.parsed.source, event);
    return event.style === SCALAR_STYLE.PLAIN && event.tagStart < 0 ? String(resolvePlain(text)) : text;
  }
}

/** For each event, the index of the event after the node that starts there. */
function endsOf(events: readonly Event[]): Int32Array {
  const ends = new Int32Array(events.length);
  const open: number[] = [];
  events.forEach((event, index) => {
    if (event.type === EVENT_ID.POP) {
      ends[open.pop()!] = index + 1;
    } else if (event.type === EVENT_ID.SCALAR || event.type === EVENT_ID.ALIAS) {
      ends[index] = index + 1;
    } else {
      open.push(index);
    }
  });
  return ends;
}

/** The opening quote of a quoted text, the first character of a block. */
function startOfScalar(event: ScalarEvent, text: string): number {
  switch (event.style) {
    case SCALAR_STYLE.PLAIN:
      return event.valueStart;
    case SCALAR_STYLE.SINGLE_QUOTED:
    case SCALAR_STYLE.DOUBLE_QUOTED:
      return event.valueStart - 1;
    default: {
      let at = event.valueStart;
      while (at < event.valueEnd - 1 && /\s/.test(text[at])) {
        at++;
      }
      return at;
    }
  }
}
