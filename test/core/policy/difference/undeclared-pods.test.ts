import fc from 'fast-check';
import { JsonObject } from '../../../../src/core/manifests';
import { decide, PolicyModel } from '../../../../src/core/policy';
import { listDifference } from '../../../../src/core/policy/difference';
import { randomCluster } from '../arbitrary-cluster';
import { modelOf } from '../asking';

const LABELS = [{}, { app: 'x' }, { app: 'y', role: 'f' }, { app: 'z', role: 'g' }, { role: 'f' }, { app: 'x', role: 'g', feed: 't' }];
const PODS = ['a', 'b'].flatMap((namespace) => ['one', 'two'].flatMap((account) => LABELS.map((labels): JsonObject => (
  { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'probe', namespace, labels }, spec: { serviceAccountName: account } }))));
const UNKNOWN = { isV6: false, sourcePort: undefined, icmpType: undefined, icmpCode: undefined, http: undefined };

/** What is sure between a pod that nobody declares and the declared ones. */
function verdicts(model: PolicyModel): (boolean | undefined)[] {
  const ends = model.endpoints.map((endpoint) => model.endOf(endpoint, 4)!);
  const probe = ends.find(({ endpoint }) => endpoint!.name === 'probe')!;
  return ends.flatMap((end) => [[probe, end], [end, probe]]).flatMap(([source, destination]) =>
    [[6, 80], [6, 443], [17, 53], [47, undefined]].map(([protocol, port]) => {
      const { allowed, certain } = decide(model, { ...UNKNOWN, source, destination, protocol: protocol!, destinationPort: port });
      return certain ? allowed : undefined;
    }));
}

test('where nothing is listed and nothing left out, no verdict of any other pod has changed', () => {
  let silent = 0;
  let spoken = 0;
  fc.assert(fc.property(randomCluster, fc.nat(5), ({ objects }, which) => {
    // Few pods are declared, so that most kinds of pods aren't.
    const before = objects.filter(({ kind, metadata }) => kind !== 'Pod' || (metadata as JsonObject).name === 'pod-0');
    const after = before.filter(({ metadata }) => (metadata as JsonObject).name !== `p${which}`);
    const { changes, leftOut } = listDifference(modelOf(...before), modelOf(...after));
    const isChanged = PODS.some((pod) => JSON.stringify(verdicts(modelOf(...before, pod))) !== JSON.stringify(verdicts(modelOf(...after, pod))));
    silent += changes.length === 0 ? 1 : 0;
    spoken += isChanged ? 1 : 0;
    expect(isChanged && changes.length === 0 && leftOut.length === 0).toBe(false);
  }), { numRuns: 60, seed: 20281 });
  expect(Math.min(silent, spoken)).toBeGreaterThan(10);
});
