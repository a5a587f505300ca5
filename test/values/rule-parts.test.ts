import { IcmpMatch, Port, Protocol } from '../../src';

test.each<[string, () => Port, number | string]>([
  ['a number', () => Port.of(8080), 8080],
  ['the lowest number', () => Port.of(1), 1],
  ['the highest number', () => Port.of(65535), 65535],
  ['a range', () => Port.range(8000, 8999), '8000:8999'],
  ['a range of one', () => Port.range(80, 80), '80:80'],
  ['a name', () => Port.named('http-alt'), 'http-alt'],
])('a port is %s', (_, make, manifest) => {
  expect(make()._toManifest()).toBe(manifest);
  expect(make().toString()).toBe(String(manifest));
});

test.each<[string, () => Port, string]>([
  ['zero', () => Port.of(0), 'Port.of: 0 is no port: it is a whole number from 1 to 65535'],
  ['65536', () => Port.of(65536), 'Port.of: 65536 is no port: it is a whole number from 1 to 65535'],
  ['a fraction', () => Port.of(80.5), 'Port.of: 80.5 is no port: it is a whole number from 1 to 65535'],
  ['a range that runs backwards', () => Port.range(9, 1), 'Port.range: 9 to 1 runs backwards; write Port.range(1, 9)'],
  ['an empty name', () => Port.named(''), 'Port.named: "" is no port name: it has 0 characters, allowed are 1 to 15'],
  ['a long name', () => Port.named('a-port-with-a-name'), 'Port.named: "a-port-with-a-name" is no port name: it has 18 characters, allowed are 1 to 15'],
  ['a name in capitals', () => Port.named('HTTP'), 'Port.named: "HTTP" is no port name: it may hold lower case letters, digits and dashes only'],
  ['a name of digits', () => Port.named('8080'), 'Port.named: "8080" is no port name: it needs at least one letter'],
  ['a name with two dashes', () => Port.named('a--b'), 'Port.named: "a--b" is no port name: a dash stands between letters or digits, one at a time'],
])('rejects %s as a port', (_, make, message) => {
  expect(make).toThrow(new Error(message));
});

test('a protocol is a name or a number', () => {
  expect([Protocol.TCP, Protocol.ICMPV6, Protocol.UDPLITE, Protocol.ofNumber(47)].map((protocol) => protocol._toManifest()))
    .toEqual(['TCP', 'ICMPv6', 'UDPLite', 47]);
  expect(String(Protocol.ofNumber(47))).toBe('47');
});

test.each([0, 256, 1.5])('rejects protocol number %p', (number) => {
  expect(() => Protocol.ofNumber(number)).toThrow(`Protocol.ofNumber: ${number} is no protocol: it is a whole number from 1 to 255`);
});

test('an ICMP match has a type, and a code if given', () => {
  expect(IcmpMatch.ofType(8)._toManifest()).toEqual({ type: 8 });
  expect(IcmpMatch.ofType(3, 0)._toManifest()).toEqual({ type: 3, code: 0 });
});

test('rejects ICMP types and codes out of range', () => {
  expect(() => IcmpMatch.ofType(255)).toThrow('IcmpMatch.ofType: 255 is no ICMP type: it is a whole number from 0 to 254');
  expect(() => IcmpMatch.ofType(3, 256)).toThrow('IcmpMatch.ofType: 256 is no ICMP code: it is a whole number from 0 to 255');
});
