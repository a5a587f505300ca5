import { Cidr } from '../../src/values/cidr';
import { IpFamily } from '../../src/values/ip-family';

const printed = (cidrs: readonly Cidr[]): string[] => cidrs.map(String);

test('a block says what it is', () => {
  const described = ['10.0.0.0/12', '2001:DB8::/32'].map((text) => {
    const { family, prefixLength, firstAddress, lastAddress, addressCount } = Cidr.parse(text);
    return { family, prefixLength, firstAddress, lastAddress, addressCount };
  });
  expect(described).toEqual([
    { family: IpFamily.IPV4, prefixLength: 12, firstAddress: '10.0.0.0', lastAddress: '10.15.255.255', addressCount: '1048576' },
    {
      family: IpFamily.IPV6,
      prefixLength: 32,
      firstAddress: '2001:db8::',
      lastAddress: '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff',
      addressCount: '79228162514264337593543950336',
    },
  ]);
});

test('text and JSON are canonical', () => {
  const cidr = Cidr.parse('2001:0DB8::/32');
  expect([cidr.toString(), JSON.stringify({ cidr })]).toEqual(['2001:db8::/32', '{"cidr":"2001:db8::/32"}']);
});

test('rejects host bits with the reason and the canonical form', () => {
  expect(() => Cidr.parse('10.0.0.5/16')).toThrow(new Error(`Cidr.parse: "10.0.0.5/16" has host bits: the /16 that 10.0.0.5 is in starts at 10.0.0.0
  why  Calico refuses it, because it can be meant as the network or as one address
  fix  write 10.0.0.0/16 for the network, or 10.0.0.5/32 for the one address`));
});

test('rejects a bare address with the canonical form', () => {
  expect(() => Cidr.parse('10.0.0.5')).toThrow(new Error(`Cidr.parse: "10.0.0.5" has no prefix length
  why  a bare address can be meant as one address or as the start of a network
  fix  write 10.0.0.5/32 for the one address, or the network's own prefix length after the slash`));
});

test('an address is a block of one', () => {
  expect(printed([Cidr.ofAddress('10.0.0.1'), Cidr.ofAddress('2001:db8::1')])).toEqual(['10.0.0.1/32', '2001:db8::1/128']);
  expect(() => Cidr.ofAddress('10.0.0.1/32')).toThrow('Cidr.ofAddress: "10.0.0.1/32" has a character that no address has');
});

test('a range from a first to a last address is its blocks', () => {
  expect(printed(Cidr.ofRange('10.0.0.16', '10.0.0.34'))).toEqual(['10.0.0.16/28', '10.0.0.32/31', '10.0.0.34/32']);
});

test.each([
  ['10.0.0.9', '10.0.0.1', 'Cidr.ofRange: 10.0.0.1 is no last address of a range that starts at 10.0.0.9: it has the same family and doesn\'t come before it'],
  ['10.0.0.9', '::1', 'Cidr.ofRange: ::1 is no last address of a range that starts at 10.0.0.9: it has the same family and doesn\'t come before it'],
  ['10.0.0', '10.0.0.1', 'Cidr.ofRange: "10.0.0" has fewer than four parts'],
  ['10.0.0.1', '', 'Cidr.ofRange: the address is empty'],
])('rejects the range from %j to %j', (first, last, message) => {
  expect(() => Cidr.ofRange(first, last)).toThrow(message);
});

test('blocks are compared', () => {
  const [wide, narrow, beside, other] = ['10.0.0.0/8', '10.1.0.0/16', '11.0.0.0/8', '::/0'].map(Cidr.parse);
  expect([wide.contains(narrow), narrow.contains(wide), wide.contains(wide), wide.contains(beside)]).toEqual([true, false, true, false]);
  expect([wide.overlaps(narrow), narrow.overlaps(wide), wide.overlaps(beside), other.overlaps(wide)]).toEqual([true, true, false, false]);
  expect([wide.isEqualTo(Cidr.parse('10.0.0.0/8')), wide.isEqualTo(narrow)]).toEqual([true, false]);
  expect([wide.containsAddress('10.255.255.255'), wide.containsAddress('11.0.0.0'), wide.containsAddress('::1')]).toEqual([true, false, false]);
  expect(() => wide.containsAddress('::ffff:10.0.0.1')).toThrow('fix  write 10.0.0.1');
});

test('subnets are listed in order, up to a limit', () => {
  const cidr = Cidr.parse('10.0.0.0/8');
  expect(printed(cidr.subnets(9))).toEqual(['10.0.0.0/9', '10.128.0.0/9']);
  expect(printed(cidr.subnets(8))).toEqual(['10.0.0.0/8']);
  expect(printed(cidr.subnets(32, 3))).toEqual(['10.0.0.0/32', '10.0.0.1/32', '10.0.0.2/32']);
  expect(cidr.subnets(32, 0)).toEqual([]);
  expect(cidr.subnets(24)).toHaveLength(65_536);
});

test.each([
  [7, undefined, 'Cidr.subnets: 10.0.0.0/8 has no subnets of prefix length 7: it is a whole number from 8 to 32'],
  [33, undefined, 'Cidr.subnets: 10.0.0.0/8 has no subnets of prefix length 33: it is a whole number from 8 to 32'],
  [8.5, undefined, 'Cidr.subnets: 10.0.0.0/8 has no subnets of prefix length 8.5: it is a whole number from 8 to 32'],
  [9, -1, 'Cidr.subnets: the limit is a whole number from 0, not -1'],
  [9, 0.5, 'Cidr.subnets: the limit is a whole number from 0, not 0.5'],
  [25, undefined, 'Cidr.subnets: 10.0.0.0/8 has 131072 subnets of prefix length 25: give a limit to list the first of more than 65536'],
])('rejects subnets of prefix length %s with limit %s', (prefixLength, limit, message) => {
  expect(() => Cidr.parse('10.0.0.0/8').subnets(prefixLength, limit)).toThrow(new Error(message));
});

test('one block minus another is the fewest blocks', () => {
  const cidr = Cidr.parse('10.0.0.0/30');
  expect(printed(cidr.minus(Cidr.parse('10.0.0.1/32')))).toEqual(['10.0.0.0/32', '10.0.0.2/31']);
  expect([printed(cidr.minus(Cidr.parse('10.0.0.0/8'))), printed(cidr.minus(Cidr.parse('::/0')))]).toEqual([[], ['10.0.0.0/30']]);
});
