import { policiesIn, reasonTexts } from './cause-text';
import { DifferenceNames } from './difference-names';
import { findDifference } from './find-difference';
import { Change } from './pieces';
import { withUndeclaredPods } from './undeclared-pods';
import { Family } from '../../cidr';
import { connectionTexts, familiesOf, itemsOf, ListedEnds } from '../connectivity';
import { endpointTitle } from '../endpoint';
import { compareText } from '../policy';
import { PolicyModel } from '../policy-model';

/** A change of what passes from each of some ends to each of others. */
export interface ListedChange {
  readonly change: Change;
  /** False: it may be so; something that isn't known decides. */
  readonly isCertain: boolean;
  /** More than one where both change alike. */
  readonly ipVersions: readonly Family[];
  readonly sources: ListedEnds;
  readonly destinations: ListedEnds;
  /** A protocol a text. */
  readonly connections: readonly string[];
  /** Who decides now, or decided before: sentences. None where an end was added or removed. */
  readonly causes: readonly string[];
  /** The policies that the causes name. */
  readonly policies: readonly string[];
}

/** How two clusters differ. */
export interface ListedDifference {
  readonly changes: readonly ListedChange[];
  /** Workloads and host endpoints that only the second cluster has. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** What wasn't compared, as sentences. */
  readonly leftOut: readonly string[];
}

const UNSURE = 'changes for pods that no manifest declares aren\'t listed where they depend on more than labels, such as the address of the pod';

const ORDER: readonly Change[] = ['allowed', 'denied', 'added', 'removed'];

/** What two clusters let pass differently, as names and texts, sorted: sure changes first. Grows with the rows and the names in them. */
export function listDifference(before: PolicyModel, after: PolicyModel): ListedDifference {
  const families = [...new Set([...familiesOf(before), ...familiesOf(after)])].sort();
  const withPods = withUndeclaredPods(before, after);
  const leftOut = new Set(withPods.note === undefined ? [] : [withPods.note]);
  const changes = new Map<string, ListedChange>();
  for (const family of families) {
    const { classes, rows } = findDifference(withPods.before, withPods.after, family);
    const names = new DifferenceNames(classes);
    for (const { sources, destinations, piece: { change, isCertain, ranges }, reasons } of rows) {
      const connections = connectionTexts(ranges);
      const ends = { sources: names.of(sources, isCertain), destinations: names.of(destinations, isCertain) };
      if (connections.length > 0 && itemsOf(ends.sources).length > 0 && itemsOf(ends.destinations).length > 0) {
        const listed = { change, isCertain, ...ends, connections, causes: reasonTexts(reasons, ends), policies: policiesIn(reasons.reasons) };
        const key = JSON.stringify(listed);
        changes.set(key, { ...listed, ipVersions: [...new Set([...changes.get(key)?.ipVersions ?? [], family])] });
      }
    }
    if (names.hasLeftOut) {
      leftOut.add(UNSURE);
    }
  }
  return { changes: sorted([...changes.values()]), added: missing(after, before), removed: missing(before, after), leftOut: [...leftOut] };
}

function sorted(changes: readonly ListedChange[]): ListedChange[] {
  const keys = new Map(changes.map((one) => [one, [
    one.isCertain ? 0 : 1, ORDER.indexOf(one.change), itemsOf(one.sources).join(), itemsOf(one.destinations).join(),
    one.connections.join(), one.ipVersions.join(), one.causes.join(),
  ].join('\n')]));
  return [...changes].sort((a, b) => compareText(keys.get(a)!, keys.get(b)!));
}

function missing(from: PolicyModel, other: PolicyModel): string[] {
  const known = new Set(other.endpoints.map(endpointTitle));
  return from.endpoints.map(endpointTitle).filter((title) => !known.has(title)).sort(compareText);
}
