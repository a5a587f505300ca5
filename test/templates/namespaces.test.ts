import { App, Chart } from 'cdk8s';
import { failuresOf, outlineOf, Variant } from './variants';
import {
  AllowFromAllNamespaces, AllowFromNamespace, AllowFromPods, GuardedNamespaceLabel, IsolateNamespace, PolicyType, Port, Protocol, Selector, Tier,
} from 'cdk8s-calico';

const shop = { namespace: 'shop' };
const web = { ...shop, app: Selector.label('app').equals('web'), ports: [Port.of(8080), Port.named('http')] };
const fromPods = Selector.label('app').in('api', 'batch');
const guarded = { label: 'example.com/tier', managers: ['admins'] };

const VARIANTS: readonly (readonly [string, Variant])[] = [
  ['IsolateNamespace in both directions', (chart) => new IsolateNamespace(chart, 't', { ...shop, types: [PolicyType.INGRESS, PolicyType.EGRESS] })],
  ['IsolateNamespace of egress, with another DNS', (chart) => new IsolateNamespace(chart, 't', {
    ...shop, types: [PolicyType.EGRESS], dns: { namespace: 'dns', ports: [Port.of(1053)] },
  })],
  ['AllowFromAllNamespaces on all ports', (chart) => new AllowFromAllNamespaces(chart, 't', shop)],
  ['AllowFromAllNamespaces by UDP', (chart) => new AllowFromAllNamespaces(chart, 't', { ...web, ports: [Port.of(53)], protocol: Protocol.UDP })],
  ['AllowFromNamespace on all ports', (chart) => new AllowFromNamespace(chart, 't', { ...shop, fromNamespace: 'front' })],
  ['AllowFromNamespace to an app', (chart) => new AllowFromNamespace(chart, 't', { ...web, fromNamespace: 'front' })],
  ['AllowFromNamespace of its own', (chart) => new AllowFromNamespace(chart, 't', { ...web, fromNamespace: 'shop' })],
  ['AllowFromPods on all ports', (chart) => new AllowFromPods(chart, 't', { ...shop, fromNamespace: 'front', fromPods })],
  ['AllowFromPods of its own namespace', (chart) => new AllowFromPods(chart, 't', { ...web, fromNamespace: 'shop', fromPods })],
  ['GuardedNamespaceLabel with any value', (chart) => new GuardedNamespaceLabel(chart, 't', { ...shop, ...guarded })],
  ['GuardedNamespaceLabel to an app', (chart) => new GuardedNamespaceLabel(chart, 't', { ...web, ...guarded, value: 'gold' })],
];

test.each(VARIANTS)('%s keeps what it promises', (_, make) => {
  expect(failuresOf(make)).toEqual([]);
});

test('takes name, tier and order, and is staged by one option', () => {
  const options = { ...shop, name: 'x', staged: true, tier: Tier.KUBE_ADMIN, order: 7 };
  const outline = ['StagedNetworkPolicy kube-admin.x kube-admin 7'];
  expect(outlineOf((chart) => new IsolateNamespace(chart, 't', options))).toEqual(outline);
  expect(outlineOf((chart) => new AllowFromAllNamespaces(chart, 't', options))).toEqual(outline);
  expect(outlineOf((chart) => new AllowFromNamespace(chart, 't', { ...options, fromNamespace: 'front' }))).toEqual(outline);
  expect(outlineOf((chart) => new AllowFromPods(chart, 't', { ...options, fromNamespace: 'front', fromPods }))).toEqual(outline);
  expect(outlineOf((chart) => new GuardedNamespaceLabel(chart, 't', { ...options, ...guarded }))).toEqual([
    ...outline, 'ValidatingAdmissionPolicy shop-x', 'ValidatingAdmissionPolicyBinding shop-x', 'ClusterRole shop-x', 'ClusterRoleBinding shop-x',
  ]);
});

test('gives the managers of a label, and nobody else, the permission that the guard asks for', () => {
  const chart = new Chart(new App(), 'test');
  new GuardedNamespaceLabel(chart, 't', { ...shop, ...guarded, managers: ['admins', 'oncall'] });
  const [, policy, binding, ...rbac] = chart.toJson();
  const metadata = { name: 'shop-guarded-namespace-label' };
  expect(policy.spec.validations[0].expression).toBe('variables.before == variables.after '
    + '|| authorizer.group(\'cdk8s-calico.templates\').resource(\'namespacelabels\').name(\'example.com/tier\').check(\'set\').allowed()');
  expect(binding.spec).toEqual({ policyName: metadata.name, validationActions: ['Deny'] });
  expect(rbac).toEqual([
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata,
      rules: [{ apiGroups: ['cdk8s-calico.templates'], resources: ['namespacelabels'], resourceNames: ['example.com/tier'], verbs: ['set'] }],
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata,
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: metadata.name },
      subjects: [
        { apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'admins' },
        { apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'oncall' },
      ],
    },
  ]);
});

const MISTAKES: readonly (readonly [string, Variant, string])[] = [
  ['a label that nobody may set', (chart) => new GuardedNamespaceLabel(chart, 't', { ...shop, ...guarded, managers: [] }),
    'test/t: managers is empty, so nobody could ever let a namespace in; name the groups that may set example.com/tier'],
  ['a label that Kubernetes doesn\'t have', (chart) => new GuardedNamespaceLabel(chart, 't', { ...shop, ...guarded, label: 'a//b' }),
    'label "a//b" is none of Kubernetes\': it is a name of letters, digits, dashes, underscores and dots, after a domain and a slash if any'],
];

test.each(MISTAKES)('rejects %s', (_, make, message) => {
  expect(() => make(new Chart(new App(), 'test'))).toThrow(new Error(message));
});
