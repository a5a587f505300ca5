import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { readSamples, TemplateSample } from '../../scripts/generate/template-page';
import { ROOT } from '../docs/files';
import { PolicyBaseline, PolicyTemplate, ProbeResult, ProbeSet } from 'cdk8s-calico';

const SAMPLES = readSamples(ROOT);
const ofGroups = (...groups: string[]): TemplateSample[] => SAMPLES.filter(({ name }) => groups.includes(name.slice(0, name.indexOf('/'))));
const named = (...names: string[]): TemplateSample[] => SAMPLES.filter(({ name }) => names.includes(name));

/** Denials for good: no allowance of another template undoes one. */
const DENYING = [
  ...named(
    'baseline/quarantine', 'external/block-metadata-address', 'external/deny-list', 'protocols/block-icmp', 'extreme-traffic/dos-deny-list',
    'securing-calico/metrics-deny-list', 'securing-calico/bgp-password', 'securing-calico/typha-placement',
  ),
  ...ofGroups('hosts').filter(({ name }) => name !== 'hosts/forwarded-traffic'),
];

/** Templates that open what others close, and close nothing themselves. */
const ALLOWING = [
  ...ofGroups('dns'),
  ...named('protocols/allow-ping', 'protocols/icmp-errors-and-neighbour-discovery', 'securing-calico/metrics-allow-list', 'extreme-traffic/untracked-server'),
];

/** Where one opens what the other denies all the same, with the reason. */
const MEANT: readonly string[] = [
  // Both together: ping within the cluster, and no other; errors come with what they belong to.
  'protocols/block-icmp by protocols/allow-ping',
  'protocols/block-icmp by protocols/icmp-errors-and-neighbour-discovery',
  // What it keeps the nodes' traffic from are pods that it doesn't mean.
  'hosts/advertised-cluster-ips by dns/allow-kubelet-probes',
];

/** The probes of a template, in clusters that have another as well. */
class Together extends PolicyTemplate {
  private readonly first: PolicyTemplate;

  constructor(scope: Construct, first: TemplateSample, second: Pick<TemplateSample, 'make'>, private readonly isMeant: (set: ProbeSet) => boolean) {
    super(scope, 'together', { name: 'test/together', summary: '', useWhen: [], avoidWhen: [], changes: [{ version: '1.0.0', change: '' }] });
    this.first = first.make(new Construct(this, 'first') as Chart);
    second.make(new Construct(this, 'second') as Chart);
  }

  public probes(): ProbeSet[] {
    return this.first.probes().filter(this.isMeant);
  }
}

/** Probes of one template that surely turn out otherwise where the other is: nothing is sure where a Service's endpoints aren't known. */
function undone(first: TemplateSample, second: Pick<TemplateSample, 'make'>, mustAllow: boolean, isMeant: (set: ProbeSet) => boolean = () => true): string[] {
  return new Together(new Chart(new App(), 'test'), first, second, isMeant).prove()
    .filter((result: ProbeResult) => result.mustAllow === mustAllow && result.verdict.certain && !result.holds)
    .map(({ probeSet, verdict }) => `${probeSet}: ${verdict.toText()}`);
}

test.each(DENYING.map((sample) => [sample.name, sample] as const))('what %s denies stays denied beside any other template', (_, denying) => {
  const failures = SAMPLES.filter((other) => other !== denying && !MEANT.includes(`${denying.name} by ${other.name}`))
    .flatMap((other) => undone(denying, other, false).map((failure) => `${other.name}: ${failure}`));
  expect(failures).toEqual([]);
});

test.each(MEANT)('%s is undone, and meant so: else take it off the list', (pair) => {
  const [denying, other] = named(...pair.split(' by ')).sort((one) => pair.startsWith(one.name) ? -1 : 1);
  expect(undone(denying, other, false)).not.toEqual([]);
});

test.each(ALLOWING.map((sample) => [sample.name, sample] as const))('%s closes nothing that another template promises to be open', (_, allowing) => {
  const failures = SAMPLES.filter((other) => other !== allowing)
    .flatMap((other) => undone(other, allowing, true).map((failure) => `${other.name}: ${failure}`));
  expect(failures).toEqual([]);
});

/** What hosts and Calico's own ports are for; each pair in which one closes what the other leaves open, with the reason. */
const HOSTS = [...ofGroups('hosts', 'extreme-traffic', 'securing-calico'), ...named('protocols/icmp-errors-and-neighbour-discovery')];
const CLOSED: readonly string[] = [
  // Failsafe ports were open to attackers as to all.
  'extreme-traffic/dos-deny-list by hosts/failsafe-replacement',
  // Typha's port is closed at nodes that don't run it.
  'hosts/failsafe-replacement by securing-calico/typha-placement',
  // What is no worker stays open only without it.
  'hosts/worker-nodes by hosts/control-plane-nodes',
];

test('templates for hosts leave open what others of them open, but where that is meant', () => {
  const pairs = HOSTS.flatMap((first) => HOSTS.filter((second) => second !== first).map((second) => ({ first, second })));
  expect(pairs.filter(({ first, second }) => undone(first, second, true).length > 0).map(({ first, second }) => `${first.name} by ${second.name}`).sort())
    .toEqual(CLOSED);
});

test('the guide has the orders of the tiers that templates make', () => {
  const rows = readFileSync(join(ROOT, 'docs/guides/templates.md'), 'utf8').split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const made = SAMPLES.flatMap(({ make }) => {
    const chart = new Chart(new App(), 'test');
    const maker = `\`${make(chart).constructor.name}\``;
    return chart.toJson().filter(({ kind }) => kind === 'Tier').map(({ spec }) => ({ maker, order: Number(spec.order) }));
  }).filter(({ maker }) => maker !== '`PolicyBaseline`');
  const isSaid = ({ maker, order }: { readonly maker: string; readonly order: number }): boolean => rows.some(([, orders = '', tiers = '']) => {
    const numbers = orders.split(/, | to /).map(Number);
    const isIn = orders.includes(' to ') ? numbers[0] <= order && order <= numbers[1] : numbers.includes(order);
    return isIn && tiers.includes(maker);
  });
  expect(made.length).toBeGreaterThan(15);
  expect(made.filter((one) => !isSaid(one))).toEqual([]);
});

describe('beside a baseline', () => {
  const [baseline] = named('baseline/policy-baseline');
  const others = ofGroups('apps', 'dns', 'external', 'namespaces', 'protocols');

  test.each(others.map((sample) => [sample.name, sample] as const))('%s undoes neither quarantine nor the metadata block, and cuts neither DNS nor the API', (_, other) => {
    expect(undone(baseline, other, false, ({ name }) => name === 'beside policies that allow everything')).toEqual([]);
    expect(undone(baseline, other, true, ({ name }) => name === 'beside a team that denies everything')).toEqual([]);
  });

  test.each(ofGroups('apps', 'external', 'namespaces').map((sample) => [sample.name, sample] as const))(
    'that doesn\'t trust within namespaces, %s denies what it promises to deny', (_, other) => {
      const strict = { make: (chart: Chart) => new PolicyBaseline(chart, 'strict', { namespaces: ['shop', 'payments'], trustWithinNamespace: false }) };
      expect(undone(other, strict, false)).toEqual([]);
    });
});
