import { IPv4, IPv6 } from 'ip-num';
import { SPECIAL_RANGES, specialRangesOf, SpecialUse, tryCidr } from '../../../src/core/cidr';

test.each<[text: string, expected: [use: SpecialUse, source: string, within: boolean, shared: string][]]>([
  ['127.0.0.0/16', [['loopback', 'RFC 1122, section 3.2.1.3', true, '127.0.0.0/16']]],
  ['169.254.0.0/15', [['link-local', 'RFC 3927', false, '169.254.0.0/16']]],
  ['224.0.0.0/4', [['multicast', 'RFC 5771', true, '224.0.0.0/4']]],
  ['240.1.0.0/16', [['reserved', 'RFC 1112, section 4', true, '240.1.0.0/16']]],
  ['255.255.255.255/32', [
    ['reserved', 'RFC 1112, section 4', true, '255.255.255.255/32'],
    ['broadcast', 'RFC 919, section 7', true, '255.255.255.255/32'],
  ]],
  ['0.0.0.0/32', [['this-network', 'RFC 791, section 3.2', true, '0.0.0.0/32']]],
  ['192.168.0.0/16', [['private', 'RFC 1918', true, '192.168.0.0/16']]],
  ['100.64.0.0/16', [['shared', 'RFC 6598', true, '100.64.0.0/16']]],
  ['203.0.113.0/26', [['documentation', 'RFC 5737', true, '203.0.113.0/26']]],
  ['8.8.8.0/24', []],
  ['::1/128', [['loopback', 'RFC 4291, section 2.5.3', true, '::1/128']]],
  ['::/127', [
    ['unspecified', 'RFC 4291, section 2.5.2', false, '::/128'],
    ['loopback', 'RFC 4291, section 2.5.3', false, '::1/128'],
  ]],
  ['::fffe:0:0/95', [['ipv4-mapped', 'RFC 4291, section 2.5.5.2', false, '::ffff:0:0/96']]],
  ['fd00::/8', [['unique-local', 'RFC 4193', true, 'fd00::/8']]],
  ['fe80::/9', [
    ['link-local', 'RFC 4291, section 2.5.6', false, 'fe80::/10'],
    ['reserved', 'RFC 3879', false, 'fec0::/10'],
  ]],
  ['ff02::/16', [['multicast', 'RFC 4291, section 2.7', true, 'ff02::/16']]],
  ['2600::/16', []],
])('%s is %j', (text, expected) => {
  expect(specialRangesOf(tryCidr(text)!).map(({ range, shared, within }) => [range.use, range.source, within, shared.toString()])).toEqual(expected);
});

test('the table is sorted, without repeats, and names what it is', () => {
  const blocks = SPECIAL_RANGES.map(({ block }) => block);
  expect(blocks.slice(1).every((block, at) => blocks[at].compare(block) < 0)).toBe(true);
  expect(SPECIAL_RANGES.filter(({ name }) => !name.startsWith('the '))).toEqual([]);
  expect(SPECIAL_RANGES.filter(({ forHosts }) => forHosts).map(({ block }) => block.toString())).toEqual(
    ['10.0.0.0/8', '100.64.0.0/10', '172.16.0.0/12', '192.168.0.0/16', '198.18.0.0/15', 'fc00::/7']);
});

/** Both ends of each range, as ip-num judges them: it knows some of the uses, and IPv6 ones by its own names. */
test('ip-num says the same of the first and the last address of each range that it knows', () => {
  const judged = SPECIAL_RANGES.flatMap(({ use, block }) => [block.first, block.last].map((address) => {
    const number = block.family === 4 ? new IPv4(address.toAddress()) : IPv6.fromString(address.toAddress());
    const known: Partial<Record<SpecialUse, boolean>> = {
      'loopback': number.isLoopback(),
      'link-local': number.isLinkLocal(),
      'multicast': number.isMulticast(),
      'documentation': number.isDocumentation(),
      'unspecified': number.isUnspecified(),
      'private': number.isPrivate(),
      'unique-local': number.isPrivate(),
    };
    return [address.toAddress(), known[use] ?? true];
  }));
  expect(judged.filter(([, same]) => !same)).toEqual([]);
});
