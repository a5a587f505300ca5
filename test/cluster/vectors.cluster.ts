import { ApiServer, forEachBounded } from './api-server';
import { createNamespaces, deleteNamespaces } from './namespaces';
import { namespaceOf, resourceVectors } from './resource-vectors';
import { applyCrds, awaitEstablished, objectsPath, shippedCrds } from './shipped-crds';
import { Disagreement, printDisagreements, serverVerdict, Verdict } from './verdict';

const AT_ONCE = 16;
/** Where a real API server differs from the answer that the vectors hold, and why. */
const KNOWN_TO_DIFFER_FROM_VECTORS: Record<string, string> = {};

const crds = shippedCrds('projectcalico.org');
const crdOfKind = new Map(crds.map((crd) => [crd.kind, crd]));
/** Kinds that have no CRD are served by nobody in native mode. */
const vectors = resourceVectors().filter(({ kind }) => crdOfKind.has(kind));
const verdicts = new Map<string, Verdict>();
let server: ApiServer;
let namespaces: string[] = [];

beforeAll(async () => {
  server = await ApiServer.connect();
  await applyCrds(server, crds);
  await awaitEstablished(server, crds);
  namespaces = await createNamespaces(server, vectors.map(({ input }) => namespaceOf(input.yaml)));
  const answers = await forEachBounded(vectors, AT_ONCE, ({ kind, input }) =>
    server.create(`${objectsPath(crdOfKind.get(kind)!, namespaceOf(input.yaml))}?dryRun=All&fieldValidation=Strict`, input.yaml));
  answers.forEach((answer, index) => verdicts.set(vectors[index].id, serverVerdict(answer)));
});

afterAll(async () => {
  await deleteNamespaces(server, namespaces);
  await server.close();
});

it('judges the vectors as the copy of its validation did that the vectors were made with', () => {
  const asked = vectors.filter(({ expect: { crdRawOk } }) => crdRawOk !== undefined);
  const found = asked.flatMap(({ id, why, expect: { crdRawOk } }): Disagreement[] =>
    crdRawOk === verdicts.get(id)!.taken ? [] : [{ id, why, server: verdicts.get(id)!, other: { taken: crdRawOk!, words: [] } }]);
  printDisagreements('API server and vectors', asked.length, found);
  expect(found.map(({ id }) => id)).toEqual(Object.keys(KNOWN_TO_DIFFER_FROM_VECTORS));
});
