import fc from 'fast-check';
import { judge } from '../../../src/core/checks';
import { Finding } from '../../../src/core/findings';
import { JsonObject, Manifest } from '../../../src/core/manifests';
import { buildModel, decide, EndQuery, resolveFlow } from '../../../src/core/policy';
import { randomCluster, RandomCluster, RandomFlow } from '../policy/arbitrary-cluster';

/** Findings that say that rules have no say. */
const IDS = ['policy/shadowed-rule', 'policy/redundant-rule', 'policy/vacuous-rule', 'policy/shadowed-policy'];

const end = ({ pods }: RandomCluster, given: number | string): EndQuery =>
  typeof given === 'string' ? { by: 'address', address: given } : { by: 'pod', namespace: pods[given].namespace, name: pods[given].name };

function verdicts(cluster: RandomCluster, objects: readonly JsonObject[], flows: readonly RandomFlow[]): boolean[] {
  const model = buildModel(objects.map((object) => new Manifest(object)));
  return flows.map(({ source, destination, ...rest }) =>
    decide(model, resolveFlow(model, { source: end(cluster, source), destination: end(cluster, destination), ipVersion: 4, ...rest })).allowed);
}

/** The objects, with a rule that only logs in the place of what a finding is about. */
function without(objects: readonly JsonObject[], { object, field }: Finding): JsonObject[] {
  const [, direction, index] = /^spec\.(ingress|egress)(?:\[(\d+)\])?/.exec(field!)!;
  return objects.map((one) => {
    const { kind, metadata, spec } = one as { kind: string; metadata: { name: string; namespace?: string }; spec: Record<string, JsonObject[]> };
    if (kind !== object!.kind || metadata.name !== object!.name || metadata.namespace !== object!.namespace) {
      return one;
    }
    const rules = spec[direction].map((rule, at) => index === undefined || at === Number(index) ? { action: 'Log' } : rule);
    return { ...one, spec: { ...spec, [direction]: rules } };
  });
}

/** Some rules again, elsewhere in their policy, and some of them with another action: so that rules stand in each other's way. */
function crowded(objects: readonly JsonObject[], picks: readonly number[]): JsonObject[] {
  return objects.map((object, at) => {
    const spec = object.spec as Record<string, JsonObject[]> | undefined;
    if (object.apiVersion !== 'projectcalico.org/v3' || !spec || (!spec.ingress && !spec.egress)) {
      return object;
    }
    const pick = picks[at % picks.length];
    const more = (rules: JsonObject[] | undefined): JsonObject[] | undefined => {
      if (!rules || rules.length === 0) {
        return rules;
      }
      const again = { ...rules[pick % rules.length], ...(pick % 2 && { action: 'Deny' }), ...(pick % 3 === 0 && { ipVersion: 4 }) };
      return [...rules, again, ...(pick % 2 ? [] : [{ action: 'Allow' }])];
    };
    return JSON.parse(JSON.stringify({ ...object, spec: { ...spec, ingress: more(spec.ingress), egress: more(spec.egress) } }));
  });
}

test('what is said to have no say has none: no verdict changes without it', () => {
  const counts: Record<string, number> = {};
  fc.assert(fc.property(randomCluster, fc.array(fc.nat(100), { minLength: 4, maxLength: 4 }), (cluster, picks) => {
    const objects = crowded(cluster.objects, picks);
    const findings = judge({ clusters: [{ name: '', manifests: objects.map((object) => new Manifest(object)) }], only: IDS });
    const before = verdicts(cluster, objects, cluster.flows);
    for (const finding of findings) {
      counts[finding.id] = (counts[finding.id] ?? 0) + 1;
      const spared = finding.object!.apiVersion === 'projectcalico.org/v3' ? without(objects, finding) : objects;
      expect({ finding, verdicts: verdicts(cluster, spared, cluster.flows) }).toEqual({ finding, verdicts: before });
    }
  }), { numRuns: 1000, seed: 66 });
  expect(Object.keys(counts).sort()).toEqual([...IDS].sort());
  expect(Math.min(...Object.values(counts))).toBeGreaterThan(3);
});
