import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'object/too-large-to-apply';

/** A CustomResourceDefinition of exactly so many bytes as JSON. */
function crd(bytes: number, annotations = '', kind = 'CustomResourceDefinition'): string {
  const object = (text: string) => `{"apiVersion":"apiextensions.k8s.io/v1","kind":"${kind}","metadata":{"name":"big"${annotations}},"spec":{"text":"${text}"}}`;
  return object('x'.repeat(bytes - object('').length));
}

test('fires for one byte too many', () => {
  expect(findingsOf(ID, crd(262145))).toEqual([{
    id: ID,
    severity: 'advice',
    place: { line: 1, column: 94 },
    object: { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', name: 'big' },
    field: 'metadata.name',
    what: 'the object has 262145 bytes as JSON, and kubectl apply keeps all of it in an annotation, which may have 262144',
    why: 'kubectl apply fails with "metadata.annotations: Too long", and so do Argo CD and others that apply as it does',
    fix: 'apply it with kubectl apply --server-side, or kubectl create; for Argo CD, annotate it with argocd.argoproj.io/sync-options: ServerSideApply=true; or take the '
      + 'CustomResourceDefinitions of an install here, which are small',
    docs: 'docs/checks/object/too-large-to-apply.md',
  }]);
});

test.each([
  ['what just fits', crd(262144)],
  ['one that Argo CD has the server apply', crd(300000, ',"annotations":{"argocd.argoproj.io/sync-options":"Prune=false,ServerSideApply=true"}')],
  ['other kinds', crd(300000, '', 'ConfigMap')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(crd(262145)));
});
