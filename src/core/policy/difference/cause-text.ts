import { Decided } from './deciders';
import { Cause } from './pieces';
import { itemsOf, ListedEnds } from '../connectivity';

interface Ends {
  readonly sources: ListedEnds;
  readonly destinations: ListedEnds;
}

/** Policies of a tier that are named one by one. */
const MOST_NAMED = 3;

/** Who decides now; and before, where that was a rule, or where nobody decides any more. */
export function causeText({ before, after }: Cause, ends: Ends): string {
  const decided = after ?? before!;
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
    case 'nothing':
      return `${where}no policy decides`;
  }
}

function listed(texts: readonly string[]): string {
  const more = texts.length - MOST_NAMED;
  return more > 0 ? `${texts.slice(0, MOST_NAMED).join(', ')} and ${more} more` : texts.join(', ');
}
