import fc from 'fast-check';
import { anyBlock } from './naive';
import { isIpv4Mapped, parseAddress, parseCidr, Prefix, readCidr, tryCidr } from '../../../src/core/cidr';

/** Text, and what it prints as. */
const TAKEN: [text: string, canonical: string][] = [
  ['0.0.0.0/0', '0.0.0.0/0'],
  ['10.0.0.0/8', '10.0.0.0/8'],
  ['10.20.30.40/32', '10.20.30.40/32'],
  ['255.255.255.254/31', '255.255.255.254/31'],
  ['::/0', '::/0'],
  ['::1/128', '::1/128'],
  ['2001:DB8::/32', '2001:db8::/32'],
  ['2001:0db8:0000:0000:0000:0000:0000:0000/32', '2001:db8::/32'],
  ['1:0:0:2:0:0:0:0/80', '1:0:0:2::/80'],
  ['1:0:0:2:3:0:0:4/128', '1::2:3:0:0:4/128'],
  ['0:1:2:3:4:5:6:7/128', '0:1:2:3:4:5:6:7/128'],
  ['64:ff9b::10.0.0.0/104', '64:ff9b::a00:0/104'],
  ['::1.2.3.4/128', '::102:304/128'],
  ['::ffff:1:0:0/96', '::ffff:1:0:0/96'],
];

test.each(TAKEN)('takes %s and prints %s', (text, canonical) => {
  expect(String(parseCidr(text))).toBe(canonical);
  expect(String(parseCidr(canonical))).toBe(canonical);
});

const FORM = 'write an address, a slash and a prefix length, such as 10.0.0.0/16 or 2001:db8::/32';

test.each([
  ['10.0.0.5/16', {
    code: 'host-bits',
    what: '"10.0.0.5/16" has host bits: the /16 that 10.0.0.5 is in starts at 10.0.0.0',
    why: 'Calico refuses it, because it can be meant as the network or as one address',
    fix: 'write 10.0.0.0/16 for the network, or 10.0.0.5/32 for the one address',
    corrected: '10.0.0.0/16',
    start: 0,
    end: 8,
  }],
  ['10.0.0.5', {
    code: 'no-prefix-length',
    what: '"10.0.0.5" has no prefix length',
    why: 'a bare address can be meant as one address or as the start of a network',
    fix: 'write 10.0.0.5/32 for the one address, or the network\'s own prefix length after the slash',
    corrected: '10.0.0.5/32',
    start: 8,
    end: 8,
  }],
  ['::ffff:10.0.0.5', {
    code: 'no-prefix-length',
    what: '"::ffff:10.0.0.5" has no prefix length',
    why: 'a bare address can be meant as one address or as the start of a network',
    fix: 'write 10.0.0.5/32 for the one address, or the network\'s own prefix length after the slash',
    corrected: '10.0.0.5/32',
    start: 15,
    end: 15,
  }],
  ['10.08.0.0/16', {
    code: 'octet-leading-zero',
    what: '"10.08.0.0/16" has a leading zero',
    why: 'some programs read such a number as octal, so Calico refuses it',
    fix: 'write 10.8.0.0/16',
    corrected: '10.8.0.0/16',
    start: 3,
    end: 5,
  }],
  ['10.0.0.0/08', {
    code: 'prefix-length-leading-zero',
    what: '"10.0.0.0/08" has a leading zero in its prefix length',
    why: 'programs differ in whether they take it',
    fix: 'write 10.0.0.0/8',
    corrected: '10.0.0.0/8',
    start: 9,
    end: 11,
  }],
  ['10.300.0.0/16', {
    code: 'octet-too-big',
    what: '"10.300.0.0/16" has a part over 255',
    why: 'an IPv4 address is four numbers from 0 to 255',
    fix: FORM,
    start: 3,
    end: 6,
  }],
  ['10.0.0.0/33', {
    code: 'prefix-length-range',
    what: '"10.0.0.0/33" has prefix length 33',
    why: 'an IPv4 address has 32 bits',
    fix: 'write a prefix length from 0 to 32',
    start: 9,
    end: 11,
  }],
  ['fe80::1%eth0/64', {
    code: 'zone',
    what: '"fe80::1%eth0/64" has a zone',
    why: 'a zone names an interface of one machine; it has no meaning in a cluster, and Calico refuses it',
    fix: 'write fe80::/64',
    corrected: 'fe80::/64',
    start: 7,
    end: 12,
  }],
  ['::ffff:10.0.0.0/104', {
    code: 'ipv4-mapped',
    what: '"::ffff:10.0.0.0/104" is IPv4 in the form of an IPv6 address',
    why: 'Calico reads it as IPv4, other programs as IPv6',
    fix: 'write 10.0.0.0/8',
    corrected: '10.0.0.0/8',
    start: 0,
    end: 19,
  }],
  ['10.0.0.0/255.255.0.0', {
    code: 'netmask',
    what: '"10.0.0.0/255.255.0.0" has a netmask',
    why: 'Calico reads a prefix length: how many leading bits of the mask are set',
    fix: 'write 10.0.0.0/16',
    corrected: '10.0.0.0/16',
    start: 9,
    end: 20,
  }],
  ['10.0.0.1-10.0.0.20', {
    code: 'range',
    what: '"10.0.0.1-10.0.0.20" is a range from a first to a last address',
    why: 'a CIDR names a block that starts and ends at a power of two',
    fix: 'write 10.0.0.1/32, 10.0.0.2/31, 10.0.0.4/30, 10.0.0.8/29, 10.0.0.16/30, 10.0.0.20/32',
    start: 0,
    end: 18,
  }],
  ['10.0.0.0/8, 10.1.0.0/16', {
    code: 'several',
    what: '"10.0.0.0/8, 10.1.0.0/16" holds more than one value',
    why: 'a CIDR names one block of addresses',
    fix: 'give each its own CIDR',
    start: 10,
    end: 11,
  }],
  ['', { code: 'empty', what: 'the CIDR is empty', why: 'there is nothing to read', fix: FORM, start: 0, end: 0 }],
])('rejects %j with the reason and the place', (text, fault) => {
  expect(parseCidr(text)).toEqual(fault);
});

/** Text, the fault, and the corrected text if it is known what was meant. */
const REFUSED: [text: string, code: string, corrected?: string][] = [
  ['010.0.0.0/8', 'octet-leading-zero', '10.0.0.0/8'],
  ['00.0.0.0/0', 'octet-leading-zero', '0.0.0.0/0'],
  ['10.0.0.0/', 'prefix-length'],
  ['10.0.0.0/x', 'prefix-length'],
  ['10.0.0.0/-1', 'prefix-length'],
  ['10.0.0.0/8/9', 'prefix-length'],
  ['10.0.0.0/1000', 'prefix-length-range'],
  ['::/129', 'prefix-length-range'],
  ['::/000', 'prefix-length-leading-zero', '::/0'],
  ['2001:db8::1/32', 'host-bits', '2001:db8::/32'],
  ['::ffff:10.0.0.1', 'no-prefix-length', '10.0.0.1/32'],
  ['::ffff:10.0.0.1/8', 'ipv4-mapped', '10.0.0.0/8'],
  ['::ffff:a00:0/64', 'ipv4-mapped'],
  ['::ffff:0:0/96', 'ipv4-mapped', '0.0.0.0/0'],
  ['10.0.0.0/255.0.255.0', 'netmask'],
  ['10.0.0.0/0.0.0.0', 'netmask', '0.0.0.0/0'],
  ['10.0.0.0-10.0.0.255', 'range', '10.0.0.0/24'],
  ['2001:db8:: - 2001:db8::ffff', 'range', '2001:db8::/112'],
  ['0.0.0.1-255.255.255.254', 'range'],
  ['10.0.0.9-10.0.0.1', 'character'],
  ['10.0.0.9-::1', 'character'],
  ['10.0.0.9-', 'character'],
  ['-10.0.0.9', 'character'],
  ['10/8', 'not-an-address', '10.0.0.0/8'],
  ['10.0/16', 'octets-too-few', '10.0.0.0/16'],
  ['10.0/24', 'octets-too-few'],
  ['10.0', 'octets-too-few'],
  ['10.0.0.0.0/8', 'octets-too-many'],
  ['10..0.0/8', 'octet-empty'],
  ['.10.0.0/8', 'octet-empty'],
  ['10.0.0./8', 'octet-empty'],
  ['10.0.0.1%eth0/24', 'zone'],
  ['%eth0/24', 'zone'],
  ['10.0.*.*', 'character'],
  ['::g/64', 'character'],
  ['1::2g/64', 'character'],
  [':1::/64', 'group-empty'],
  ['1:2:3:/64', 'group-empty'],
  ['12345::/16', 'group-too-long'],
  ['1:2:3/64', 'groups-too-few'],
  ['1:2:3:4:5:6:7:8:9/64', 'groups-too-many'],
  ['1::2::3/64', 'two-gaps'],
  [':::/64', 'two-gaps'],
  ['1:2:3:4::5:6:7:8/64', 'gap-of-nothing'],
  ['1:2:1.2.3.4/64', 'dotted-place'],
  ['1::2:3:4:5:6:7:1.2.3.4/64', 'dotted-place'],
  ['::1.2.3/128', 'octets-too-few'],
  [' 10.0.0.0/8', 'white-space', '10.0.0.0/8'],
  ['10.0.0.0/8\n', 'white-space', '10.0.0.0/8'],
  ['10.0.0.0 / 8', 'white-space', '10.0.0.0/8'],
  ['10.0.0.0/8 10.1.0.0/16', 'white-space'],
  ['"10.0.0.0/8"', 'character', '10.0.0.0/8'],
  ['[2001:db8::]/32', 'character', '2001:db8::/32'],
  ['１０.0.0.0/8', 'character', '10.0.0.0/8'],
  ['10.0.0.0／8', 'character', '10.0.0.0/8'],
  ['١٠.0.0.0/8', 'character'],
  ['10.0.0.0/٨', 'prefix-length'],
  ['/', 'not-an-address'],
  ['/8', 'not-an-address'],
  ['localhost', 'not-an-address'],
  ['ﷺﷺﷺ/8', 'not-an-address'],
  ['1'.repeat(65), 'too-long'],
];

test.each(REFUSED.map(([text, code, corrected]) => [text, code, corrected] as const))('rejects %j: %s', (text, code, corrected) => {
  const fault = parseCidr(text);
  expect(fault).toMatchObject({ code });
  expect(fault).not.toBeInstanceOf(Prefix);
  expect('corrected' in fault ? fault.corrected : undefined).toBe(corrected);
  if (corrected !== undefined) {
    expect(String(parseCidr(corrected))).toBe(corrected);
    expect('fix' in fault && fault.fix).toContain(corrected);
  }
});

test('a long list of blocks is counted, not listed', () => {
  expect(parseCidr('0.0.0.1-255.255.255.254')).toMatchObject({
    fix: 'write the 62 blocks that make it up, from 0.0.0.1/32 to 255.255.255.254/32',
  });
});

test('rejects what is no text, and text that is far too long, without reading it', () => {
  expect(parseCidr(undefined as unknown as string)).toEqual(
    { code: 'not-text', what: 'a CIDR is text; this is undefined', why: 'there is nothing to read', fix: FORM, start: 0, end: 0 });
  expect(parseCidr(null as unknown as string)).toMatchObject({ code: 'not-text', what: 'a CIDR is text; this is null' });
  const megabyte = 2 ** 20;
  for (const unit of ['1', ' ', ':', '.', '/', '0', '-', '%', '🦩', '\0']) {
    expect(parseCidr(unit.repeat(megabyte))).toMatchObject({ code: 'too-long', why: 'the longest CIDR has 49', start: 0, end: unit.length * megabyte });
    expect(parseAddress(unit.repeat(megabyte))).toMatchObject({ code: 'too-long', why: 'the longest address has 45' });
    expect(readCidr(`::/${unit.repeat(megabyte)}`)?.maskLength).toBe(unit === '0' ? 0 : undefined);
    expect(readCidr(`${unit.repeat(megabyte)}/8`)).toBeUndefined();
  }
});

test.each([
  ['10.0.0.1', '10.0.0.1'],
  ['2001:DB8::0001', '2001:db8::1'],
])('takes the address %s', (text, canonical) => {
  const address = parseAddress(text);
  expect([(address as Prefix).toAddress(), (address as Prefix).isHost]).toEqual([canonical, true]);
});

test.each([
  ['10.0.0.1/32', 'character', 'write 10.0.0.1', 8, 9],
  ['10.0.0.0/8', 'character', 'write an address, such as 10.0.0.1 or 2001:db8::1', 8, 9],
  ['2001:db8::/32', 'character', 'write an address, such as 10.0.0.1 or 2001:db8::1', 10, 11],
  ['2001:db8::1/128', 'character', 'write 2001:db8::1', 11, 12],
  ['::ffff:1.2.3.4', 'ipv4-mapped', 'write 1.2.3.4', 0, 14],
  ['fe80::1%eth0', 'zone', 'write fe80::1', 7, 12],
  ['01.2.3.4', 'octet-leading-zero', 'write 1.2.3.4', 0, 2],
  ['1.2.3', 'octets-too-few', 'write an address, such as 10.0.0.1 or 2001:db8::1', 5, 5],
  ['', 'empty', 'write an address, such as 10.0.0.1 or 2001:db8::1', 0, 0],
])('rejects the address %j: %s', (text, code, fix, start, end) => {
  expect(parseAddress(text)).toMatchObject({ code, fix, start, end });
});

test('rejects an address that is no text', () => {
  expect(parseAddress(7 as unknown as string)).toMatchObject({ code: 'not-text', what: 'an address is text; this is number' });
});

test('every block that is printed parses to itself', () => {
  fc.assert(fc.property(anyBlock.filter((block) => !isIpv4Mapped(block)), (block) => {
    expect(parseCidr(block.toString())).toEqual(block);
  }), { seed: 31, numRuns: 500 });
});

test('whatever is taken strictly, Calico takes, and means the same', () => {
  const piece = fc.constantFrom('10', '0', '255', '.', '.', ':', '::', '/', '/8', '/32', 'ffff', 'db8', '1', '08', '%e', ' ', '256', '1.2.3.4', '192.168.0.0/16', '2001:db8::');
  fc.assert(fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
    const text = pieces.join('');
    const strict = parseCidr(text);
    const calico = readCidr(text);
    if (strict instanceof Prefix) {
      expect(calico).toEqual({ address: strict.first, network: strict, maskLength: strict.length, maskBits: strict.first.length });
    } else {
      expect(strict.corrected === undefined || String(tryCidr(strict.corrected)) === strict.corrected).toBe(true);
      expect(strict.start).toBeLessThanOrEqual(strict.end);
      expect(strict.end).toBeLessThanOrEqual(text.length);
    }
  }), { seed: 32, numRuns: 3000 });
});
