import { Decided } from './deciders';
import { Cause, Reason, Reasons } from './reasons';
import { connectionTexts, itemsOf, ListedEnds } from '../connectivity';
import { compareText } from '../policy';

interface Ends {
  readonly sources: ListedEnds;
  readonly destinations: ListedEnds;
}

/** Policies of a tier that are named one by one. */
const MOST_NAMED = 3;

/** Reasons that are named one by one. */
const MOST_REASONS = 4;

/** A sentence for each of the reasons of a change; with what it is the reason of, where others are of something else. */
export function reasonTexts({ reasons, isComplete }: Reasons, ends: Ends): string[] {
  const texts = reasons.map((reason) => ({ what: connectionTexts(reason.ranges).join('; '), why: causeText(reason.cause, ends) }));
  const isOfOne = texts.every(({ what }) => what === texts[0].what);
  const sentences = [...new Set(texts.map(({ what, why }) => (isOfOne ? why : `${what}: ${why}`)))].sort(compareText);
  const more = sentences.length - MOST_REASONS;
  return more > 0 ? [...sentences.slice(0, MOST_REASONS), `${isComplete ? '' : 'at least '}${more} more like these`] : sentences;
}

/** The policies that reasons name. */
export function policiesIn(reasons: readonly Reason[]): string[] {
  const policies = reasons.flatMap(({ cause: { before, after } }) => [...before?.policies ?? [], ...after?.policies ?? []]);
  return [...new Set(policies)].sort(compareText);
}

/** Who decides now, if anybody asks there; and before, where that was a rule, or where nobody decides any more. */
function causeText({ before, after }: Cause, ends: Ends): string {
  const decided = after ?? before!;
  if (decided.barrier !== undefined) {
    return after ? decided.barrier : `no longer: ${decided.barrier}`;
  }
  const end = endText(decided, ends);
  const now = after ? decidedText(after, end) : `${decided.host ?? end} has no policies any more`;
  const wasRule = before?.by === 'rule' && before.id !== after?.id;
  const isSilent = after === undefined || after.by === 'profile' || after.by === 'nothing';
  const was = before && (wasRule || isSilent) && before.by !== 'profile' ? `; before: ${decidedText(before, end)}` : '';
  const open = [...new Set([...after?.open ?? [], ...before?.open ?? []])];
  return now + was + (open.length > 0 ? `; not known: ${listed(open)}` : '');
}

function endText({ direction, host }: Decided, { sources, destinations }: Ends): string {
  const items = itemsOf(direction === 'egress' ? sources : destinations);
  return host ?? (items.length === 1 ? items[0] : direction === 'egress' ? 'the source' : 'the destination');
}

function decidedText({ by, policies, field, profile, isGoverned, host }: Decided, end: string): string {
  const where = host === undefined ? '' : `${host}: `;
  switch (by) {
    case 'rule':
      return `${where}${policies[0]} ${field}`;
    case 'tier-end':
      return policies.length === 1
        ? `${policies[0]} selects ${end} and names no rule for it`
        : `${listed(policies)} select ${end} and name no rule for it`;
    case 'profile':
      return isGoverned ? `${where}no policy decides, and profile ${profile} does` : `no policy selects ${end}`;
    case 'no-profile':
      return `${where}no policy and no profile allows it`;
    case 'failsafe':
      return `${where}the port is one that host policies never close`;
    case 'node-traffic':
      return `${where}nodes use it among themselves, and Felix lets it pass before normal policies`;
    default:
      return `${where}no policy decides`;
  }
}

function listed(texts: readonly string[]): string {
  const more = texts.length - MOST_NAMED;
  return more > 0 ? `${texts.slice(0, MOST_NAMED).join(', ')} and ${more} more` : texts.join(', ');
}
