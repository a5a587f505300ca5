import { network } from './objects';
import { expectRefused } from './refused';
import { appOf, findingsOf } from '../judging';

const ID = 'install/node-address-detection';

test('fires for two methods', () => {
  expect(findingsOf(ID, network('nodeAddressAutodetectionV4: {firstFound: true, canReach: 10.0.0.1}'))).toEqual([
    {
      id: ID,
      severity: 'error',
      place: { line: 5, column: 52 },
      object: { apiVersion: 'operator.tigera.io/v1', kind: 'Installation', name: 'default' },
      field: 'spec.calicoNetwork.nodeAddressAutodetectionV4',
      what: 'nodeAddressAutodetectionV4 has 2 methods: firstFound, canReach',
      why: 'the operator reports the Installation as degraded, and installs nothing',
      fix: 'leave all but one out',
      docs: 'docs/checks/install/node-address-detection.md',
    },
  ]);
});

test.each([
  [
    'a block that can\'t be read',
    network('nodeAddressAutodetectionV6: {cidrs: ["fd00::/64", nodes]}'),
    [
      {
        field: 'spec.calicoNetwork.nodeAddressAutodetectionV6.cidrs[1]',
        what: '"nodes" is no block of addresses',
        fix: 'write one such as 10.0.0.0/16',
      },
    ],
  ],
])('fires for %s', (_, yaml, expected) => {
  expect(findingsOf(ID, yaml).map(({ field, what, fix }) => ({ field, what, fix }))).toEqual(expected);
});

test.each([
  ['one method', network('nodeAddressAutodetectionV4: {kubernetes: NodeInternalIP}, nodeAddressAutodetectionV6: {cidrs: ["fd00::/64"]}')],
  ['methods that are off', network('nodeAddressAutodetectionV4: {firstFound: false, interface: "", cidrs: [], skipInterface: eth0, canReach: null}')],
  ['none', network('')],
  ['what the schema refuses', network('nodeAddressAutodetectionV4: {cidrs: [1]}')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('can\'t be acknowledged: the operator refuses it', () => {
  expectRefused(ID, appOf(network('nodeAddressAutodetectionV4: {firstFound: true, canReach: 10.0.0.1}')));
});
