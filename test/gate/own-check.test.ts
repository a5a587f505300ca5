import { ApiObject, App, Chart } from 'cdk8s';
import { CheckContext, CheckPreset, Checks, CheckSeverity, FlowEnd, ICheck, NetworkPolicy } from '../../src';

/** Every policy names its owner. */
class OwnerLabel implements ICheck {
  public readonly id = 'acme/owner-label';
  public readonly severity = CheckSeverity.WARNING;
  public readonly summary = 'A policy has no label owner.';
  public readonly docs = 'https://acme.example/checks/owner-label';

  public run(context: CheckContext): void {
    for (const object of context.objectsOf('projectcalico.org', 'NetworkPolicy')) {
      if (object.toManifest().metadata.labels?.owner === undefined) {
        context.report({
          object, field: ['metadata', 'labels'], what: `${object.name} has no label owner`, why: 'nobody is asked when it breaks', fix: 'add the label owner',
        });
      }
    }
  }
}

/** Asks the model. */
class WebIsReached implements ICheck {
  public readonly id = 'acme/web-is-reached';
  public readonly severity = CheckSeverity.ERROR;
  public readonly summary = 'Nobody reaches the web.';

  public run(context: CheckContext): void {
    if (!context.model.verdict({ source: FlowEnd.address('203.0.113.1'), destination: FlowEnd.pod('shop', 'web'), destinationPort: 443 }).allowed) {
      context.report({ what: 'the web is closed', why: 'customers come from outside', fix: 'allow TCP 443' });
    }
  }
}

function twoTeams(): { app: App; shop: Chart } {
  const app = new App();
  const shop = new Chart(app, 'shop', { namespace: 'shop' });
  const books = new Chart(app, 'books', { namespace: 'books' });
  new NetworkPolicy(shop, 'deny', { metadata: { name: 'deny' } });
  new NetworkPolicy(books, 'deny', { metadata: { name: 'deny' } });
  new ApiObject(books, 'web', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace: 'shop' }, spec: { containers: [] } });
  return { app, shop };
}

function ofAcme(app: App) {
  return Checks.of(app).report().findings.filter(({ id }) => id.startsWith('acme/'));
}

test('reports in the same form as our own, below its scope only', () => {
  const { app, shop } = twoTeams();
  Checks.of(shop).add(new OwnerLabel());
  expect(ofAcme(app)).toEqual([{
    id: 'acme/owner-label',
    severity: 'warning',
    path: 'shop/deny',
    object: { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', name: 'deny', namespace: 'shop' },
    field: 'metadata.labels',
    what: 'deny has no label owner',
    why: 'nobody is asked when it breaks',
    fix: 'add the label owner',
    docs: 'https://acme.example/checks/owner-label',
  }]);
});

test('sees the model of the whole cluster, and stops synth', () => {
  const { app, shop } = twoTeams();
  Checks.of(shop).add(new WebIsReached());
  expect(ofAcme(app).map(({ path, what }) => [path, what])).toEqual([['shop', 'the web is closed']]);
  expect(() => app.synthYaml()).toThrow('acme/web-is-reached');
});

test('is acknowledged, and follows presets', () => {
  const { app, shop } = twoTeams();
  Checks.of(app).add(new OwnerLabel());
  Checks.of(shop).acknowledge({ id: 'acme/owner-label', reason: 'the shop has one owner' });
  expect(ofAcme(app).map(({ path }) => path)).toEqual(['books/deny']);
  Checks.of(app).usePreset(CheckPreset.PRODUCTION);
  expect(ofAcme(app).map(({ severity }) => severity)).toEqual(['error']);
  Checks.of(app).usePreset(CheckPreset.DEFAULT.withSeverity('acme', CheckSeverity.OFF));
  expect(ofAcme(app)).toEqual([]);
});

test('runs over plain manifests, and `only` knows its id', () => {
  const policy = { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', metadata: { name: 'a', namespace: 'b' }, spec: {} };
  const checks = [new OwnerLabel()];
  expect(Checks.ofManifests([policy], { checks, only: ['acme/owner-label'] }).findings.map(({ id }) => id)).toEqual(['acme/owner-label']);
  expect(Checks.ofManifests([policy], { checks, only: ['selector'] }).findings.map(({ id }) => id)).not.toContain('acme/owner-label');
});

test('gets copies: what it changes is not written', () => {
  const { app, shop } = twoTeams();
  Checks.of(shop).add({
    id: 'acme/vandal',
    severity: CheckSeverity.ADVICE,
    summary: 'Changes what it sees.',
    run: (context) => context.objects.forEach((object) => { object.toManifest().metadata.name = 'changed'; }),
  });
  expect(app.synthYaml()).not.toContain('changed');
});

test('that throws is an error on the report, and the other checks go on', () => {
  const { app } = twoTeams();
  Checks.of(app).add({ id: 'acme/broken', severity: CheckSeverity.ADVICE, summary: 'Throws.', run: () => { throw new Error('no such field'); } });
  Checks.of(app).add(new WebIsReached());
  expect(Checks.of(app).report().findings.filter(({ severity }) => severity === 'error').map(({ id, what }) => [id, what])).toEqual([
    ['acme/web-is-reached', 'the web is closed'],
    ['gate/check-crashed', 'the check acme/broken failed: no such field'],
  ]);
});

test('rejects ids that are taken, ours, or no ids, and OFF as a severity', () => {
  const { app } = twoTeams();
  const add = (id: string, severity = CheckSeverity.ERROR) => Checks.of(app).add({ id, severity, summary: '', run: () => undefined });
  add('acme/one');
  expect(() => add('acme/one')).toThrow('the app: there is a check acme/one already');
  expect(() => add('selector/mine')).toThrow('selector/mine: the category selector is this library\'s');
  expect(() => add('Acme/One')).toThrow('the id of a check is category/name, both in kebab-case');
  expect(() => add(undefined as unknown as string)).toThrow('a check has no id; in Python its id, severity, summary and docs are methods with @property');
  expect(() => add('acme/two', CheckSeverity.OFF)).toThrow('acme/two: a check is made with the severity ERROR, WARNING or ADVICE');
  expect(() => Checks.of(app).acknowledge({ id: 'acme/three', reason: 'r' })).toThrow('a check of your own is added before it is acknowledged');
});

test.each([
  ['nothing', [undefined], 'item 0 of the field is undefined'],
  ['an object', ['spec', { name: 'a' }], 'item 1 of the field is {"name":"a"}'],
  ['a number that is no place in a list', ['spec', 'ingress', -1], 'item 2 of the field is -1'],
  ['a broken number', ['spec', 'ingress', 0.5], 'item 2 of the field is 0.5'],
])('rejects %s in a field, as an error on the report', (_, field, what) => {
  const check: ICheck = {
    id: 'acme/odd',
    severity: CheckSeverity.ADVICE,
    summary: 'Names a field.',
    run: (context) => context.report({ object: context.objects[0], field, what: '', why: '', fix: '' }),
  };
  const { findings } = Checks.ofManifests([{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a' } }], { checks: [check] });
  expect(findings.map((finding) => [finding.id, finding.what])).toEqual([
    ['gate/check-crashed', `the check acme/odd failed: ${what}: it is the name of a field, or the number of an item, from 0`],
  ]);
});
