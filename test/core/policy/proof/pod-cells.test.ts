import fc from 'fast-check';
import { endsOfAll, modelOf as modelOfObjects, withAllPods } from './brute-force';
import { Endpoint, PolicyModel } from '../../../../src/core/policy';
import { CompiledSelector, matchLabels } from '../../../../src/core/policy/label-view';
import { podCells } from '../../../../src/core/policy/proof';
import { randomCluster } from '../arbitrary-cluster';
import { basics, modelOf, policy } from '../asking';

function selectorsOf(model: PolicyModel): CompiledSelector[] {
  return [...new Set(model.policies.flatMap(({ selector, ingress = [], egress = [] }) => [
    selector,
    ...[...ingress, ...egress].flatMap(({ source, destination }) => [source, destination]).flatMap((one) => [one.selector, one.notSelector]),
  ].filter((one) => one !== undefined)))];
}

function answers(model: PolicyModel, { class: { view } }: Endpoint): string {
  return selectorsOf(model).map((selector) => `${selector.text}: ${matchLabels(selector, view)}`).sort().join('\n');
}

test('there is one pod for each way in which the selectors of a random cluster can answer', () => {
  fc.assert(fc.property(randomCluster, fc.constantFrom('a', 'b'), ({ objects }, namespace) => {
    const model = modelOfObjects(objects);
    const found = podCells([model], { kind: 'pod', namespace }, 1000);
    const cells = found.answer === 'cells' ? found.cells.map(({ endpoints: [endpoint] }) => answers(model, endpoint)) : [];
    expect(new Set(cells).size).toBe(cells.length);

    const all = withAllPods(objects, namespace, { protocol: 6, first: 80 });
    const possible = new Set(endsOfAll(all).map(({ endpoint }) => answers(all, endpoint!)));
    expect(new Set(cells)).toEqual(possible);
  }), { numRuns: 60, seed: 62 });
});

const byLabels = (count: number) => modelOf(...basics, ...Array.from({ length: count }, (_, index) => policy(`p${index}`, { selector: `has(l${index})` })));

test('more cells than are wanted are too many', () => {
  expect(podCells([byLabels(3)], { kind: 'pod', namespace: 'a' }, 8)).toMatchObject({ answer: 'cells', cells: { length: 8 } });
  expect(podCells([byLabels(4)], { kind: 'pod', namespace: 'a' }, 8)).toEqual({ answer: 'too many' });
});

test('models without policies have one cell', () => {
  const [one, other] = [modelOf(...basics), modelOf()];
  const found = podCells([one, other], { kind: 'pod', namespace: 'a' }, 8);
  expect(found).toMatchObject({ answer: 'cells', cells: [{ witness: { namespace: 'a', labels: {}, portNames: [] }, endpoints: [{ namespace: 'a' }, { namespace: 'a' }] }] });
});

test('work beyond the budget is unknown', () => {
  expect(podCells([byLabels(4)], { kind: 'pod', namespace: 'a' }, 8, 1)).toEqual({ answer: 'unknown', why: 'the question takes more work than its budget' });
});
