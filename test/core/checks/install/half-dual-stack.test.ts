import { configMap, node, object, variable } from './objects';
import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'install/half-dual-stack';

test('fires for a pool alone', () => {
  expect(findingsOf(ID, node(variable('CALICO_IPV6POOL_CIDR', 'fd00::/64')))).toEqual([
    {
      id: ID,
      severity: 'error',
      place: { line: 5, column: 64 },
      object: { apiVersion: 'apps/v1', kind: 'DaemonSet', name: 'calico-node', namespace: 'kube-system' },
      field: 'spec.template.spec.containers[0].env',
      what: 'CALICO_IPV6POOL_CIDR is fd00::/64, and IP6 is not set',
      why: 'IPv6 works only with all of them: without one, pods get no IPv6 address, or one that no other node reaches',
      fix: 'set IP6 to autodetect',
      docs: 'docs/checks/install/half-dual-stack.md',
    },
  ]);
});

test.each([
  [
    'an IPPool beside calico-node',
    node(variable('CALICO_IPV6POOL_CIDR', 'none')) + object('projectcalico.org/v3', 'IPPool', 'v6', 'spec: {cidr: "fd00::/64"}'),
    [{ field: 'spec.template.spec.containers[0].env', what: 'IPPool v6 is fd00::/64, and IP6 is not set', fix: 'set IP6 to autodetect' }],
  ],
  [
    'everything off',
    configMap('kube-system', 'calico-config', '{cni_network_config: "{\\"type\\":\\"calico-ipam\\"}"}') + node([variable('CALICO_IPV6POOL_CIDR', 'fd00::/64'), variable('IP6', 'none'), variable('FELIX_IPV6SUPPORT', 'false')].join(', ')),
    [
      {
        field: 'data.cni_network_config',
        what: 'CALICO_IPV6POOL_CIDR is fd00::/64, and the CNI plugin isn\'t told assign_ipv6',
        fix: 'write "assign_ipv6": "true" into ipam of the plugin calico',
      },
      {
        field: 'spec.template.spec.containers[0].env[1].value',
        what: 'CALICO_IPV6POOL_CIDR is fd00::/64, and IP6 is none',
        fix: 'set IP6 to autodetect',
      },
      {
        field: 'spec.template.spec.containers[0].env[2].value',
        what: 'CALICO_IPV6POOL_CIDR is fd00::/64, and FELIX_IPV6SUPPORT is false',
        fix: 'set FELIX_IPV6SUPPORT to true',
      },
    ],
  ],
])('fires for %s', (_, yaml, expected) => {
  expect(findingsOf(ID, yaml).map(({ field, what, fix }) => ({ field, what, fix }))).toEqual(expected);
});

test.each([
  ['no pool', node(variable('FELIX_IPV6SUPPORT', 'false'))],
  ['IPPools that calico-node gives out nothing of', node(variable('CALICO_NETWORKING_BACKEND', 'none')) + object('projectcalico.org/v3', 'IPPool', 'v6', 'spec: {cidr: "fd00::/64"}')],
  ['IPPools of IPv4, or that can\'t be read', node('') + object('projectcalico.org/v3', 'IPPool', 'v4', 'spec: {cidr: 10.1.0.0/16}') + object('projectcalico.org/v3', 'IPPool', 'v6', 'spec: {}')],
  ['no IPv6', node(variable('CALICO_IPV6POOL_CIDR', 'none'))],
  ['all of it', configMap('kube-system', 'calico-config', '{cni_network_config: "{\\"type\\":\\"calico-ipam\\",\\"assign_ipv6\\": \\"true\\"}"}') + node([variable('CALICO_IPV6POOL_CIDR', 'fd00::/64'), variable('IP6', 'autodetect')].join(', '))],
  ['address management elsewhere', configMap('kube-system', 'calico-config', '{cni_network_config: host-local}') + node([variable('CALICO_IPV6POOL_CIDR', 'fd00::/64'), variable('IP6', 'autodetect')].join(', '))],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(node(variable('CALICO_IPV6POOL_CIDR', 'fd00::/64'))));
});
