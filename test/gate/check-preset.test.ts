import { App, Chart } from 'cdk8s';
import { CheckPreset, Checks, CheckSeverity, Cidr, IpPool, NetworkPlan, NetworkPolicy, Selector } from '../../src';

/** A pool that overlaps the plan (error), a selector that never matches (warning), and one that only excludes (advice). */
function faultyApp(): { app: App; pools: Chart; policies: Chart } {
  const app = new App();
  new NetworkPlan(app, 'plan', { onPremises: [Cidr.parse('10.0.0.0/16')] });
  const pools = new Chart(app, 'pools');
  new IpPool(pools, 'pods', { metadata: { name: 'pods' }, cidr: Cidr.parse('10.0.0.0/16') });
  const policies = new Chart(app, 'policies');
  new NetworkPolicy(policies, 'never', { metadata: { name: 'never', namespace: 'shop' }, selector: Selector.parse("a == 'b' && a == 'c'") });
  new NetworkPolicy(policies, 'broad', { metadata: { name: 'broad', namespace: 'shop' }, selector: Selector.parse("a != 'b'") });
  return { app, pools, policies };
}

function severities(app: App): Record<string, string> {
  return Object.fromEntries(Checks.of(app).report().findings
    .filter(({ id }) => ['cidr/pool-overlaps-network', 'selector/never-matches', 'selector/only-excludes'].includes(id))
    .map(({ id, severity }) => [id, severity]));
}

const USUAL = { 'cidr/pool-overlaps-network': 'error', 'selector/never-matches': 'warning', 'selector/only-excludes': 'advice' };

test('the default preset leaves severities as they are', () => {
  const { app } = faultyApp();
  expect(severities(app)).toEqual(USUAL);
  Checks.of(app).usePreset(CheckPreset.DEFAULT);
  expect(severities(app)).toEqual(USUAL);
});

test('production makes warnings errors', () => {
  const { app } = faultyApp();
  Checks.of(app).usePreset(CheckPreset.PRODUCTION);
  expect(severities(app)).toEqual({ ...USUAL, 'selector/never-matches': 'error' });
});

test('development makes errors warnings and leaves out advice', () => {
  const { app } = faultyApp();
  Checks.of(app).usePreset(CheckPreset.DEVELOPMENT);
  expect(severities(app)).toEqual({ 'cidr/pool-overlaps-network': 'warning', 'selector/never-matches': 'warning' });
  expect(Checks.of(app).report().hasErrors).toBe(false);
});

test('the preset of the closest scope counts, as a whole', () => {
  const { app, policies } = faultyApp();
  Checks.of(app).usePreset(CheckPreset.DEVELOPMENT);
  Checks.of(policies).usePreset(CheckPreset.PRODUCTION);
  expect(severities(app)).toEqual({ 'cidr/pool-overlaps-network': 'warning', 'selector/never-matches': 'error', 'selector/only-excludes': 'advice' });
});

test('what is said of an id counts more than what is said of its category, and that more than the rest of the preset', () => {
  const { app } = faultyApp();
  const preset = CheckPreset.PRODUCTION
    .withSeverity('selector/only-excludes', CheckSeverity.ERROR)
    .withSeverity('selector', CheckSeverity.OFF)
    .withSeverity('cidr', CheckSeverity.ADVICE);
  Checks.of(app).usePreset(preset);
  expect(severities(app)).toEqual({ 'cidr/pool-overlaps-network': 'advice', 'selector/only-excludes': 'error' });
});

test('acknowledgements count before presets, and strict after them', () => {
  const { app, policies } = faultyApp();
  Checks.enable(app, { strict: true });
  Checks.of(app).usePreset(CheckPreset.DEVELOPMENT.withSeverity('selector/only-excludes', CheckSeverity.OFF));
  Checks.of(policies).acknowledge({ id: 'selector/only-excludes', reason: 'meant' });
  expect(severities(app)).toEqual({ 'cidr/pool-overlaps-network': 'error', 'selector/never-matches': 'error' });
  expect(Checks.of(app).report().findings.map(({ id }) => id)).not.toContain('gate/unused-acknowledgement');
});

test('what the cluster refuses stays an error', () => {
  const yaml = "apiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: { name: a, namespace: b }\nspec: { selector: 'a = b' }\n";
  expect(Checks.ofYaml(yaml, { preset: CheckPreset.DEVELOPMENT.withSeverity('selector', CheckSeverity.OFF) }).findings.map(({ id, severity }) => [id, severity]))
    .toEqual([['selector/syntax', 'error']]);
});

test('objects and texts take a preset too', () => {
  const yaml = "apiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: { name: a, namespace: b }\nspec: { selector: \"a == 'b' && a == 'c'\" }\n";
  expect(Checks.ofYaml(yaml, { preset: CheckPreset.named('production'), only: ['selector'] }).hasErrors).toBe(true);
  expect(Checks.ofYaml(yaml, { preset: CheckPreset.named('development'), only: ['selector'] }).hasErrors).toBe(false);
});

test('rejects names and checks that there are not, and what the cluster decides', () => {
  expect(() => CheckPreset.named('staging')).toThrow('there is no preset "staging": it is one of default, development, production');
  expect(() => CheckPreset.DEFAULT.withSeverity('selector/nothing', CheckSeverity.OFF)).toThrow('there is no check or category "selector/nothing"');
  expect(() => CheckPreset.DEFAULT.withSeverity('selector/syntax', CheckSeverity.OFF)).toThrow('selector/syntax stays an error');
});
