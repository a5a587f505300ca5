import { escapeForDisplay } from '../findings';
import { TracePolicy, TraceRule, TraceStation, TraceTier } from './trace';

/** What a walk is told from. */
export interface Walked {
  /** `allowed` or `denied`, and the flow. */
  readonly title: string;
  readonly stations: readonly TraceStation[];
  /** What stopped the packet after all policies. */
  readonly barrier: string | undefined;
  /** Questions that another answer to could change the verdict. Empty: the verdict is certain. */
  readonly open: readonly string[];
}

const COLUMN = 16;
const SUBJECT = 46;

/** The walk as people read it: an end a paragraph, a tier, policy or profile a line. Nothing in it can move the cursor. */
export function printWalk({ title, stations, barrier, open }: Walked): string {
  const lines = [title];
  for (const station of stations) {
    const chain = station.chain === 'normal' ? '' : `, ${station.chain} chain`;
    lines.push('', `${station.direction} of ${station.endpoint}${chain}: ${station.outcome}`, ...stationLines(station));
  }
  if (stations.length === 0) {
    lines.push('', 'no policy of the model applies to either end');
  }
  if (barrier !== undefined) {
    lines.push('', barrier);
  }
  if (open.length > 0) {
    lines.push('', 'not certain:', ...open.map((question) => `  ${question}`));
  }
  return `${lines.map(escapeForDisplay).join('\n')}\n`;
}

function stationLines({ tiers, profiles, staged, by }: TraceStation): string[] {
  const lines = tiers.length === 0 && profiles.length > 0 ? ['  no policy selects it'] : tiers.flatMap(tierLines);
  for (const { profile, rules, outcome } of profiles) {
    lines.push(line('profile', profile, rules.length > 0 ? ruleText(rules[rules.length - 1], outcome) : 'has no rule for it'));
  }
  if (by.includes(' profile:none ')) {
    lines.push(line('profiles', '', 'no profile allows it: deny'));
  }
  if (by.includes(' failsafe ')) {
    lines.push(line('failsafe', '', 'the port is one that host policies never close: allow'));
  }
  const [, tunnel] = by.split(' node-traffic ');
  if (tunnel !== undefined) {
    lines.push(line('node traffic', tunnel.replace(/ allow$/, ''), 'passes between nodes before normal policies are asked: allow'));
  }
  return [...lines, ...staged.map((policy) => line('staged', policy, 'selects it too, and enforces nothing'))];
}

function tierLines({ tier, policies, outcome, endedByRule }: TraceTier): string[] {
  const lines = policies.map((policy, index) => {
    const isLast = index === policies.length - 1;
    return line(index === 0 ? `tier ${tier}` : '', policyTitleOf(policy), policyText(policy, isLast && endedByRule ? outcome : undefined));
  });
  if (!endedByRule) {
    lines.push(line('', 'end of tier', outcome === 'continue' ? 'is skipped: none of its policies is taken to select the end' : outcome));
  }
  return lines;
}

function policyTitleOf({ kind, namespace, name }: TracePolicy): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}

function policyText({ match, rules }: TracePolicy, outcome: string | undefined): string {
  const selects = match === 'yes' ? '' : `${match === 'assumed yes' ? 'is taken to select the end' : 'is taken not to select the end'}; `;
  const logs = rules.filter(({ action }) => action === 'log').map(({ field }) => `${field} logs; `).join('');
  const last = rules.at(-1);
  return selects + logs + (outcome !== undefined && last ? ruleText(last, outcome) : 'no rule matches');
}

function ruleText({ field, match }: TraceRule, outcome: string): string {
  return `${field}${match === 'assumed yes' ? ' is taken to match' : ''}: ${outcome}`;
}

function line(label: string, subject: string, text: string): string {
  return `  ${label.padEnd(COLUMN)}${label.length >= COLUMN ? ' ' : ''}${subject.padEnd(SUBJECT)}${subject.length >= SUBJECT ? '  ' : ''}${text}`;
}
