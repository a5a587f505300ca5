import { ReachOfPolicy } from './policy-reach';
import { escapeForDisplay } from '../../findings';
import { csvCell } from '../connectivity/print-connectivity';
import { policyTitle } from '../policy';

/** Names that one line of the text holds; the other forms hold all. */
const MOST_NAMED = 20;

/** As people read it: a policy a paragraph, in the order in which Calico asks. Whatever comes from a manifest is escaped. */
export function reachText(reaches: readonly ReachOfPolicy[]): string {
  const lines: string[] = [];
  let tier: string | undefined;
  for (const reach of reaches) {
    if (reach.tier.name !== tier) {
      lines.push(...(tier === undefined ? [] : ['']), `tier ${reach.tier.name}${orderText(reach.tier.order)}`);
      tier = reach.tier.name;
    }
    lines.push(`  ${policyTitle(reach.policy)}${orderText(reach.policy.order)}, ${directionsOf(reach).join(' and ') || 'no direction'}${
      reach.policy.isStaged ? ', staged: it enforces nothing' : ''}`, ...reachLines(reach).map((line) => `    ${line}`));
  }
  return `${(lines.length > 0 ? lines : ['There are no policies.']).map(escapeForDisplay).join('\n')}\n`;
}

function orderText(order: number): string {
  return Number.isFinite(order) ? `, order ${order}` : '';
}

/** `ingress`, `egress` or both. */
export function directionsOf({ policy }: ReachOfPolicy): string[] {
  return (['ingress', 'egress'] as const).filter((direction) => policy[direction] !== undefined);
}

function reachLines(reach: ReachOfPolicy): string[] {
  const { everywhere, allOf, someOf, elsewhere, example, workloads, possibleWorkloads, hostEndpoints, possibleHostEndpoints, otherHosts } = reach;
  const such = example === undefined ? '' : `, such as ${example}`;
  const amount = { all: 'every pod', some: 'some pods' };
  const lines = everywhere !== 'none'
    ? [`${amount[everywhere]} of any namespace${everywhere === 'some' ? such : ''}`]
    : [
      ...(allOf.length > 0 ? [`every pod of ${namespaceText(allOf)}`] : []),
      ...(someOf.length > 0 ? [`some pods of ${namespaceText(someOf)}${such}`] : []),
      ...(elsewhere !== 'none' ? [`${amount[elsewhere]} of namespaces that no manifest declares${someOf.length === 0 && elsewhere === 'some' ? such : ''}`] : []),
    ];
  const listed: [string, readonly string[]][] = [
    ['workloads', workloads], ['workloads that it may select', possibleWorkloads],
    ['host endpoints', hostEndpoints], ['host endpoints that it may select', possibleHostEndpoints],
  ];
  lines.push(...listed.filter(([, names]) => names.length > 0).map(([what, names]) => `${what}: ${namesText(names)}`));
  if (otherHosts !== 'none') {
    lines.push(otherHosts === 'all' ? 'every host endpoint' : 'host endpoints with some labels');
  }
  return lines.length > 0 ? lines : ['nothing: no pod and no host endpoint can have such labels'];
}

function namespaceText(names: readonly string[]): string {
  return `${names.length === 1 ? 'namespace' : 'namespaces'} ${namesText(names)}`;
}

function namesText(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return more > 0 ? `${names.slice(0, MOST_NAMED).join(', ')} and ${more} more` : names.join(', ');
}

const COLUMNS: readonly (readonly [string, (reach: ReachOfPolicy) => readonly string[]])[] = [
  ['tier', ({ tier }) => [tier.name]],
  ['tier_order', ({ tier }) => numberText(tier.order)],
  ['policy', ({ policy }) => [policyTitle(policy)]],
  ['order', ({ policy }) => numberText(policy.order)],
  ['directions', directionsOf],
  ['staged', ({ policy }) => [policy.isStaged ? 'yes' : 'no']],
  ['all_pods_of', ({ allOf }) => allOf],
  ['some_pods_of', ({ someOf }) => someOf],
  ['pods_of_other_namespaces', ({ elsewhere }) => [elsewhere]],
  ['workloads', ({ workloads }) => workloads],
  ['possible_workloads', ({ possibleWorkloads }) => possibleWorkloads],
  ['host_endpoints', ({ hostEndpoints }) => hostEndpoints],
  ['possible_host_endpoints', ({ possibleHostEndpoints }) => possibleHostEndpoints],
  ['other_host_endpoints', ({ otherHosts }) => [otherHosts]],
];

function numberText(order: number): string[] {
  return Number.isFinite(order) ? [String(order)] : [];
}

/** A policy a line, with a header. What a spreadsheet would take for a formula is marked as text. */
export function reachCsv(reaches: readonly ReachOfPolicy[]): string {
  const rows = [COLUMNS.map(([name]) => name), ...reaches.map((reach) => COLUMNS.map(([, cells]) => cells(reach).join('; ')))];
  return rows.map((cells) => `${cells.map((cell) => csvCell(isFormula(cell) ? `'${cell}` : cell)).join()}\r\n`).join('');
}

function isFormula(cell: string): boolean {
  return /^[-=+@]/.test(cell) && Number.isNaN(Number(cell));
}
