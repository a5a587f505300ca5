import { planFaults, PlanRange, routedPlanFaults } from '../../../src/core/cidr';

const range = (role: string, cidr: string, name = `the ${role} range`): PlanRange => ({ role, name, cidr });

test('a plan whose ranges lie in each other where that is normal has no fault', () => {
  expect([...planFaults([
    range('nodes', '10.20.0.0/16'),
    range('nodes', '10.20.4.0/24'),
    range('nodes', '192.168.0.0/16'),
    range('services', '10.96.0.0/12'),
    range('services', '10.96.0.0/16'),
    range('services', 'fd00:96::/112'),
    range('vpc', '10.0.0.0/10'),
    range('vpc', '10.0.0.0/10'),
    range('vpn', '172.27.0.0/16'),
    range('onPremises', '172.16.0.0/12'),
    range('onPremises', '192.168.100.0/22'),
    range('otherCluster', '10.20.0.0/16'),
    range('database', '10.20.7.0/24'),
    range('company', '172.16.0.0/12'),
  ])]).toEqual([]);
});

test('services may share no address with hosts: an error, with what both hold and why', () => {
  const services = range('services', '10.96.0.0/12', 'the service range');
  const vpc = range('vpc', '10.0.0.0/8', 'the VPC range');
  expect([...planFaults([services, vpc])]).toEqual([{
    a: services,
    b: vpc,
    shared: '10.96.0.0 to 10.111.255.255',
    reason: 'nodes send what goes to an address of the service range to a service, so pods and nodes can\'t reach a host of the VPC range that has it',
    severity: 'error',
  }]);
});

test.each([
  ['nodes', 'services', '10.96.5.0/24', 'error'],
  ['vpn', 'services', '10.96.5.0/24', 'error'],
  ['onPremises', 'services', '10.0.0.0/8', 'error'],
  ['otherCluster', 'services', '10.96.0.0/12', 'warning'],
  ['database', 'services', '10.96.5.0/24', 'warning'],
  ['vpn', 'vpc', '10.1.0.0/24', 'warning'],
  ['onPremises', 'vpc', '10.0.0.0/15', 'warning'],
])('the role %s over %s at %s is one fault: %s', (role, over, cidr, severity) => {
  const held = range('services', '10.96.0.0/12');
  const vpc = range('vpc', '10.1.0.0/16');
  const other = range(role, cidr);
  const ranges = over === 'services' ? [other, held] : [vpc, other];
  expect([...planFaults(ranges)].map((fault) => [fault.a.role, fault.b.role, fault.severity])).toEqual([[over, role, severity]]);
});

test('the reason of a VPN in a VPC says what has to be done', () => {
  expect([...planFaults([range('vpc', '10.1.0.0/16', 'the VPC range'), range('vpn', '10.1.9.0/24', 'the VPN range')])].map(({ shared, reason }) => [shared, reason]))
    .toEqual([[
      '10.1.9.0 to 10.1.9.255',
      'the VPC routes its own addresses to itself, so hosts of the VPN range with such an address are reached only if the VPC keeps them free and routes them on',
    ]]);
});

test('faults come in the order of the plan, and what is no network is left out', () => {
  expect([...planFaults([
    range('nodes', '10.96.1.0/24'),
    range('nodes', '10.96.0.5/24'),
    range('services', '10.96.1.128/25'),
    range('services', '10.96.0.0/16'),
    range('vpn', '10.96.2.0/24'),
  ])].map(({ a, b }) => `${a.cidr} ${b.cidr}`)).toEqual([
    '10.96.0.0/16 10.96.1.0/24',
    '10.96.1.128/25 10.96.1.0/24',
    '10.96.0.0/16 10.96.2.0/24',
  ]);
});

test('10,000 ranges cost no more than their faults', () => {
  const nodes = Array.from({ length: 10_000 }, (_, at) => range('nodes', `10.${Math.floor(at / 256)}.${at % 256}.0/24`));
  expect([...planFaults([...nodes, range('services', '10.5.0.0/24')])]).toHaveLength(1);
});

test('plans that are routed to each other may share surroundings, but no services and no half of a network', () => {
  const first = [
    range('services', '10.96.0.0/12'),
    range('nodes', '10.20.0.0/16'),
    range('vpc', '10.0.0.0/10'),
    range('vpn', '172.27.0.0/16'),
    range('database', '10.9.0.0/24'),
  ];
  expect([...routedPlanFaults(first, first)]).toEqual([]);
  const second = [
    range('services', '10.96.0.0/12'),
    range('services', '10.9.0.0/25'),
    range('nodes', '10.20.3.0/24'),
    range('nodes', '10.100.0.0/16'),
    range('vpc', '10.0.0.0/11'),
    range('vpn', '172.27.4.0/24'),
    range('database', 'fd00::/8'),
    range('nodes', 'nowhere'),
  ];
  expect([...routedPlanFaults(first, second)].map(({ a, b, shared, severity }) => [a.role, b.role, shared, severity])).toEqual([
    ['services', 'nodes', '10.100.0.0 to 10.100.255.255', 'error'],
    ['nodes', 'nodes', '10.20.3.0 to 10.20.3.255', 'warning'],
    ['vpc', 'vpc', '10.0.0.0 to 10.31.255.255', 'warning'],
    ['vpc', 'services', '10.9.0.0 to 10.9.0.127', 'error'],
    ['database', 'services', '10.9.0.0 to 10.9.0.127', 'warning'],
  ]);
});
