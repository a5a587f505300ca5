import { IConstruct } from 'constructs';
import { Acknowledgement } from './acknowledgement';
import { AcknowledgedFinding } from './report';
import { ALL_RULES, findingOf, UNUSED_ACKNOWLEDGEMENT } from '../core/checks';
import { Finding } from '../core/findings';

/** An acknowledgement and the path of the scope that it is for. */
export interface AcknowledgementRecord extends Acknowledgement {
  readonly path: string;
}

const RULES = new Map(ALL_RULES.map((rule) => [rule.id, rule]));

/** @throws where there is no such check, the reason is empty, or the cluster would refuse what is to be accepted */
export function checkAcknowledgement(scope: IConstruct, { id, reason }: Acknowledgement, ownChecks: ReadonlyMap<string, unknown>): void {
  const where = scope.node.path || 'the app';
  const rule = RULES.get(id);
  if (rule === undefined && !ownChecks.has(id)) {
    throw new Error(`${where}: there is no check ${JSON.stringify(id)} to acknowledge; the ids are in docs/checks/README.md, `
      + `for example ${closest(id)}; a check of your own is added before it is acknowledged`);
  }
  if (rule?.refusedByCluster) {
    throw new Error(`${where}: ${id} can't be acknowledged: the cluster would refuse or drop the object, whatever the reason`);
  }
  if (reason.trim() === '') {
    throw new Error(`${where}: acknowledging ${id} needs a reason: it is what the next reader of the report has`);
  }
}

/** The ids of the same category come first, then those that share the name's first letters. */
function closest(id: string): string {
  const slash = id.indexOf('/');
  const category = slash < 0 ? id : id.slice(0, slash);
  const inCategory = [...RULES.keys()].filter((known) => known.startsWith(`${category}/`));
  return (inCategory.length > 0 ? inCategory : [...RULES.keys()]).slice(0, 3).join(', ');
}

/**
 * Takes the acknowledged findings out, and adds a warning for each acknowledgement that matches nothing. What the cluster refuses
 * stays. Each finding looks at the acknowledgements of its own id only.
 */
export function applyAcknowledgements(
  findings: readonly Finding[], records: readonly AcknowledgementRecord[],
): { remaining: Finding[]; acknowledged: AcknowledgedFinding[] } {
  const byId = new Map<string, AcknowledgementRecord[]>();
  for (const record of records) {
    byId.set(record.id, [...byId.get(record.id) ?? [], record]);
  }
  const used = new Set<AcknowledgementRecord>();
  const remaining: Finding[] = [];
  const acknowledged: AcknowledgedFinding[] = [];
  for (const finding of findings) {
    const matching = finding.outcome === undefined
      ? (byId.get(finding.id) ?? []).filter((record) => isBelow(finding.path ?? '', record.path))
      : [];
    if (matching.length === 0) {
      remaining.push(finding);
    } else {
      matching.forEach((record) => used.add(record));
      acknowledged.push({ finding, reason: matching[0].reason });
    }
  }
  for (const record of records) {
    if (!used.has(record)) {
      remaining.push(findingOf(UNUSED_ACKNOWLEDGEMENT, {
        path: record.path,
        what: `the acknowledgement of ${record.id} matches no finding here`,
        why: 'it may hide a future fault of that kind, and tells readers of one that is not there',
        fix: 'remove the call of acknowledge, or make it on the construct that has the finding',
      }));
    }
  }
  return { remaining, acknowledged };
}

function isBelow(path: string, scope: string): boolean {
  return scope === '' || path === scope || path.startsWith(`${scope}/`);
}
