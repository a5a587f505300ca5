import { writeFileSync } from 'fs';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, Include, JsonPatch, Lazy, Testing } from 'cdk8s';
import { Checks, Cidr, IpPool, NetworkPolicy, Selector } from '../../src';
import * as checks from '../../src/core/checks';

let outdir: string;
let app: App;

beforeEach(() => {
  outdir = join(mkdtempSync(join(tmpdir(), 'gate-')), 'dist');
  app = new App({ outdir });
});

afterEach(() => {
  rmSync(join(outdir, '..'), { recursive: true });
  jest.restoreAllMocks();
});

function pool(scope: Chart, id: string, cidr: string): IpPool {
  return new IpPool(scope, id, { metadata: { name: id }, cidr: Cidr.parse(cidr) });
}

function writtenFiles(): string[] {
  return existsSync(outdir) ? readdirSync(outdir) : [];
}

/** A check that sees clusters: this app has one, so it runs once for each judgement. */
function spyOnCheck(id: string): jest.SpyInstance {
  return jest.spyOn(checks.CHECKS.find((check) => check.id === id)!, 'run' as never);
}

function silenceStandardError(): jest.SpyInstance {
  return jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
}

function expectRefusal(...ids: string[]): void {
  const synthesise = [() => app.synth(), () => app.synthYaml(), () => Testing.synth(app.charts[0])];
  for (const run of synthesise) {
    let message = '';
    try {
      run();
    } catch (error) {
      message = (error as Error).message;
    }
    for (const id of ids) {
      expect(message).toContain(id);
    }
  }
  expect(writtenFiles()).toEqual([]);
}

test('an app without findings is written', () => {
  pool(new Chart(app, 'calico'), 'pods', '192.168.0.0/16');
  app.synth();
  expect(writtenFiles()).toEqual(['calico.k8s.yaml']);
});

test('rejects pools that overlap across charts, in every way of synthesising', () => {
  pool(new Chart(app, 'one'), 'pods', '192.168.0.0/16');
  pool(new Chart(app, 'two'), 'more', '192.168.128.0/17');
  expectRefusal('cidr/pools-overlap');
});

test('rejects a JSON patch that does not apply, with all other findings', () => {
  const chart = new Chart(app, 'calico');
  pool(chart, 'pods', '192.168.0.0/16');
  pool(chart, 'more', '192.168.128.0/17');
  new NetworkPolicy(chart, 'policy', { metadata: { namespace: 'app' } }).addJsonPatch(JsonPatch.remove('/spec/nothing/here'));
  expectRefusal('gate/render-failed', 'cidr/pools-overlap');
});

test('rejects a Lazy value that throws', () => {
  const chart = new Chart(app, 'calico');
  pool(chart, 'pods', '192.168.0.0/16');
  new ApiObject(chart, 'config', {
    apiVersion: 'v1', kind: 'ConfigMap', data: Lazy.any({ produce: () => { throw new Error('the value is not there yet'); } }),
  });
  expectRefusal('gate/render-failed');
  expect(Checks.of(app).report().findings.map(({ path, what }) => ({ path, what }))).toEqual([
    { path: 'calico/config', what: 'the object can\'t be rendered: the value is not there yet' },
  ]);
});

test('rejects an app when a check crashes, and runs the other checks', () => {
  spyOnCheck('object/duplicate').mockImplementation(() => {
    throw new Error('out of cheese');
  });
  const chart = new Chart(app, 'calico');
  pool(chart, 'pods', '192.168.0.0/16');
  pool(chart, 'more', '192.168.128.0/17');
  expectRefusal('gate/check-crashed', 'object/duplicate', 'out of cheese', 'cidr/pools-overlap');
});

test('rejects included YAML with a bad selector in an app of plain API objects', () => {
  const file = join(outdir, '..', 'policy.yaml');
  writeFileSync(file, 'apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata:\n  name: drop\nspec:\n  selector: app = x\n  types: [Ingress]\n');
  new Include(new Chart(app, 'included'), 'policy', { url: file });
  Checks.enable(app);
  expectRefusal('selector/syntax');
});

test('looks into a List', () => {
  new ApiObject(new Chart(app, 'lists'), 'list', {
    apiVersion: 'v1',
    kind: 'List',
    items: [
      { apiVersion: 'projectcalico.org/v3', kind: 'GlobalNetworkPolicy', metadata: { name: 'drop' }, spec: { selector: 'app = x', types: ['Ingress'] } },
    ],
  });
  Checks.enable(app);
  expectRefusal('selector/syntax');
});

test('rejects one bad object among 100 charts and writes none of them', () => {
  for (let index = 0; index < 100; index++) {
    pool(new Chart(app, `chart-${index}`), `pool-${index}`, `10.${index}.0.0/16`);
  }
  pool(new Chart(app, 'last'), 'last', '10.7.0.0/24');
  expectRefusal('cidr/pools-overlap');
});

test('renders and judges once per synth, whatever the number of charts', () => {
  const judged = spyOnCheck('object/duplicate');
  let rendered = 0;
  for (let index = 0; index < 20; index++) {
    const chart = new Chart(app, `chart-${index}`);
    pool(chart, `pool-${index}`, `10.${index}.0.0/16`);
    new ApiObject(chart, 'config', { apiVersion: 'v1', kind: 'ConfigMap', data: Lazy.any({ produce: () => ({ count: `${++rendered}` }) }) });
  }
  app.synth();
  expect(rendered).toBe(20);
  expect(judged).toHaveBeenCalledTimes(1);
});

test('writes what was judged even where a Lazy value changes its mind', () => {
  const chart = new Chart(app, 'calico');
  let calls = 0;
  pool(chart, 'pods', '192.168.0.0/16');
  new ApiObject(chart, 'config', { apiVersion: 'v1', kind: 'ConfigMap', data: { count: Lazy.any({ produce: () => `count-${++calls}` }) } });
  expect(app.synthYaml()).toContain('count-1');
});

test('judges the charts of one app once as long as nothing changes, and again when something did', () => {
  const judged = spyOnCheck('object/duplicate');
  const chart = new Chart(app, 'one');
  pool(chart, 'pods', '192.168.0.0/16');
  const other = new Chart(app, 'two');
  Testing.synth(chart);
  Testing.synth(other);
  expect(judged).toHaveBeenCalledTimes(1);
  pool(other, 'more', '192.168.128.0/17');
  expect(() => Testing.synth(chart)).toThrow('cidr/pools-overlap');
  expect(judged).toHaveBeenCalledTimes(2);
});

test('shows warnings once on standard error, and in the report', () => {
  const stderr = silenceStandardError();
  new NetworkPolicy(new Chart(app, 'calico'), 'policy', { selector: Selector.label('app').equals('x') });
  app.synth();
  app.synth();
  expect(stderr).toHaveBeenCalledTimes(1);
  expect(stderr.mock.calls[0][0]).toContain('object/namespace-missing');
  expect(Checks.of(app).report().findings.map(({ id, severity, path }) => ({ id, severity, path }))).toEqual([
    { id: 'object/namespace-missing', severity: 'warning', path: 'calico/policy' },
  ]);
});

test('rejects warnings in a strict app', () => {
  new NetworkPolicy(new Chart(app, 'calico'), 'policy', { selector: Selector.label('app').equals('x') });
  Checks.enable(app, { strict: true });
  expectRefusal('object/namespace-missing');
});

describe('acknowledgements', () => {
  test('take a finding out below the scope, and keep it with its reason', () => {
    const stderr = silenceStandardError();
    const chart = new Chart(app, 'calico');
    new NetworkPolicy(chart, 'policy', { selector: Selector.label('app').equals('x') });
    Checks.of(chart).acknowledge({ id: 'object/namespace-missing', reason: 'applied with kubectl -n' });
    app.synth();
    expect(stderr).not.toHaveBeenCalled();
    const report = Checks.of(app).report();
    expect(report.findings).toEqual([]);
    expect(report.acknowledged.map(({ finding, reason }) => [finding.id, reason])).toEqual([['object/namespace-missing', 'applied with kubectl -n']]);
  });

  test('leave findings outside the scope', () => {
    silenceStandardError();
    const [one, two] = [new Chart(app, 'one'), new Chart(app, 'two')];
    new NetworkPolicy(one, 'policy', { metadata: { name: 'one' } });
    new NetworkPolicy(two, 'policy', { metadata: { name: 'two' } });
    Checks.of(one).acknowledge({ id: 'object/namespace-missing', reason: 'applied with kubectl -n' });
    expect(Checks.of(app).report().findings.map(({ path }) => path)).toEqual(['two/policy']);
  });

  test('warn where they match nothing', () => {
    const chart = new Chart(app, 'calico');
    pool(chart, 'pods', '192.168.0.0/16');
    Checks.of(chart).acknowledge({ id: 'object/namespace-missing', reason: 'applied with kubectl -n' });
    expect(Checks.of(app).report().findings.map(({ id, severity, path }) => ({ id, severity, path }))).toEqual([
      { id: 'gate/unused-acknowledgement', severity: 'warning', path: 'calico' },
    ]);
  });

  test('rejects an id that no check has', () => {
    expect(() => Checks.of(app).acknowledge({ id: 'cidr/pool-overlap', reason: 'because' })).toThrow(
      /^the app: there is no check "cidr\/pool-overlap" to acknowledge; .*cidr\/pools-overlap/);
  });

  test('rejects what the cluster would refuse', () => {
    expect(() => Checks.of(app).acknowledge({ id: 'selector/syntax', reason: 'because' })).toThrow(
      'the app: selector/syntax can\'t be acknowledged: the cluster would refuse or drop the object, whatever the reason');
  });

  test('rejects a reason without words', () => {
    expect(() => Checks.of(app).acknowledge({ id: 'object/namespace-missing', reason: ' ' })).toThrow('needs a reason');
  });
});
