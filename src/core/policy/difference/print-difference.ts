import { ListedChange, ListedDifference } from './list-difference';
import { escapeForDisplay } from '../../findings';
import { itemsOf } from '../connectivity';

/** What is printed of a difference. */
export interface PrintedDifference extends ListedDifference {
  /** What isn't known of the clusters, as sentences. */
  readonly open: readonly string[];
  /** Objects whose text differs, and how many of them no change names; undefined: the objects aren't at hand. */
  readonly objects?: ChangedObjects;
}

export interface ChangedObjects {
  readonly changed: number;
  readonly unnamed: number;
}

/** A column is as wide as its longest text, but for the few that are longer than this. */
const WIDEST = 76;

const LABELS = {
  allowed: ['+ allowed', '+ may be allowed'],
  denied: ['- denied', '- may be denied'],
  added: ['+ added', '+ may be added'],
  removed: ['- removed', '- may be removed'],
} as const;

/** As people read it: a change a line, with who decides. Whatever comes from a manifest is escaped. */
export function differenceText(difference: PrintedDifference): string {
  const { changes, open, leftOut } = difference;
  const labels = changes.map(({ change, isCertain }) => LABELS[change][isCertain ? 0 : 1]);
  const flows = changes.map(flowText);
  const labelWidth = widthOf(labels);
  const flowWidth = widthOf(flows.filter(({ length }) => length <= WIDEST));
  const lines = changes.map(({ causes }, index) => {
    const flow = `${labels[index].padEnd(labelWidth)}   ${flows[index]}`;
    return causes.length === 0 ? flow : `${flow.padEnd(labelWidth + 3 + flowWidth)}   ${causes.join('; and ')}`;
  });
  lines.push(...loneText('+ added', difference.added), ...loneText('- removed', difference.removed));
  lines.push(`${summaryOf(difference)}.`, ...leftOut.map((what) => `Note: ${what}.`));
  if (changes.some(({ isCertain }) => !isCertain) && open.length > 0) {
    lines.push('', 'What isn\'t known, and may be why:', ...open.map((what) => `  ${what}`));
  }
  return `${lines.map(escapeForDisplay).join('\n')}\n`;
}

/** Not of arguments: there may be more texts than a call takes. */
function widthOf(texts: readonly string[]): number {
  return texts.reduce((widest, { length }) => Math.max(widest, length), 0);
}

function loneText(label: string, names: readonly string[]): string[] {
  return names.length > 0 ? [`${label}: ${names.join(', ')}`] : [];
}

function flowText({ sources, destinations, connections, ipVersions }: ListedChange): string {
  return `${itemsOf(sources).join(', ')}  ->  ${itemsOf(destinations).join(', ')}  ${versionText(ipVersions)}${connections.join('; ')}`;
}

function versionText(versions: readonly number[]): string {
  return versions.length === 1 && versions[0] === 6 ? 'IPv6 ' : '';
}

/** Such as `2 changes in meaning, 1 workload added, 14 objects changed in text only`. */
export function summaryOf({ changes, added, removed, objects }: PrintedDifference): string {
  const meant = changes.filter(({ change }) => change === 'allowed' || change === 'denied').length;
  return [
    meant === 0 ? 'no change in meaning' : `${counted(meant, 'change')} in meaning`,
    ...(added.length > 0 ? [`${counted(added.length, 'end')} added`] : []),
    ...(removed.length > 0 ? [`${counted(removed.length, 'end')} removed`] : []),
    ...(objects ? objectsText(objects, meant + added.length + removed.length === 0) : []),
  ].join(', ');
}

/** An object that no change names may still be part of why: only where nothing changed in meaning it is sure that it isn't. */
function objectsText({ changed, unnamed }: ChangedObjects, isEmpty: boolean): string[] {
  if (isEmpty || unnamed === 0) {
    return changed === 0 ? [] : [`${counted(changed, 'object')} changed${isEmpty ? ' in text only' : ''}`];
  }
  return [`${counted(changed, 'object')} changed, of which no change names ${unnamed}`];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
