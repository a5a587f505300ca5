import { parse } from 'yaml';
import { ApiServer, forEachBounded } from './api-server';
import { applyCrds, awaitEstablished, objectsPath, shippedCrds } from './crds';
import { manifestOf, NETWORK_POLICIES, NETWORK_POLICY_CASES } from './kubernetes-network-policies';
import { generated, mutated } from './mutations';
import { createNamespaces } from './namespaces';
import { OurVerdict, ourVerdict } from './our-verdict';
import { RandomSource } from './random-source';
import { namespaceOf, resourceVectors, ResourceVector } from './resource-vectors';
import { respelled } from './respelled';
import { Disagreement, printDisagreements, serverVerdict } from './verdict';
import { StructuralSchema } from '../../src/core/schema';
import { calicoKinds } from '../../src/core/schema/kinds.generated';

/** More of them, or others, on demand. */
const COUNT = Number(process.env.CDK8S_CALICO_MUTATIONS ?? 6000);
const SEED = Number(process.env.CDK8S_CALICO_SEED ?? 20260701);
const AT_ONCE = 16;
const CRASH = 'crash: ';

/** Where we refuse what a real API server takes, by our words, and why. */
const KNOWN_TO_DIFFER: readonly [words: RegExp, reason: string][] = [
  [/: the item is empty$/, 'in lists of its own kinds Kubernetes reads null as an empty item; whoever leaves an item empty means anything but that'],
  [/^resource\/type at status\./, 'a status that is a subresource is dropped before its types are looked at; calicoctl reads it'],
];

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

it('judges changed manifests of Calico as we say it does', async () => {
  const bases = resourceVectors().filter(({ kind, expect: { crdRawOk } }) => crdRawOk && crdOfKind.has(kind));
  await createNamespaces(server, bases.map(({ input }) => namespaceOf(input.yaml)));
  const random = new RandomSource(SEED);
  const cases = Array.from({ length: COUNT }, (_, index): Case => {
    const base = random.pick(bases);
    const { text, what } = changedText(base, random);
    const path = objectsPath(crdOfKind.get(base.kind)!, namespaceOf(base.input.yaml));
    return { id: `${index} of ${base.id}`, why: `${base.kind}: ${what}`, text, path };
  });
  expect(await disagreements('changed manifests of Calico', cases)).toEqual([]);
});

it('judges changed network policies of Kubernetes as we say it does', async () => {
  const bases = NETWORK_POLICY_CASES.filter(({ taken }) => taken);
  const schema: StructuralSchema = {
    type: 'object', properties: { spec: schemaOfKind.get('StagedKubernetesNetworkPolicy')!.properties!.spec },
  };
  const random = new RandomSource(SEED);
  const cases = Array.from({ length: Math.ceil(COUNT / 3) }, (_, index): Case => {
    const base = random.pick(bases);
    const { manifest, what } = (random.chance(20) ? generated : mutated)(manifestOf(base), schema, random);
    return { id: `${index} of ${base.name}`, why: what, text: JSON.stringify(manifest), path: NETWORK_POLICIES };
  });
  expect(await disagreements('changed network policies of Kubernetes', cases)).toEqual([]);
});

interface Case {
  readonly id: string;
  readonly why: string;
  readonly text: string;
  readonly path: string;
}

/** The ids of the cases on which the API server and we differ, so that it matters: everything is printed. */
async function disagreements(title: string, cases: readonly Case[]): Promise<string[]> {
  const verdicts = (await forEachBounded(cases, AT_ONCE, ({ path, text }) => server.create(`${path}?dryRun=All&fieldValidation=Strict`, text)))
    .map(serverVerdict);
  let elsewhere = 0;
  let known = 0;
  const found = cases.flatMap(({ id, why, text }, index): Disagreement[] => {
    const verdict = verdicts[index];
    const { apiServer, good, bad } = verdictOrCrash(text);
    if (verdict.taken === apiServer.taken && !apiServer.words[0]?.startsWith(CRASH)) {
      return [];
    }
    if (verdict.taken ? bad : !good) {
      elsewhere++;
      return [];
    }
    if (verdict.taken && apiServer.words.every((words) => KNOWN_TO_DIFFER.some(([pattern]) => pattern.test(words)))) {
      known++;
      return [];
    }
    return [{ id, why: `${why}\n    manifest    ${JSON.stringify(text)}`, server: verdict, other: apiServer }];
  });
  const taken = verdicts.filter((verdict) => verdict.taken).length;
  const counts = `${taken} taken; ${elsewhere} that another layer refuses; ${known} known to differ`;
  printDisagreements(`API server and our rules, on ${title} (${counts})`, cases.length, found);
  return found.map(({ id }) => id);
}

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
