import { node, object, variable } from './objects';
import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'install/felix-set-twice';

test('fires for another value', () => {
  expect(findingsOf(ID, node(variable('FELIX_LOGSEVERITYSCREEN', 'Info')) + object('projectcalico.org/v3', 'FelixConfiguration', 'default', 'spec: {logSeverityScreen: Debug}'))).toEqual([
    {
      id: ID,
      severity: 'error',
      place: { line: 7, column: 115 },
      object: { apiVersion: 'projectcalico.org/v3', kind: 'FelixConfiguration', name: 'default' },
      field: 'spec.logSeverityScreen',
      what: 'logSeverityScreen is Debug, and the variable FELIX_LOGSEVERITYSCREEN of calico-node sets it to Info',
      why: 'Felix takes the variable: the FelixConfiguration is without effect here',
      fix: 'set it in one place: leave the variable out, or the field',
      docs: 'docs/checks/install/felix-set-twice.md',
    },
  ]);
});

test.each([
  [
    'a value that isn\'t known',
    node('{name: FELIX_VXLANMTU, valueFrom: {configMapKeyRef: {name: calico-config, key: veth_mtu}}}') + object('projectcalico.org/v3', 'FelixConfiguration', 'default', 'spec: {vxlanMTU: 1450}'),
    [
      {
        field: 'spec.vxlanMTU',
        what: 'vxlanMTU is 1450, and the variable FELIX_VXLANMTU of calico-node sets it as well',
        fix: 'set it in one place: leave the variable out, or the field',
      },
    ],
  ],
  [
    'a variable of another name than the field',
    node(variable('FELIX_IPINIPMTU', '1440')) + object('projectcalico.org/v3', 'FelixConfiguration', 'default', 'spec: {ipipMTU: 1480}'),
    [
      {
        field: 'spec.ipipMTU',
        what: 'ipipMTU is 1480, and the variable FELIX_IPINIPMTU of calico-node sets it to 1440',
        fix: 'set it in one place: leave the variable out, or the field',
      },
    ],
  ],
  [
    'another time',
    node(variable('FELIX_IPTABLESREFRESHINTERVAL', '60')) + object('projectcalico.org/v3', 'FelixConfiguration', 'default', 'spec: {iptablesRefreshInterval: 90s}'),
    [
      {
        field: 'spec.iptablesRefreshInterval',
        what: 'iptablesRefreshInterval is 90s, and the variable FELIX_IPTABLESREFRESHINTERVAL of calico-node sets it to 60',
        fix: 'set it in one place: leave the variable out, or the field',
      },
    ],
  ],
])('fires for %s', (_, yaml, expected) => {
  expect(findingsOf(ID, yaml).map(({ field, what, fix }) => ({ field, what, fix }))).toEqual(expected);
});

test.each([
  ['the same value', node(variable('FELIX_IPV6SUPPORT', 'TRUE')) + object('projectcalico.org/v3', 'FelixConfiguration', 'default', 'spec: {ipv6Support: true}')],
  ['the same time', node([variable('FELIX_IPTABLESREFRESHINTERVAL', '90'), variable('FELIX_NETLINKTIMEOUTSECS', '1.5'), variable('FELIX_IPTABLESLOCKPROBEINTERVALMILLIS', '50')].join(', '))
    + object('projectcalico.org/v3', 'FelixConfiguration', 'default', 'spec: {iptablesRefreshInterval: 1m30s, netlinkTimeout: 1500ms, iptablesLockProbeInterval: 50ms}')],
  ['a variable that Felix doesn\'t know', node(variable('FELIX_IPIPMTU', '1440')) + object('projectcalico.org/v3', 'FelixConfiguration', 'default', 'spec: {ipipMTU: 1480}')],
  ['other settings, and lists', node([variable('FELIX_HEALTHENABLED', 'true'), variable('FELIX_EXTERNALNODESCIDRLIST', ''), '1'].join(', ')) + object('projectcalico.org/v3', 'FelixConfiguration', 'default', 'spec: {bpfEnabled: true, externalNodesCIDRList: []}')],
  ['no FelixConfiguration', node(variable('FELIX_HEALTHENABLED', 'true'))],
  ['no variables', node('').replace('env: []', 'image: calico/node') + object('projectcalico.org/v3', 'FelixConfiguration', 'default', 'spec: {bpfEnabled: true}')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('advises where the value of the variable isn\'t known', () => {
  const yaml = node('{name: FELIX_VXLANMTU, valueFrom: {configMapKeyRef: {name: calico-config, key: veth_mtu}}}')
    + object('projectcalico.org/v3', 'FelixConfiguration', 'default', 'spec: {vxlanMTU: 1450}');
  expect(findingsOf(ID, yaml).map(({ severity }) => severity)).toEqual(['advice']);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(node(variable('FELIX_LOGSEVERITYSCREEN', 'Info')) + object('projectcalico.org/v3', 'FelixConfiguration', 'default', 'spec: {logSeverityScreen: Debug}')));
});
