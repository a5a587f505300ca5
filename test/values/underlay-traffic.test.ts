import { UnderlayTraffic } from '../../src';

test.each(['tcp/179', 'udp/51820-51821', 'ipip', 'all'])('reads %s, and writes it as it was', (text) => {
  expect(UnderlayTraffic.parse(text).toString()).toBe(text);
});

test('makes what it reads', () => {
  expect([UnderlayTraffic.tcp(179), UnderlayTraffic.udp(51820, 51821), UnderlayTraffic.IP_IN_IP, UnderlayTraffic.ALL].map(String)).toEqual([
    'tcp/179', 'udp/51820-51821', 'ipip', 'all',
  ]);
});

test.each([
  ['a name', () => UnderlayTraffic.parse('bgp'), 'UnderlayTraffic.parse: "bgp" is no traffic: write tcp/179, udp/51820-51821, ipip or all'],
  ['port 0', () => UnderlayTraffic.tcp(0), 'UnderlayTraffic.tcp: 0 is no port: it is a whole number from 1 to 65535'],
  ['a port too high', () => UnderlayTraffic.parse('udp/1-65536'), 'UnderlayTraffic.udp: 65536 is no port: it is a whole number from 1 to 65535'],
  ['half a port', () => UnderlayTraffic.tcp(1.5), 'UnderlayTraffic.tcp: 1.5 is no port: it is a whole number from 1 to 65535'],
  ['a range that runs backwards', () => UnderlayTraffic.udp(2, 1), 'UnderlayTraffic.udp: 2 to 1 runs backwards; write UnderlayTraffic.udp(1, 2)'],
])('rejects %s', (_, make, message) => {
  expect(make).toThrow(new Error(message));
});
