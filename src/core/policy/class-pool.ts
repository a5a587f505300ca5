import { EndpointClass, NamedPort } from './endpoint';
import { LabelView } from './label-view';

/** Finds or makes the class of what has the same labels, ports and profiles. One key a class is built and looked up. */
export class ClassPool {
  private readonly byKey = new Map<string, EndpointClass>();
  public readonly classes: EndpointClass[] = [];

  /** `key` tells everything else about the labels: what they are inherited from. */
  public classOf(
    kind: EndpointClass['kind'], parents: string, own: readonly (readonly [string, string])[], ports: readonly NamedPort[],
    profiles: readonly string[], view: () => LabelView,
  ): EndpointClass {
    const key = JSON.stringify([kind, parents, sortedPairs(own), ports.map(({ name, protocol, port }) => [name, protocol, port]), profiles]);
    let known = this.byKey.get(key);
    if (!known) {
      known = { id: this.classes.length, kind, view: view(), ports, profiles };
      this.byKey.set(key, known);
      this.classes.push(known);
    }
    return known;
  }
}

function sortedPairs(pairs: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  return pairs.length < 2 ? pairs : [...pairs].sort(([a], [b]) => (a < b ? -1 : 1));
}
