import { App, Chart } from 'cdk8s';
import { readSamples } from '../../scripts/generate/template-page';
import { ROOT } from '../docs/files';

type Template = new (...args: unknown[]) => object;

// Samples as they are, but for one option.
jest.mock('cdk8s-calico', () => {
  const actual = jest.requireActual('cdk8s-calico');
  const staged = (template: Template): Template => new Proxy(template, {
    construct: (target, [scope, id, props], newTarget) => Reflect.construct(target, [scope, id, { ...props, staged: true }], newTarget),
  });
  const isTemplate = (value: unknown): value is Template => typeof value === 'function' && value.prototype instanceof actual.PolicyTemplate;
  return Object.fromEntries(Object.entries(actual).map(([name, value]) => [name, isTemplate(value) ? staged(value) : value]));
});

test.each(readSamples(ROOT).map((sample) => [sample.name, sample] as const))('%s is staged by one option: it enforces nothing, and its probes are run as if it did', (_, { make }) => {
  const chart = new Chart(new App(), 'test');
  const failures = make(chart).prove().filter(({ holds }) => !holds).map(({ verdict }) => verdict.toText());
  const enforced = chart.toJson().map(({ kind }) => kind).filter((kind) => /^(Global|Cluster)?NetworkPolicy$|^FelixConfiguration$/.test(kind));
  expect({ failures, enforced }).toEqual({ failures: [], enforced: [] });
});
