import { parse } from 'yaml';
import { ApiServer, forEachBounded } from './api-server';
import { applyCrds, awaitEstablished, objectsPath, shippedCrds } from './crds';
import { generated, mutated } from './mutations';
import { createNamespaces } from './namespaces';
import { OurVerdict, ourVerdict } from './our-verdict';
import { RandomSource } from './random-source';
import { namespaceOf, resourceVectors, ResourceVector } from './resource-vectors';
import { respelled } from './respelled';
import { Disagreement, printDisagreements, serverVerdict } from './verdict';
import { calicoKinds } from '../../src/core/schema/kinds.generated';

/** More of them, or others, on demand. */
const COUNT = Number(process.env.CDK8S_CALICO_MUTATIONS ?? 6000);
const SEED = Number(process.env.CDK8S_CALICO_SEED ?? 20260701);
const AT_ONCE = 16;
const CRASH = 'crash: ';

const crds = shippedCrds('projectcalico.org');
const crdOfKind = new Map(crds.map((crd) => [crd.kind, crd]));
const schemaOfKind = new Map(calicoKinds().map(({ kind, schema }) => [kind, schema]));
let server: ApiServer;

beforeAll(async () => {
  server = await ApiServer.connect();
  await applyCrds(server, crds);
  await awaitEstablished(server, crds);
});

afterAll(() => server.close());

it('judges changed manifests as we say it does', async () => {
  const bases = resourceVectors().filter(({ kind, expect: { crdRawOk } }) => crdRawOk && crdOfKind.has(kind));
  await createNamespaces(server, bases.map(({ input }) => namespaceOf(input.yaml)));
  const random = new RandomSource(SEED);
  const cases = Array.from({ length: COUNT }, (_, index) => {
    const base = random.pick(bases);
    const { text, what } = changedText(base, random);
    return { id: `${index} of ${base.id}`, kind: base.kind, why: what, text, namespace: namespaceOf(base.input.yaml) };
  });
  const verdicts = (await forEachBounded(cases, AT_ONCE, ({ kind, namespace, text }) =>
    server.create(`${objectsPath(crdOfKind.get(kind)!, namespace)}?dryRun=All&fieldValidation=Strict`, text))).map(serverVerdict);
  let elsewhere = 0;
  const found = cases.flatMap(({ id, kind, why, text }, index): Disagreement[] => {
    const verdict = verdicts[index];
    const { apiServer, good, bad } = verdictOrCrash(text);
    if (verdict.taken === apiServer.taken && !apiServer.words[0]?.startsWith(CRASH)) {
      return [];
    }
    if (verdict.taken ? bad : !good) {
      elsewhere++;
      return [];
    }
    return [{ id, why: `${kind}: ${why}\n    manifest    ${JSON.stringify(text)}`, server: verdict, other: apiServer }];
  });
  const taken = verdicts.filter((verdict) => verdict.taken).length;
  printDisagreements(`API server and our rules, on changed manifests (${taken} taken; ${elsewhere} that Calico refuses by another layer)`, COUNT, found);
  expect(found.map(({ id }) => id)).toEqual([]);
});

function changedText({ kind, input: { yaml } }: ResourceVector, random: RandomSource): { text: string; what: string } {
  const way = random.below(100);
  const rewritten = way < 20 ? respelled(yaml, random) : undefined;
  if (rewritten !== undefined) {
    return rewritten;
  }
  const { manifest, what } = (way < 35 ? generated : mutated)(parse(yaml), schemaOfKind.get(kind)!, random);
  return { text: JSON.stringify(manifest), what };
}

/** A crash is a disagreement whatever the server says. */
function verdictOrCrash(text: string): OurVerdict {
  try {
    return ourVerdict(text);
  } catch (error) {
    return { apiServer: { taken: false, words: [`${CRASH}${String((error as Error).stack)}`] }, good: true, bad: false };
  }
}
