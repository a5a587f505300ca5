import {
  AsNumber, BgpCommunity, BgpFilterOperation, BgpFilterRule, BgpMatchOperator, BgpPeerType, BgpRouteSource, Cidr, IpAddress, IpFamily,
  PeerAddress, Port,
} from '../../src';

test.each<[string, number]>([
  ['1', 1],
  ['64512', 64512],
  ['4294967295', 4294967295],
  ['0.1', 1],
  ['64512.1', 64512 * 65536 + 1],
  ['65535.65535', 4294967295],
])('the AS number %s is a plain number in the manifest', (text, value) => {
  const asNumber = AsNumber.parse(text);
  expect([asNumber.value, asNumber._toManifest(), String(asNumber)]).toEqual([value, value, String(value)]);
  expect(AsNumber.of(value)).toEqual(asNumber);
});

test.each<[string, () => AsNumber, string]>([
  ['zero', () => AsNumber.of(0), 'AsNumber.of: 0 is no AS number: it is a whole number from 1 to 4294967295'],
  ['2^32', () => AsNumber.of(4294967296), 'AsNumber.of: 4294967296 is no AS number: it is a whole number from 1 to 4294967295'],
  ['a fraction', () => AsNumber.of(64512.1), 'AsNumber.of: 64512.1 is no AS number: it is a whole number from 1 to 4294967295'],
  ['zero in dots', () => AsNumber.parse('0.0'), 'AsNumber.of: 0 is no AS number: it is a whole number from 1 to 4294967295'],
  ['a high half above 16 bits', () => AsNumber.parse('65536.1'), 'AsNumber.parse: "65536.1" is no AS number: each side of the dot is 0 to 65535'],
  ['a low half above 16 bits', () => AsNumber.parse('1.65536'), 'AsNumber.parse: "1.65536" is no AS number: each side of the dot is 0 to 65535'],
  ['letters before it', () => AsNumber.parse('AS64512'), 'AsNumber.parse: "AS64512" is no AS number: leave out the letters, as in "64512"'],
  ['words', () => AsNumber.parse('ours'), 'AsNumber.parse: "ours" is no AS number: write it as in "64512" or "64512.1"'],
  ['no text', () => AsNumber.parse(''), 'AsNumber.parse: "" is no AS number: write it as in "64512" or "64512.1"'],
  ['a sign', () => AsNumber.parse('-1'), 'AsNumber.parse: "-1" is no AS number: write it as in "64512" or "64512.1"'],
])('rejects %s as an AS number', (_, make, message) => {
  expect(make).toThrow(new Error(message));
});

test.each<[string, BgpCommunity, string]>([
  ['a standard community', BgpCommunity.standard(64512, 100), '64512:100'],
  ['the highest standard community', BgpCommunity.standard(65535, 65535), '65535:65535'],
  ['a large community', BgpCommunity.large(4294967295, 0, 1), '4294967295:0:1'],
  ['text with leading zeros', BgpCommunity.parse('064512:0100'), '64512:100'],
  ['text of a large community', BgpCommunity.parse('64512:100:1'), '64512:100:1'],
  ['a name', BgpCommunity.named('blue'), 'blue'],
])('%s prints as the manifest has it', (_, community, text) => {
  expect([String(community), community._toManifest()]).toEqual([text, text]);
});

test.each<[string, () => unknown, string]>([
  ['a number above 16 bits', () => BgpCommunity.standard(65536, 1), 'BgpCommunity.standard: 65536 is no part of a standard community: its parts are 16-bit numbers, 0 to 65535'],
  ['a negative number', () => BgpCommunity.standard(1, -1), 'BgpCommunity.standard: -1 is no part of a standard community: its parts are 16-bit numbers, 0 to 65535'],
  ['a fraction', () => BgpCommunity.large(1, 0.5, 1), 'BgpCommunity.large: 0.5 is no part of a large community: its parts are 32-bit numbers, 0 to 4294967295'],
  ['text with a number above 16 bits', () => BgpCommunity.parse('65536:1'), 'BgpCommunity.parse: 65536 is no part of a standard community: its parts are 16-bit numbers, 0 to 65535'],
  ['text with a number above 32 bits', () => BgpCommunity.parse('1:1:4294967296'), 'BgpCommunity.parse: 4294967296 is no part of a large community: its parts are 32-bit numbers, 0 to 4294967295'],
  ['one number', () => BgpCommunity.parse('64512'), 'BgpCommunity.parse: "64512" is no community: write it as in "64512:100" or "64512:100:1"'],
  ['four numbers', () => BgpCommunity.parse('1:2:3:4'), 'BgpCommunity.parse: "1:2:3:4" is no community: write it as in "64512:100" or "64512:100:1"'],
  ['a name where a value goes', () => BgpFilterOperation.addCommunity(BgpCommunity.named('blue')),
    'BgpFilterOperation.addCommunity: "blue" is the name of a community, and here goes its value; names are for prefixAdvertisements'],
])('rejects %s as a community', (_, make, message) => {
  expect(make).toThrow(new Error(message));
});

test.each<[string, string, IpFamily]>([
  ['192.0.2.1', '192.0.2.1', IpFamily.IPV4],
  ['2001:DB8:0::1', '2001:db8::1', IpFamily.IPV6],
])('the address %s prints in canonical form', (text, canonical, family) => {
  const address = IpAddress.parse(text);
  expect([String(address), address.family]).toEqual([canonical, family]);
});

test.each(['', '192.0.2.0/24', '192.0.2', '192.0.2.01', 'fe80::1%eth0', 'host', ' 192.0.2.1'])('rejects %j as an address', (text) => {
  expect(() => IpAddress.parse(text)).toThrow(/^IpAddress\.parse: .+\n {2}why {2}.+\n {2}fix {2}/);
});

test.each<[string, PeerAddress, string]>([
  ['an IPv4 address', PeerAddress.of('192.0.2.1'), '192.0.2.1'],
  ['an IPv4 address with a port', PeerAddress.of('192.0.2.1', Port.of(1790)), '192.0.2.1:1790'],
  ['an IPv6 address', PeerAddress.of('2001:DB8::1'), '2001:db8::1'],
  ['an IPv6 address with a port', PeerAddress.of('2001:db8::1', Port.of(1790)), '[2001:db8::1]:1790'],
  ['text of an IPv4 address', PeerAddress.parse('192.0.2.1'), '192.0.2.1'],
  ['text of an IPv4 address with a port', PeerAddress.parse('192.0.2.1:179'), '192.0.2.1:179'],
  ['text of an IPv6 address', PeerAddress.parse('2001:db8::1'), '2001:db8::1'],
  ['text of an IPv6 address with a port', PeerAddress.parse('[2001:db8::1]:1790'), '[2001:db8::1]:1790'],
])('a peer is reached at %s', (_, address, text) => {
  expect(String(address)).toBe(text);
  expect(address.family).toBe(text.includes('::') ? IpFamily.IPV6 : IpFamily.IPV4);
});

test.each<[string, () => PeerAddress, string]>([
  ['a name', () => PeerAddress.of('router'), 'IpAddress.parse: '],
  ['a port range', () => PeerAddress.of('192.0.2.1', Port.range(1, 9)), 'PeerAddress: "1:9" is the range of a port, and here goes one port by its number, such as Port.of(8080)'],
  ['a named port', () => PeerAddress.of('192.0.2.1', Port.named('bgp')), 'PeerAddress: "bgp" is the name of a port, and here goes one port by its number, such as Port.of(8080)'],
  ['no port', () => PeerAddress.of('192.0.2.1', Port.NONE), 'PeerAddress: Port.NONE is no port to use here: it is for servers that can be switched off by it; give one such as Port.of(8080)'],
  ['port 0', () => PeerAddress.parse('192.0.2.1:0'), 'Port.of: 0 is no port: it is a whole number from 1 to 65535'],
  ['a block', () => PeerAddress.parse('192.0.2.0/24'), 'IpAddress.parse: '],
])('rejects %s as the address of a peer', (_, make, message) => {
  expect(make).toThrow(message);
});

test('a filter rule has every part that it is given', () => {
  expect(BgpFilterRule.accept({
    cidr: Cidr.parse('10.0.0.0/8'),
    matchOperator: BgpMatchOperator.IN,
    prefixLength: { min: 16, max: 24 },
    source: BgpRouteSource.REMOTE_PEERS,
    interface: 'eth*',
    peerType: BgpPeerType.EBGP,
    communities: [BgpCommunity.standard(64512, 100)],
    asPathPrefix: [AsNumber.of(64512), AsNumber.parse('1.1')],
    priority: 100,
    operations: [
      BgpFilterOperation.addCommunity(BgpCommunity.large(64512, 1, 2)),
      BgpFilterOperation.prependAsPath(AsNumber.of(64513), AsNumber.of(64514)),
      BgpFilterOperation.priority(200),
    ],
  })._toManifest()).toEqual({
    action: 'Accept',
    cidr: '10.0.0.0/8',
    matchOperator: 'In',
    prefixLength: { min: 16, max: 24 },
    source: 'RemotePeers',
    interface: 'eth*',
    peerType: 'eBGP',
    communities: { values: ['64512:100'] },
    asPathPrefix: [64512, 65537],
    priority: 100,
    operations: [{ addCommunity: { value: '64512:1:2' } }, { prependASPath: { prefix: [64513, 64514] } }, { setPriority: { value: 200 } }],
  });
  expect(BgpFilterRule.reject()._toManifest()).toEqual({ action: 'Reject' });
  expect(BgpFilterRule.accept()._toManifest()).toEqual({ action: 'Accept' });
  expect(BgpFilterRule.reject({ cidr: Cidr.parse('fd00::/8'), matchOperator: BgpMatchOperator.NOT_IN, prefixLength: { max: 128 } })._toManifest())
    .toEqual({ action: 'Reject', cidr: 'fd00::/8', matchOperator: 'NotIn', prefixLength: { max: 128 } });
});

const net = Cidr.parse('10.0.0.0/8');
const as = AsNumber.of(64512);

test.each<[string, () => unknown, string]>([
  ['a network without an operator', () => BgpFilterRule.reject({ cidr: net }),
    'BgpFilterRule.reject: cidr is given without matchOperator; say how a route is compared with 10.0.0.0/8, such as BgpMatchOperator.IN'],
  ['an operator without a network', () => BgpFilterRule.accept({ matchOperator: BgpMatchOperator.IN }),
    'BgpFilterRule.accept: matchOperator is given without cidr; give the network that a route is compared with, or neither'],
  ['prefix lengths without a network', () => BgpFilterRule.accept({ prefixLength: {} }),
    'BgpFilterRule.accept: prefixLength is given without cidr; lengths are matched within a network'],
  ['a prefix length of the other family', () => BgpFilterRule.accept({ cidr: net, matchOperator: BgpMatchOperator.IN, prefixLength: { max: 64 } }),
    'BgpFilterRule.accept: 64 is no prefix length here: it is a whole number from 0 to 32'],
  ['prefix lengths that run backwards', () => BgpFilterRule.accept({ cidr: net, matchOperator: BgpMatchOperator.IN, prefixLength: { min: 24, max: 16 } }),
    'BgpFilterRule.accept: prefix lengths from 24 to 16 are none; min is the shorter one'],
  ['no community', () => BgpFilterRule.accept({ communities: [] }),
    'BgpFilterRule.accept: communities has 0 items; Calico matches exactly one, so write one rule for each'],
  ['two communities', () => BgpFilterRule.accept({ communities: [BgpCommunity.standard(1, 1), BgpCommunity.standard(1, 2)] }),
    'BgpFilterRule.accept: communities has 2 items; Calico matches exactly one, so write one rule for each'],
  ['the name of a community', () => BgpFilterRule.accept({ communities: [BgpCommunity.named('blue')] }),
    'BgpFilterRule.accept: "blue" is the name of a community, and here goes its value; names are for prefixAdvertisements'],
  ['a priority of zero', () => BgpFilterRule.accept({ priority: 0 }),
    'BgpFilterRule.accept: 0 is no metric of a route: it is a whole number from 1 to 2147483646'],
  ['no operation', () => BgpFilterRule.accept({ operations: [] }),
    'BgpFilterRule.accept: operations has 0 items, allowed are 1 to 10; without changes leave it out'],
  ['eleven operations', () => BgpFilterRule.accept({ operations: Array.from({ length: 11 }, () => BgpFilterOperation.priority(1)) }),
    'BgpFilterRule.accept: operations has 11 items, allowed are 1 to 10; without changes leave it out'],
  ['no AS number to prepend', () => BgpFilterOperation.prependAsPath(),
    'BgpFilterOperation.prependAsPath: 0 AS numbers can\'t be prepended: give 1 to 10'],
  ['eleven AS numbers to prepend', () => BgpFilterOperation.prependAsPath(as, as, as, as, as, as, as, as, as, as, as),
    'BgpFilterOperation.prependAsPath: 11 AS numbers can\'t be prepended: give 1 to 10'],
  ['a priority above 2147483646', () => BgpFilterOperation.priority(2147483647),
    'BgpFilterOperation.priority: 2147483647 is no metric of a route: it is a whole number from 1 to 2147483646'],
])('rejects %s in a filter', (_, make, message) => {
  expect(make).toThrow(new Error(message));
});
