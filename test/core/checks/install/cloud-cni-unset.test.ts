import { installation, network } from './objects';
import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'install/cloud-cni-unset';

test('fires for pools on EKS without a plugin', () => {
  expect(findingsOf(ID, network('ipPools: [{cidr: 10.1.0.0/16, encapsulation: None}]', 'kubernetesProvider: EKS'))).toEqual([
    {
      id: ID,
      severity: 'error',
      place: { line: 5, column: 33 },
      object: { apiVersion: 'operator.tigera.io/v1', kind: 'Installation', name: 'default' },
      field: 'spec.calicoNetwork.ipPools',
      what: 'pools are given for EKS, and spec.cni.type isn\'t',
      why: 'on EKS the operator then takes AmazonVPC, which has its own addresses: pods get none of these pools, or nodes stay NotReady where that plugin was removed',
      fix: 'write spec.cni.type Calico, or leave the pools out and write AmazonVPC',
      docs: 'docs/checks/install/cloud-cni-unset.md',
    },
  ]);
});

test.each([
  ['a plugin that is named', network('ipPools: [{cidr: 10.1.0.0/16}]', 'kubernetesProvider: EKS, cni: {type: Calico}')],
  ['no pools', installation('{kubernetesProvider: EKS}')],
  ['pools elsewhere', network('ipPools: [{cidr: 10.1.0.0/16}]')],
  ['pools that are no objects', network('ipPools: [1]', 'kubernetesProvider: EKS')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(network('ipPools: [{cidr: 10.1.0.0/16, encapsulation: None}]', 'kubernetesProvider: EKS')));
});
