import { DIRECTIONS, writtenRules } from './calico-policy';
import { FieldPath } from '../../findings';
import { isObject, JsonObject, Manifest } from '../../manifests';
import { Direction, Endpoint, EndpointClass, PolicyModel, SelectionIndex, YES } from '../../policy';
import { CompiledSelector } from '../../policy/label-view';

/** The other side of a rule, as it is written. */
export interface WrittenPeer {
  readonly entity: JsonObject;
  readonly field: FieldPath;
  readonly direction: Direction;
}

/** The other sides of the rules of a policy: sources of ingress, destinations of egress. */
export function writtenPeers(manifest: Manifest): WrittenPeer[] {
  return DIRECTIONS.flatMap((direction) => {
    const side = direction === 'ingress' ? 'source' : 'destination';
    return writtenRules(manifest, direction).flatMap((rule, index) => {
      const entity = isObject(rule) ? rule[side] : undefined;
      return isObject(entity) ? [{ entity, field: ['spec', direction, index, side], direction }] : [];
    });
  });
}

/** The compiled selectors of a model's rules and policies, each with the places where it stands. */
export interface SelectorPlace {
  readonly manifest: Manifest;
  readonly field: FieldPath;
  /** What selects: a policy, or a rule its other side or its own. */
  readonly of: 'policy' | 'peer' | 'self';
}

/** All selectors of policies, staged ones too, by the places that hold them. One walk over the rules. */
export function selectorPlaces({ policies, staged }: PolicyModel): Map<CompiledSelector, SelectorPlace[]> {
  const places = new Map<CompiledSelector, SelectorPlace[]>();
  const add = (selector: CompiledSelector | undefined, place: SelectorPlace): void => {
    const known = selector && places.get(selector);
    if (known) {
      known.push(place);
    } else if (selector) {
      places.set(selector, [place]);
    }
  };
  for (const { manifest, selector, ...policy } of [...policies, ...staged]) {
    add(selector, { manifest, field: ['spec', subjectField(manifest)], of: 'policy' });
    for (const direction of DIRECTIONS) {
      for (const { field, source, destination } of policy[direction] ?? []) {
        const inner = (side: string): FieldPath => isWrittenByEnds(manifest) ? [...field, side] : field;
        add(source.selector, { manifest, field: inner('source'), of: direction === 'ingress' ? 'peer' : 'self' });
        add(destination.selector, { manifest, field: inner('destination'), of: direction === 'egress' ? 'peer' : 'self' });
      }
    }
  }
  return places;
}

/** Rules of Calico have a source and a destination; those of other kinds are read into that form. */
export function isWrittenByEnds({ isCalico, kind }: Manifest): boolean {
  return isCalico && kind !== 'StagedKubernetesNetworkPolicy';
}

function subjectField({ isCalico, kind, spec }: Manifest): string {
  if (kind === 'ClusterNetworkPolicy') {
    return 'subject';
  }
  if (!isCalico || kind === 'StagedKubernetesNetworkPolicy') {
    return 'podSelector';
  }
  return spec.selector === undefined && spec.namespaceSelector !== undefined ? 'namespaceSelector' : 'selector';
}

/** The selectors that each of the classes matches, or may. Growth: the classes' labels, and the selectors filed under them. */
export function* selections(
  classes: Iterable<EndpointClass>, selectors: Iterable<CompiledSelector>,
): Iterable<{ readonly class: EndpointClass; readonly selector: CompiledSelector; readonly isSure: boolean }> {
  const index = new SelectionIndex([...selectors], (selector) => selector);
  for (const one of classes) {
    for (const { entry, match } of index.select(one.view)) {
      yield { class: one, selector: entry, isSure: match === YES };
    }
  }
}

/** One endpoint of each class: the first of its manifests. */
export function exampleByClass(endpoints: readonly Endpoint[]): Map<EndpointClass, Endpoint> {
  const examples = new Map<EndpointClass, Endpoint>();
  for (const endpoint of endpoints) {
    if (!examples.has(endpoint.class)) {
      examples.set(endpoint.class, endpoint);
    }
  }
  return examples;
}
