import { ApiServer, forEachBounded } from './api-server';
import { applyCrds, awaitEstablished, objectsPath, shippedCrds } from './crds';
import { createNamespaces } from './namespaces';
import { ourVerdict } from './our-verdict';
import { namespaceOf, resourceVectors } from './resource-vectors';
import { Disagreement, printDisagreements, serverVerdict, Verdict } from './verdict';

const AT_ONCE = 16;
/** k8s.io/apiserver, registry/rest/meta.go, EnsureObjectNamespaceMatchesRequestNamespace. */
const NAMESPACE_IS_CLEARED = 'the request for a cluster-scoped kind names no namespace, and the one in the object is cleared before it is judged';
/** k8s.io/apiextensions-apiserver, schema/defaulting/prune.go, PruneNonNullableNullsWithoutDefaults. */
const NULL_IS_REMOVED = 'a null in a field that is not nullable and has no default is removed before the object is judged';
/** Where a real API server differs from the answer that the vectors hold, and why. */
const KNOWN_TO_DIFFER_FROM_VECTORS: Record<string, string> = {
  'dev-res-0041': NAMESPACE_IS_CLEARED,
  'dev-res-0320': NAMESPACE_IS_CLEARED,
  'dev-res-1365': NULL_IS_REMOVED,
  'dev-res-1389': NULL_IS_REMOVED,
};

const KNOWN_TO_DIFFER_FROM_OURS: Record<string, string> = {
  'dev-res-0041': NAMESPACE_IS_CLEARED,
  'dev-res-0320': NAMESPACE_IS_CLEARED,
};

const crds = shippedCrds('projectcalico.org');
const crdOfKind = new Map(crds.map((crd) => [crd.kind, crd]));
/** Kinds that have no CRD are served by nobody in native mode. */
const vectors = resourceVectors().filter(({ kind }) => crdOfKind.has(kind));
const verdicts = new Map<string, Verdict>();
let server: ApiServer;

beforeAll(async () => {
  server = await ApiServer.connect();
  await applyCrds(server, crds);
  await awaitEstablished(server, crds);
  await createNamespaces(server, vectors.map(({ input }) => namespaceOf(input.yaml)));
  const answers = await forEachBounded(vectors, AT_ONCE, ({ kind, input }) =>
    server.create(`${objectsPath(crdOfKind.get(kind)!, namespaceOf(input.yaml))}?dryRun=All&fieldValidation=Strict`, input.yaml));
  answers.forEach((answer, index) => verdicts.set(vectors[index].id, serverVerdict(answer)));
});

afterAll(() => server.close());

it('judges the vectors as the copy of its validation did that the vectors were made with', () => {
  const asked = vectors.filter(({ expect: { crdRawOk } }) => crdRawOk !== undefined);
  const found = asked.flatMap(({ id, why, expect: { crdRawOk } }): Disagreement[] =>
    crdRawOk === verdicts.get(id)!.taken ? [] : [{ id, why, server: verdicts.get(id)!, other: { taken: crdRawOk!, words: [] } }]);
  printDisagreements('API server and vectors', asked.length, found);
  expect(found.map(({ id }) => id)).toEqual(Object.keys(KNOWN_TO_DIFFER_FROM_VECTORS));
});

it('judges the vectors as we say it does', () => {
  const found = vectors.flatMap(({ id, why, input }): Disagreement[] => {
    const ours = ourVerdict(input.yaml).apiServer;
    return ours.taken === verdicts.get(id)!.taken ? [] : [{ id, why, server: verdicts.get(id)!, other: ours }];
  });
  printDisagreements('API server and our rules', vectors.length, found);
  expect(found.map(({ id }) => id)).toEqual(Object.keys(KNOWN_TO_DIFFER_FROM_OURS));
});
