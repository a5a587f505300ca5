import { Connections } from './connections';
import { indexOfEnd, Part } from './parts';

const NONE = new Int32Array(0);

/** What a station lets pass, by class of the other end. Finding one takes log n. */
export class Reach {
  /** The same for all. */
  public static same(connections: Connections): Reach {
    return new Reach(connections, NONE, NONE, []);
  }

  constructor(
    /** For all classes that aren't in `special`. */
    public readonly base: Connections,
    /** The classes that the station's rules tell apart from the rest, in order. */
    public readonly special: Int32Array,
    /** The group of each of them. */
    private readonly groups: Int32Array,
    private readonly byGroup: readonly Connections[],
  ) {}

  /** What passes to or from a class. */
  public of(id: number): Connections {
    const at = indexOfEnd(this.special, id);
    return at < 0 ? this.base : this.byGroup[this.groups[at]];
  }

  /** What passes to or from the class at an index of `special`. */
  public ofSpecial(index: number): Connections {
    return this.byGroup[this.groups[index]];
  }

  /** A number for a class in `special`, equal for those that the station's rules answer alike. */
  public groupOf(id: number): number | undefined {
    const at = indexOfEnd(this.special, id);
    return at < 0 ? undefined : this.groups[at];
  }
}

/** More than any part has different answers. */
const MOST_ANSWERS = 2 ** 26;

/** Finds the classes that differ from the base of some part, and which of them all parts answer alike. One array serves all questions. */
export class Grouping {
  /** The number of the group of each class; 0 outside of a question. */
  private readonly groupOf: Int32Array;

  constructor(classes: number) {
    this.groupOf = new Int32Array(classes);
  }

  /** The classes in order, and a group for each. Grows with the answers that differ. */
  public of(parts: Iterable<Part>): { readonly ids: Int32Array; readonly groups: Int32Array } {
    const { groupOf } = this;
    const met: number[] = [];
    let count = 1;
    for (const { ends, answers } of parts) {
      const refined = new Map<number, number>();
      let lastKey = -1;
      let group = 0;
      for (let at = 0; at < ends.length; at++) {
        const end = ends[at];
        const before = groupOf[end];
        if (before === 0) {
          met.push(end);
        }
        const key = before * MOST_ANSWERS + answers[at];
        if (key !== lastKey) {
          lastKey = key;
          group = refined.get(key) ?? count++;
          refined.set(key, group);
        }
        groupOf[end] = group;
      }
    }
    const ids = Int32Array.from(met).sort();
    const groups = ids.map((id) => groupOf[id]);
    for (const id of ids) {
      groupOf[id] = 0;
    }
    return { ids, groups };
  }
}
