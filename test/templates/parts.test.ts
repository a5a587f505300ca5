import { ApiObject, JsonPatch } from 'cdk8s';
import { makeSample, readSamples, TemplateSample } from '../../scripts/generate/template-page';
import { ROOT } from '../docs/files';

const GROUPS = ['baseline', 'dns', 'namespaces'];

/** What can be left out, as it says what is so without it, or nothing that a verdict shows. */
const NO_DIFFERENCE: readonly RegExp[] = [
  / \/spec\/types(\/\d)?$/,
  / \/spec\/(selector|tier)$/,
  / \/spec\/(order|priority)$/,
  / \/spec\/[a-z]+\/\d+\/name$/,
];

/** Parts that no probe misses, with the reason. */
const UNPROVED: readonly string[] = [
  // A log line is no part of a verdict.
  'baseline/log-then-deny zz-log-then-deny /spec/ingress/0',
  'baseline/policy-baseline security.shop-quarantine /spec/egress/0',
  'baseline/policy-baseline security.shop-quarantine /spec/ingress/1',
  'baseline/quarantine quarantine /spec/egress/0',
  'baseline/quarantine quarantine /spec/ingress/1',
  // Calico's own default.
  'baseline/tier-skeleton app /spec/defaultAction',
  // The Service's endpoints have protocols of their own.
  'baseline/policy-baseline platform.shop-allow-kube-apiserver /spec/egress/0/protocol',
  'dns/allow-dns-by-service allow-dns-by-service /spec/egress/0/protocol',
  'dns/allow-dns-by-service allow-dns-by-service /spec/egress/1/protocol',
  'dns/allow-kube-apiserver allow-kube-apiserver /spec/egress/0/protocol',
];

function objectsOf(sample: TemplateSample): { readonly objects: ApiObject[]; readonly holds: () => boolean } {
  const { template } = makeSample(sample);
  return {
    objects: template.node.findAll().filter((construct): construct is ApiObject => ApiObject.isApiObject(construct)),
    holds: () => template.prove().every(({ holds }) => holds),
  };
}

/** Every field and entry of a value, as pointers. */
function partsOf(value: unknown, pointer: string): string[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [pointer, ...inner.flatMap(([key, part]) => partsOf(part, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`))];
}

/** What can be taken out of what a template renders without a probe that fails. */
function unprovedParts(sample: TemplateSample): string[] {
  return objectsOf(sample).objects.flatMap((object, index) => {
    const { kind, metadata, spec } = object.toJson();
    const parts = /NetworkPolicy|Tier/.test(kind) ? partsOf(spec, '/spec').slice(1) : [];
    return parts.map((part) => ({ part, title: `${sample.name} ${metadata.name} ${part}` }))
      .filter(({ title }) => !NO_DIFFERENCE.some((pattern) => pattern.test(title)))
      .filter(({ part }) => {
        const { objects, holds } = objectsOf(sample);
        objects[index].addJsonPatch(JsonPatch.remove(part));
        return holds();
      })
      .map(({ title }) => title);
  });
}

test('no part of a policy can be left out unnoticed: a probe fails, but for parts that change nothing', () => {
  const samples = readSamples(ROOT).filter(({ name }) => GROUPS.includes(name.slice(0, name.indexOf('/'))));
  expect(samples.flatMap(unprovedParts).sort()).toEqual([...UNPROVED].sort());
});
