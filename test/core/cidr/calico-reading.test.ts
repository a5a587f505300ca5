import { readFileSync } from 'fs';
import { join } from 'path';
import { isIpv4Mapped, isMaskedNet, isNet, Prefix, readAddress, readCidr, readCidrOrAddress, unmapped } from '../../../src/core/cidr';

type GoCidr = readonly [address: string, network: string, maskLength: number, maskBits: number];
type GoAnswer = readonly [text: string, cidr: GoCidr | null, address: string | null];

/** What the net package of Go 1.26 answers: hand-written texts, mutations of them, and random IPv6 networks. */
const GO_ANSWERS: GoAnswer[] = readFileSync(join(__dirname, 'go-net.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line));

test('addresses and networks are read and printed as Go does', () => {
  const answers = GO_ANSWERS.map(([text]) => {
    const reading = readCidr(text);
    return [
      text,
      reading === undefined ? null : [reading.address.toAddress(), reading.network.toString(), reading.maskLength, reading.maskBits],
      readAddress(text)?.toAddress() ?? null,
    ];
  });
  expect(answers).toEqual(GO_ANSWERS);
  expect(answers.filter(([, cidr]) => cidr !== null).length).toBeGreaterThan(300);
});

test.each([
  // text, taken with host bits, taken without, as IPv4, as IPv6
  ['10.0.0.0/8', true, true, true, false],
  ['10.0.0.5/8', true, false, true, false],
  ['10.0.0.5', true, true, true, false],
  ['10.0.0.0/08', true, true, true, false],
  ['2001:db8::/32', true, true, false, true],
  ['2001:db8::1/32', true, false, false, true],
  ['2001:db8::1', true, true, false, true],
  ['::ffff:10.0.0.0/104', true, true, true, false],
  ['::ffff:10.0.0.1/104', true, false, true, false],
  ['::ffff:10.0.0.0/64', true, false, true, false],
  ['::ffff:10.0.0.1', true, true, true, false],
  ['fe80::1%eth0', false, false, false, false],
  ['010.0.0.0/8', false, false, false, false],
  ['app', false, false, false, false],
  ['', true, true, false, false],
])('Calico\'s validators take %j: net %s, masked %s, IPv4 %s, IPv6 %s', (text, net, masked, v4, v6) => {
  expect([isNet(text), isMaskedNet(text), isNet(text, 4), isNet(text, 6)]).toEqual([net, masked, v4, v6]);
  expect([isMaskedNet(text, 4), isMaskedNet(text, 6)]).toEqual([masked && v4, masked && v6]);
});

test('a bare address is the network of that address', () => {
  const address = Prefix.of(4, 0x0a000001, 0, 0, 0, 32);
  expect(readCidrOrAddress('::ffff:10.0.0.1')).toEqual({ address, network: address, maskLength: 32, maskBits: 32 });
  expect(readCidrOrAddress('10.0.0')).toBeUndefined();
});

test('an IPv4-mapped block is told from others', () => {
  const mapped = Prefix.of(6, 0, 0, 0xffff, 0x0a000000, 104);
  expect([isIpv4Mapped(mapped), unmapped(mapped).toString()]).toEqual([true, '10.0.0.0/8']);
  const wider = Prefix.of(6, 0, 0, 0xffff, 0, 95);
  expect([isIpv4Mapped(wider), unmapped(wider)]).toEqual([false, wider]);
});
