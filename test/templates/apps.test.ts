import { App, Chart } from 'cdk8s';
import { failuresOf, outlineOf, Variant } from './variants';
import {
  AllowAllToApp, AllowExternal, AllowFromService, AppTemplateProps, Cidr, DenyExternalEgress, GuardedServiceAccounts, HttpRequests, LimitToApp,
  OnlyOnePort, Port, Protocol, Selector, ServiceAccountByLabel, ServiceAccountByName, SeveralClients, Tier,
} from 'cdk8s-calico';

const app: AppTemplateProps = { namespace: 'shop', app: Selector.label('app').equals('web') };
const clients = Selector.label('app').equals('client');
const inside = [Cidr.parse('10.0.0.0/8'), Cidr.parse('fd00::/8')];
const account = Selector.label('group').equals('a');

const VARIANTS: readonly (readonly [string, Variant])[] = [
  ['LimitToApp on all ports', (chart) => new LimitToApp(chart, 't', { ...app, clients })],
  ['LimitToApp by UDP', (chart) => new LimitToApp(chart, 't', { ...app, clients, ports: [Port.of(53), Port.range(100, 200)], protocol: Protocol.UDP })],
  ['LimitToApp by a protocol without ports', (chart) => new LimitToApp(chart, 't', { ...app, clients, protocol: Protocol.ofNumber(47) })],
  ['LimitToApp for all pods from all pods', (chart) => new LimitToApp(chart, 't', { ...app, app: Selector.all(), clients: Selector.all() })],
  ['LimitToApp for pods without a label', (chart) => new LimitToApp(chart, 't', { ...app, clients: Selector.parse('!has(role) && team in {"a", "b"}') })],
  ['LimitToApp on every port', (chart) => new LimitToApp(chart, 't', { ...app, clients, ports: [Port.range(1, 65535)] })],
  ['AllowAllToApp for all pods', (chart) => new AllowAllToApp(chart, 't', { ...app, app: Selector.all() })],
  ['OnlyOnePort by SCTP', (chart) => new OnlyOnePort(chart, 't', { ...app, port: Port.of(132), protocol: Protocol.SCTP })],
  ['OnlyOnePort of a range', (chart) => new OnlyOnePort(chart, 't', { ...app, port: Port.range(8000, 8999) })],
  ['SeveralClients that overlap', (chart) => new SeveralClients(chart, 't', { ...app, clients: [clients, Selector.label('app').exists()] })],
  ['AllowExternal from some networks', (chart) => new AllowExternal(chart, 't', { ...app, inside, sources: [Cidr.parse('198.51.100.0/24')] })],
  ['AllowExternal on one port', (chart) => new AllowExternal(chart, 't', { ...app, inside, ports: [Port.named('http')] })],
  ['AllowExternal with one version of IP', (chart) => new AllowExternal(chart, 't', { ...app, inside: [Cidr.parse('10.0.0.0/8')] })],
  ['DenyExternalEgress to some namespaces', (chart) => new DenyExternalEgress(chart, 't', { ...app, namespaces: Selector.label('team').equals('a') })],
  ['AllowFromService of its own namespace', (chart) => new AllowFromService(chart, 't', { ...app, service: 'frontend' })],
  ['ServiceAccountByName of another namespace', (chart) =>
    new ServiceAccountByName(chart, 't', { ...app, serviceAccounts: ['api'], clientNamespace: 'frontend' })],
  ['ServiceAccountByLabel of its own namespace', (chart) => new ServiceAccountByLabel(chart, 't', { ...app, serviceAccounts: account })],
  ['GuardedServiceAccounts without DNS', (chart) =>
    new GuardedServiceAccounts(chart, 't', { namespace: 'shop', serviceAccounts: account, managers: ['admins'], allowDns: false })],
  ['GuardedServiceAccounts with another DNS', (chart) => new GuardedServiceAccounts(chart, 't', {
    namespace: 'shop',
    serviceAccounts: account,
    managers: ['admins'],
    dns: { namespace: 'openshift-dns', pods: Selector.label('dns').equals('default'), ports: [Port.of(5353)] },
  })],
  ['HttpRequests of everybody by some methods', (chart) => new HttpRequests(chart, 't', { ...app, methods: ['GET', 'POST'] })],
  ['HttpRequests by every method to some paths', (chart) => new HttpRequests(chart, 't', { ...app, methods: ['*'], paths: [{ exact: '/' }, { prefix: '/api' }] })],
];

test.each(VARIANTS)('%s keeps what it promises', (_, make) => {
  expect(failuresOf(make)).toEqual([]);
});

test('takes name, tier and order, and is staged by one option', () => {
  const options = { ...app, name: 'web', staged: true, tier: Tier.KUBE_ADMIN, order: 7 };
  expect(outlineOf((chart) => new LimitToApp(chart, 't', { ...options, clients }))).toEqual(['StagedNetworkPolicy kube-admin.web kube-admin 7']);
  expect(outlineOf((chart) => new GuardedServiceAccounts(chart, 't', { ...options, serviceAccounts: account, managers: ['admins'] }))).toEqual([
    'StagedNetworkPolicy kube-admin.web kube-admin 7', 'Role web', 'RoleBinding web',
  ]);
});

test('proves staged policies as if they were enforced', () => {
  expect(failuresOf((chart) => new LimitToApp(chart, 't', { ...app, clients, staged: true }))).toEqual([]);
});

test('gives the managers of service accounts their rights, and nobody else', () => {
  const chart = new Chart(new App(), 'test');
  new GuardedServiceAccounts(chart, 't', { namespace: 'shop', serviceAccounts: account, managers: ['admins', 'oncall'] });
  expect(chart.toJson().slice(1)).toEqual([
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: { name: 'guarded-service-accounts', namespace: 'shop' },
      rules: [{
        apiGroups: [''],
        resources: ['serviceaccounts'],
        verbs: ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection'],
      }],
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: { name: 'guarded-service-accounts', namespace: 'shop' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'guarded-service-accounts' },
      subjects: [
        { apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'admins' },
        { apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'oncall' },
      ],
    },
  ]);
});

const MISTAKES: readonly (readonly [string, Variant, string])[] = [
  ['no clients', (chart) => new SeveralClients(chart, 't', { ...app, clients: [] }), 'test/t: clients is empty, so nobody would reach the app; to close it take baseline/deny-all-to-app'],
  ['nothing inside', (chart) => new AllowExternal(chart, 't', { ...app, inside: [] }),
    'test/t: inside is empty; give the ranges of pods as `inside`, and leave `sources` out to let in the world'],
  ['nothing outside', (chart) => new AllowExternal(chart, 't', { ...app, inside, sources: [] }),
    'test/t: sources is empty; give the ranges of pods as `inside`, and leave `sources` out to let in the world'],
  ['no service accounts', (chart) => new ServiceAccountByName(chart, 't', { ...app, serviceAccounts: [] }),
    'test/t: serviceAccounts is empty, which Calico takes for no condition at all; name one service account at least'],
  ['service accounts without labels', (chart) => new ServiceAccountByLabel(chart, 't', { ...app, serviceAccounts: Selector.label('a').absent() }),
    'test/t: serviceAccounts is !has(a), which matches service accounts without any labels, so `default` too; ask for a label that has to be there'],
  ['guarded service accounts without labels', (chart) => new GuardedServiceAccounts(chart, 't', { namespace: 'shop', serviceAccounts: Selector.all(), managers: ['a'] }),
    'test/t: serviceAccounts is all(), which matches service accounts without any labels, so `default` too; ask for a label that has to be there'],
  ['no managers', (chart) => new GuardedServiceAccounts(chart, 't', { namespace: 'shop', serviceAccounts: account, managers: [] }),
    'test/t: managers is empty, so nobody would be bound to the Role; name the groups that may write service accounts'],
  ['no methods', (chart) => new HttpRequests(chart, 't', { ...app, methods: [] }),
    'test/t: methods is empty, which Calico takes for no condition at all; leave it out, or name what is let through'],
  ['no paths', (chart) => new HttpRequests(chart, 't', { ...app, paths: [] }),
    'test/t: paths is empty, which Calico takes for no condition at all; leave it out, or name what is let through'],
  ['HTTP by UDP', (chart) => new HttpRequests(chart, 't', { ...app, protocol: Protocol.UDP }), 'test/t: protocol is UDP; Calico looks at HTTP on TCP only: leave it out'],
  ['clients that can\'t be', (chart) => {
    const template = new LimitToApp(chart, 't', { ...app, clients: clients.and(Selector.label('app').equals('other')) });
    template.prove();
    return template;
  }, 'no labels are known that (app == "client" && app == "other") matches, so nothing can be tried: give a selector that matches something'],
];

test.each(MISTAKES)('rejects %s', (_, make, message) => {
  expect(() => make(new Chart(new App(), 'test'))).toThrow(new Error(message));
});
