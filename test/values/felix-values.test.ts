import { Duration, Size } from 'cdk8s';
import { BpfConntrackTimeout, Cidr, Dscp, FailsafePort, HostPort, LogRateLimit, MemoryLimit, Port } from '../../src';
import { goDuration } from '../../src/values/go-duration';
import { portNumber } from '../../src/values/port-number';

test.each<[Duration, string]>([
  [Duration.seconds(0), '0s'],
  [Duration.millis(50), '50ms'],
  [Duration.millis(1500), '1500ms'],
  [Duration.seconds(90), '90s'],
  [Duration.seconds(300), '5m'],
  [Duration.minutes(90), '90m'],
  [Duration.days(1), '24h'],
  [Duration.parse('PT1H30M'), '90m'],
])('the duration %s is a whole number of one unit', (duration, text) => {
  expect(goDuration(duration, 'here')).toBe(text);
  expect(String(BpfConntrackTimeout.of(duration))).toBe(text);
});

test('rejects a duration finer than milliseconds', () => {
  expect(() => goDuration(Duration.millis(0.5), 'here')).toThrow(/^here: .+ is too fine: durations are whole milliseconds$/);
});

test('a timeout of the connection table can be the kernel\'s own', () => {
  expect(String(BpfConntrackTimeout.AUTO)).toBe('Auto');
});

test('a memory limit is whole mebibytes, or none', () => {
  expect([MemoryLimit.of(Size.gibibytes(1)), MemoryLimit.of(Size.mebibytes(512)), MemoryLimit.NONE].map((limit) => [limit.mebibytes, String(limit)]))
    .toEqual([[1024, '1024 MiB'], [512, '512 MiB'], [-1, 'none']]);
});

test('rejects a memory limit that is no whole number of mebibytes', () => {
  expect(() => MemoryLimit.of(Size.kibibytes(1500))).toThrow(
    new Error('MemoryLimit.of: 1500Ki is no whole number of mebibytes, which is the unit here; give Size.mebibytes(2)'));
});

test('a rate of logging has a unit of time', () => {
  expect([LogRateLimit.perSecond(10), LogRateLimit.perMinute(1), LogRateLimit.perHour(9999), LogRateLimit.perDay(5)].map(String))
    .toEqual(['10/second', '1/minute', '9999/hour', '5/day']);
});

test.each([0, 10000, 1.5, -1])('rejects %p lines an hour', (lines) => {
  expect(() => LogRateLimit.perHour(lines)).toThrow(new Error(`LogRateLimit: ${lines} lines per hour can't be set: it is a whole number from 1 to 9999`));
});

test('a DSCP value is a number or a name', () => {
  expect([Dscp.of(0), Dscp.of(63), Dscp.EF, Dscp.AF43, Dscp.CS6].map((dscp) => dscp._toManifest())).toEqual([0, 63, 'EF', 'AF43', 'CS6']);
  expect([Dscp.of(23), Dscp.DF].map(String)).toEqual(['23', 'DF']);
});

test.each([-1, 64, 1.5])('rejects %p as a DSCP value', (value) => {
  expect(() => Dscp.of(value)).toThrow(new Error(`Dscp.of: ${value} is no DSCP value: it is a whole number from 0 to 63`));
});

test('a failsafe port has a protocol and, if given, the other end', () => {
  const ports = [FailsafePort.tcp(22), FailsafePort.udp(68), FailsafePort.sctp(3868, Cidr.parse('10.0.0.0/8'))];
  expect(ports.map((port) => port._toManifest()))
    .toEqual([{ protocol: 'TCP', port: 22 }, { protocol: 'UDP', port: 68 }, { protocol: 'SCTP', port: 3868, net: '10.0.0.0/8' }]);
  expect(ports.map(String)).toEqual(['TCP 22', 'UDP 68', 'SCTP 3868 from or to 10.0.0.0/8']);
});

test('the failsafe ports of Calico are at hand', () => {
  expect(FailsafePort.inboundDefaults.map(String))
    .toEqual(['TCP 22', 'TCP 179', 'TCP 2379', 'TCP 2380', 'TCP 5473', 'TCP 6443', 'TCP 6666', 'TCP 6667', 'UDP 68']);
  expect(FailsafePort.outboundDefaults.map(String))
    .toEqual(['TCP 179', 'TCP 2379', 'TCP 2380', 'TCP 5473', 'TCP 6443', 'TCP 6666', 'TCP 6667', 'UDP 53', 'UDP 67']);
});

test('rejects a failsafe port that is none', () => {
  expect(() => FailsafePort.tcp(0)).toThrow(new Error('Port.of: 0 is no port: it is a whole number from 1 to 65535'));
});

test('a port of a host has a name, a number and a protocol', () => {
  const ports = [HostPort.tcp('ssh', 22), HostPort.udp('dns', 53), HostPort.sctp('diameter', 3868)];
  expect(ports.map((port) => port._toManifest())).toEqual([
    { name: 'ssh', port: 22, protocol: 'TCP' }, { name: 'dns', port: 53, protocol: 'UDP' }, { name: 'diameter', port: 3868, protocol: 'SCTP' },
  ]);
  expect(String(ports[0])).toBe('ssh: TCP 22');
});

test.each<[string, () => HostPort, string]>([
  ['a name in capitals', () => HostPort.tcp('SSH', 22), 'Port.named: "SSH" is no port name: it may hold lower case letters, digits and dashes only'],
  ['port 65536', () => HostPort.udp('dns', 65536), 'Port.of: 65536 is no port: it is a whole number from 1 to 65535'],
])('rejects %s as a port of a host', (_, make, message) => {
  expect(make).toThrow(new Error(message));
});

test('a server takes one port by its number, and none where it can be switched off', () => {
  expect([portNumber(Port.of(9091), 'here'), portNumber(Port.NONE, 'here', true)]).toEqual([9091, 0]);
  expect(() => portNumber(Port.NONE, 'here')).toThrow('here: Port.NONE is no port to use here');
});
