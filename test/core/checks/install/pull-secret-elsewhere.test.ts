import { installation, node } from './objects';
import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'install/pull-secret-elsewhere';

function secret(name: string, namespace?: string): string {
  return `---\napiVersion: v1\nkind: Secret\nmetadata: {name: ${name}${namespace === undefined ? '' : `, namespace: ${namespace}`}}\n`;
}

const INSTALLATION = installation('{imagePullSecrets: [{name: one}, {name: two}, 3]}');
const NODE = node('').replace('{template: {spec: {', '{template: {spec: {imagePullSecrets: [{name: one}], ');
const ELSEWHERE = INSTALLATION + secret('two', 'calico-system');

test('fires for a Secret that the operator doesn\'t find', () => {
  expect(findingsOf(ID, ELSEWHERE)).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 5, column: 47 },
    object: { apiVersion: 'operator.tigera.io/v1', kind: 'Installation', name: 'default' },
    field: 'spec.imagePullSecrets[1].name',
    what: 'the Secret two is in calico-system, and is looked for in tigera-operator',
    why: 'images are asked for without credentials, and the registry refuses them: nothing of Calico starts',
    fix: 'put the Secret into tigera-operator; acknowledge this where it is made there by something else',
    docs: 'docs/checks/install/pull-secret-elsewhere.md',
  }]);
});

test('fires for a Secret that calico-node doesn\'t find', () => {
  expect(findingsOf(ID, NODE + secret('one') + secret('one', 'app')).map(({ field, what }) => [field, what])).toEqual([
    ['spec.template.spec.imagePullSecrets[0].name', 'the Secret one is in default and app, and is looked for in kube-system'],
  ]);
});

test.each([
  ['Secrets where they are looked for', INSTALLATION + NODE + secret('one', 'tigera-operator') + secret('one', 'kube-system') + secret('two', 'tigera-operator') + secret('two', 'app')],
  ['an operator in a namespace of its own', INSTALLATION + secret('one', 'net') + '---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: tigera-operator, namespace: net}\n'],
  ['Secrets that are made elsewhere', INSTALLATION + NODE + secret('three', 'app')],
  ['no pull secrets', installation('{}') + node('') + secret('one', 'app')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(ELSEWHERE));
});
