import { DIRECTIONS } from './written-traits';
import { addToList } from '../../../add-to-list';
import { FieldPath } from '../../../findings';
import { Manifest } from '../../../manifests';
import { PolicyModel } from '../../../policy';
import { CompiledSelector } from '../../../policy/label-view';

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
    if (selector) {
      addToList(places, selector, place);
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
