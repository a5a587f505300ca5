import { network } from './objects';
import { expectRefused } from './refused';
import { appOf, findingsOf } from '../judging';

const ID = 'install/pool-refused';

test('fires for what is no block, twice', () => {
  expect(findingsOf(ID, network('ipPools: [{cidr: pods, name: a}, {cidr: pods, name: a}]'))).toEqual([
    {
      id: ID,
      severity: 'error',
      place: { line: 5, column: 41 },
      object: { apiVersion: 'operator.tigera.io/v1', kind: 'Installation', name: 'default' },
      field: 'spec.calicoNetwork.ipPools[0].cidr',
      what: '"pods" is no block of addresses',
      why: 'the operator reports the Installation as degraded, and makes no pool: pods get no addresses',
      fix: 'write one such as 10.244.0.0/16',
      docs: 'docs/checks/install/pool-refused.md',
    },
    {
      id: ID,
      severity: 'error',
      place: { line: 5, column: 64 },
      object: { apiVersion: 'operator.tigera.io/v1', kind: 'Installation', name: 'default' },
      field: 'spec.calicoNetwork.ipPools[1].cidr',
      what: '"pods" is no block of addresses',
      why: 'the operator reports the Installation as degraded, and makes no pool: pods get no addresses',
      fix: 'write one such as 10.244.0.0/16',
      docs: 'docs/checks/install/pool-refused.md',
    },
    {
      id: ID,
      severity: 'error',
      place: { line: 5, column: 64 },
      object: { apiVersion: 'operator.tigera.io/v1', kind: 'Installation', name: 'default' },
      field: 'spec.calicoNetwork.ipPools[1].cidr',
      what: 'pool pods is there twice',
      why: 'the operator reports the Installation as degraded, and makes no pool: pods get no addresses',
      fix: 'leave one of them out',
      docs: 'docs/checks/install/pool-refused.md',
    },
    {
      id: ID,
      severity: 'error',
      place: { line: 5, column: 76 },
      object: { apiVersion: 'operator.tigera.io/v1', kind: 'Installation', name: 'default' },
      field: 'spec.calicoNetwork.ipPools[1].name',
      what: 'two pools are named a',
      why: 'the operator reports the Installation as degraded, and makes no pool: pods get no addresses',
      fix: 'give one of them another name',
      docs: 'docs/checks/install/pool-refused.md',
    },
  ]);
});

test.each([
  [
    'block sizes out of range',
    network('ipPools: [{cidr: 10.1.0.0/16, blockSize: 19}, {cidr: "fd00::/64", blockSize: 129}]'),
    [
      {
        field: 'spec.calicoNetwork.ipPools[0].blockSize',
        what: 'blockSize is 19',
        fix: 'write a number from 20 to 32 for IPv4',
      },
      {
        field: 'spec.calicoNetwork.ipPools[1].blockSize',
        what: 'blockSize is 129',
        fix: 'write a number from 116 to 128 for IPv6',
      },
    ],
  ],
  [
    'a pool smaller than its blocks',
    network('ipPools: [{cidr: 10.1.0.0/28, blockSize: 26}]'),
    [
      {
        field: 'spec.calicoNetwork.ipPools[0].blockSize',
        what: 'pool 10.1.0.0/28 is smaller than its blocks of /26',
        fix: 'write a blockSize from 28 on, or a greater pool',
      },
    ],
  ],
  [
    'a node selector beside another plugin',
    network('ipPools: [{cidr: 10.1.0.0/16, nodeSelector: "has(pods)"}]', 'cni: {type: AmazonVPC}'),
    [
      {
        field: 'spec.calicoNetwork.ipPools[0].nodeSelector',
        what: 'nodeSelector is has(pods), and the CNI plugin is AmazonVPC',
        fix: 'write all(), or leave it out',
      },
    ],
  ],
  [
    'everything that doesn\'t go with LoadBalancer',
    network('ipPools: [{cidr: 10.1.0.0/16, allowedUses: [LoadBalancer, Workload], nodeSelector: "has(a)", encapsulation: VXLAN, disableBGPExport: true}]'),
    [
      {
        field: 'spec.calicoNetwork.ipPools[0].allowedUses',
        what: 'pool 10.1.0.0/16 is for Services of type LoadBalancer and for something else',
        fix: 'write LoadBalancer alone, and another pool for the rest',
      },
      {
        field: 'spec.calicoNetwork.ipPools[0].nodeSelector',
        what: 'pool 10.1.0.0/16 is for Services of type LoadBalancer, and nodeSelector is has(a)',
        fix: 'write all(), or leave it out',
      },
      {
        field: 'spec.calicoNetwork.ipPools[0].encapsulation',
        what: 'pool 10.1.0.0/16 is for Services of type LoadBalancer, and encapsulation is VXLAN',
        fix: 'write None',
      },
      {
        field: 'spec.calicoNetwork.ipPools[0].disableBGPExport',
        what: 'pool 10.1.0.0/16 is for Services of type LoadBalancer, and BGP doesn\'t announce it',
        fix: 'leave disableBGPExport out',
      },
    ],
  ],
])('fires for %s', (_, yaml, expected) => {
  expect(findingsOf(ID, yaml).map(({ field, what, fix }) => ({ field, what, fix }))).toEqual(expected);
});

test.each([
  ['pools as they should be', network('ipPools: [{cidr: 10.1.0.0/16, name: a, blockSize: 24, nodeSelector: "has(a)"}, {cidr: 10.2.0.0/16, name: b}, {cidr: "fd00::/64", blockSize: 122}]')],
  ['a pool for Services', network('ipPools: [{cidr: 10.1.0.0/16, allowedUses: [LoadBalancer], encapsulation: None, nodeSelector: all()}]')],
  ['all nodes beside another plugin', network('ipPools: [{cidr: 10.1.0.0/16, nodeSelector: all(), encapsulation: None}]', 'cni: {type: AmazonVPC}')],
  ['no pools', network('ipPools: []')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('can\'t be acknowledged: the operator refuses it', () => {
  expectRefused(ID, appOf(network('ipPools: [{cidr: pods, name: a}, {cidr: pods, name: a}]')));
});
