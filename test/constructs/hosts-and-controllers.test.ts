import { App, Chart, Duration } from 'cdk8s';
import {
  Checks, Cidr, HostEndpoint, HostEndpointTemplate, HostPort, IpAddress, IpReservation, KubeControllersConfiguration,
  KubeControllersConfigurationProps, KubeControllersLogSeverity, LoadBalancerAssignment, Port, Profile, Protocol, Rule, Selector, Toggle,
} from '../../src';

let chart: Chart;

beforeEach(() => {
  chart = new Chart(new App(), 'test', { disableResourceNameHashes: true });
});

function findings(): unknown {
  return Checks.of(chart).report().findings;
}

describe('a host endpoint', () => {
  test('can have every field, and what is added comes after what is there', () => {
    const endpoint = new HostEndpoint(chart, 'endpoint', {
      metadata: { name: 'node-a-eth0', labels: { role: 'edge' } },
      node: 'node-a',
      interfaceName: 'eth0',
      expectedIps: [IpAddress.parse('192.0.2.1')],
      ports: [HostPort.tcp('ssh', 22)],
      profiles: [Profile.DEFAULT_ALLOW],
    });
    endpoint.addExpectedIps(IpAddress.parse('2001:db8::1'));
    endpoint.addPorts(HostPort.udp('dns', 53), HostPort.sctp('diameter', 3868));
    endpoint.addProfiles(Profile.ofNamespace('shop'), Profile.ofServiceAccount('shop', 'robot'), Profile.fromProfileName('edge'));
    expect(endpoint.toJson()).toEqual({
      apiVersion: 'projectcalico.org/v3',
      kind: 'HostEndpoint',
      metadata: { name: 'node-a-eth0', labels: { role: 'edge' } },
      spec: {
        node: 'node-a',
        interfaceName: 'eth0',
        expectedIPs: ['192.0.2.1', '2001:db8::1'],
        ports: [
          { name: 'ssh', port: 22, protocol: 'TCP' }, { name: 'dns', port: 53, protocol: 'UDP' }, { name: 'diameter', port: 3868, protocol: 'SCTP' },
        ],
        profiles: ['projectcalico-default-allow', 'kns.shop', 'ksa.shop.robot', 'edge'],
      },
    });
  });

  test('of all interfaces needs a node and nothing else', () => {
    const endpoint = new HostEndpoint(chart, 'endpoint', { node: 'node-a', interfaceName: HostEndpoint.ALL_INTERFACES });
    expect(endpoint.toJson().spec).toEqual({ node: 'node-a', interfaceName: '*' });
    // It is closed as it stands, which is said.
    expect(Checks.of(chart).report().findings.map(({ id, severity }) => [id, severity])).toEqual([['host/kubelet-cut', 'warning']]);
  });

  test('without interface and addresses is reported', () => {
    new HostEndpoint(chart, 'endpoint', { node: 'node-a' });
    expect(Checks.of(chart).report().findings.map(({ id, field }) => [id, field])).toEqual([['resource/host-endpoint', 'spec.interfaceName']]);
  });

  test.each(['', 'eth0 ', 'a-very-long-name', 'eth*', 'br/0'])('rejects %j as an interface', (interfaceName) => {
    expect(() => new HostEndpoint(chart, 'endpoint', { node: 'node-a', interfaceName })).toThrow(
      new Error(`test/endpoint: interfaceName ${JSON.stringify(interfaceName)} is no name of an interface: it has 1 to 15 letters, digits, "_", "." and "-", or is "*" for all`));
  });
});

test('a reservation holds the addresses that it is given and those that are added', () => {
  const reservation = new IpReservation(chart, 'reservation', { metadata: { name: 'gateways' }, reservedCidrs: [Cidr.parse('10.0.0.0/30')] });
  reservation.addReservedCidrs(Cidr.ofAddress('10.0.0.255'), Cidr.parse('fd00::/127'));
  expect(reservation.toJson()).toEqual({
    apiVersion: 'projectcalico.org/v3',
    kind: 'IPReservation',
    metadata: { name: 'gateways' },
    spec: { reservedCIDRs: ['10.0.0.0/30', '10.0.0.255/32', 'fd00::/127'] },
  });
  expect(new IpReservation(chart, 'empty').toJson().spec).toEqual({ reservedCIDRs: [] });
  expect(Checks.of(chart).report().findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('a profile has rules and labels, and what is added comes after what is there', () => {
  const profile = new Profile(chart, 'profile', {
    metadata: { name: 'edge' }, ingress: [Rule.deny({ protocol: Protocol.UDP })], egress: [Rule.log()], labelsToApply: { role: 'edge' },
  });
  profile.addIngress(Rule.allow());
  profile.addEgress(Rule.allow());
  profile.addLabelToApply('zone', 'a');
  expect(profile.toJson()).toEqual({
    apiVersion: 'projectcalico.org/v3',
    kind: 'Profile',
    metadata: { name: 'edge' },
    spec: {
      ingress: [{ action: 'Deny', protocol: 'UDP' }, { action: 'Allow' }],
      egress: [{ action: 'Log' }, { action: 'Allow' }],
      labelsToApply: { role: 'edge', zone: 'a' },
    },
  });
  expect(profile.profileName).toBe('edge');
  expect(new Profile(chart, 'empty').toJson().spec).toEqual({});
  expect(Checks.of(chart).report().findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

describe('a configuration of the controllers', () => {
  const template: HostEndpointTemplate = { generateName: 'lan', interfaceCidrs: [Cidr.parse('10.0.0.0/8')] };

  test('can have every field', () => {
    const configuration = new KubeControllersConfiguration(chart, 'controllers', {
      controllers: {
        loadBalancer: { assignIps: LoadBalancerAssignment.REQUESTED_SERVICES_ONLY },
        namespace: { reconcilerPeriod: Duration.minutes(1) },
        node: {
          hostEndpoint: {
            autoCreate: Toggle.ENABLED,
            createDefaultHostEndpoint: Toggle.DISABLED,
            templates: [{ ...template, interfacePattern: '^eth', labels: { zone: 'lan' }, nodeSelector: Selector.label('edge').exists() }],
          },
          leakGracePeriod: Duration.hours(1),
          reconcilerPeriod: Duration.minutes(2),
          syncLabels: Toggle.ENABLED,
        },
        policy: { reconcilerPeriod: Duration.minutes(3) },
        policyMigration: { enabled: Toggle.DISABLED },
        serviceAccount: { reconcilerPeriod: Duration.minutes(4) },
        workloadEndpoint: { reconcilerPeriod: Duration.minutes(5) },
      },
      debugProfilePort: Port.of(6060),
      etcdV3CompactionPeriod: Duration.minutes(0),
      healthChecks: Toggle.DISABLED,
      logSeverityScreen: KubeControllersLogSeverity.DEBUG,
      prometheusMetricsPort: Port.NONE,
    });
    expect(configuration.toJson()).toEqual({
      apiVersion: 'projectcalico.org/v3',
      kind: 'KubeControllersConfiguration',
      metadata: { name: 'default' },
      spec: {
        controllers: {
          loadBalancer: { assignIPs: 'RequestedServicesOnly' },
          namespace: { reconcilerPeriod: '1m' },
          node: {
            hostEndpoint: {
              autoCreate: 'Enabled',
              createDefaultHostEndpoint: 'Disabled',
              templates: [
                { generateName: 'lan', interfaceCIDRs: ['10.0.0.0/8'], interfacePattern: '^eth', labels: { zone: 'lan' }, nodeSelector: 'has(edge)' },
              ],
            },
            leakGracePeriod: '1h',
            reconcilerPeriod: '2m',
            syncLabels: 'Enabled',
          },
          policy: { reconcilerPeriod: '3m' },
          policyMigration: { enabled: 'Disabled' },
          serviceAccount: { reconcilerPeriod: '4m' },
          workloadEndpoint: { reconcilerPeriod: '5m' },
        },
        debugProfilePort: 6060,
        etcdV3CompactionPeriod: '0s',
        healthChecks: 'Disabled',
        logSeverityScreen: 'Debug',
        prometheusMetricsPort: 0,
      },
    });
    expect(findings()).toEqual([]);
  });

  test('runs controllers that are given without settings', () => {
    const configuration = new KubeControllersConfiguration(chart, 'controllers', { controllers: { node: {}, loadBalancer: {}, policyMigration: {} } });
    expect(configuration.toJson().spec).toEqual({ controllers: { node: {}, loadBalancer: {}, policyMigration: {} } });
    expect(findings()).toEqual([]);
  });

  test('takes templates that are added, after those that are there', () => {
    const configurations = [
      new KubeControllersConfiguration(chart, 'some', { controllers: { node: { hostEndpoint: { autoCreate: Toggle.ENABLED, templates: [template] } } } }),
      new KubeControllersConfiguration(chart, 'none', { controllers: {} }),
    ];
    configurations.forEach((configuration) => configuration.addHostEndpointTemplates({ generateName: 'wan', interfacePattern: '^wan' }));
    const lan = { generateName: 'lan', interfaceCIDRs: ['10.0.0.0/8'] };
    const wan = { generateName: 'wan', interfacePattern: '^wan' };
    expect(configurations.map((configuration) => configuration.toJson().spec)).toEqual([
      { controllers: { node: { hostEndpoint: { autoCreate: 'Enabled', templates: [lan, wan] } } } },
      { controllers: { node: { hostEndpoint: { templates: [wan] } } } },
    ]);
  });

  test.each<[string, KubeControllersConfigurationProps, string]>([
    ['a template without interfaces', { controllers: { node: { hostEndpoint: { templates: [{ generateName: 'lan', interfaceCidrs: [] }] } } } },
      'test/controllers: the template "lan" has neither interfaceCidrs nor interfacePattern; say which interfaces get an endpoint'],
    ['two templates of one name', { controllers: { node: { hostEndpoint: { templates: [template, template] } } } },
      'test/controllers: two templates have the generateName "lan"; their endpoints would have one name, so give each its own'],
    ['a duration finer than milliseconds', { controllers: { policy: { reconcilerPeriod: Duration.millis(0.5) } } },
      'test/controllers: policy.reconcilerPeriod: 0.5 millis is too fine: durations are whole milliseconds'],
    ['no port for profiles', { controllers: {}, debugProfilePort: Port.NONE },
      'test/controllers: debugProfilePort: Port.NONE is no port to use here: it is for servers that can be switched off by it; give one such as Port.of(8080)'],
    ['a range of ports for metrics', { controllers: {}, prometheusMetricsPort: Port.range(1, 2) },
      'test/controllers: prometheusMetricsPort: "1:2" is the range of a port, and here goes one port by its number, such as Port.of(8080)'],
  ])('rejects %s', (_, props, message) => {
    expect(() => new KubeControllersConfiguration(chart, 'controllers', props)).toThrow(new Error(message));
  });
});
