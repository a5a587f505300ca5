import { readPlan } from '../../src/gate/plan-file';
import { addressPlan } from '../../src/values/network-ranges';

/** What a plan file says of the underlay. */
function underlay(yaml: string) {
  return addressPlan('plan', readPlan(yaml, 'plan.yaml')).underlay;
}

test('a plan file says what the underlay lets through, and whether it routes pods', () => {
  expect(underlay('underlay: {allows: [tcp/179, udp/51820-51821, ipip, all], routesPods: true}')).toEqual({
    allows: [
      { protocol: 6, firstPort: 179, lastPort: 179 },
      { protocol: 17, firstPort: 51820, lastPort: 51821 },
      { protocol: 4, firstPort: 0, lastPort: 65535 },
      { protocol: undefined, firstPort: 0, lastPort: 65535 },
    ],
    routesPods: true,
  });
  expect(underlay('underlay: {allows: [], linkMtu: 9001}')).toEqual({ allows: [], routesPods: false, linkMtu: 9001 });
  expect(underlay('underlay: {allows: []}')).toEqual({ allows: [], routesPods: false });
  expect(underlay('nodes: [10.0.0.0/16]')).toBeUndefined();
});

test.each([
  ['a list', 'underlay: [tcp/179]', '1:11  underlay: give an object with allows, a list of traffic, and if you like routesPods, true or false, and linkMtu, a number of bytes'],
  ['no list of traffic', 'underlay: {routesPods: true}', '1:11  underlay: give an object with allows, a list of traffic, and if you like routesPods, true or false, and linkMtu, a number of bytes'],
  ['another word for routing', 'underlay: {allows: [], routesPods: sometimes}', '1:11  underlay: give an object with allows, a list of traffic, and if you like routesPods, true or false, and linkMtu, a number of bytes'],
  ['a key that isn\'t known', 'underlay: {allows: [], routes: true}', '1:32  underlay.routes: give an object with allows, a list of traffic, and if you like routesPods, true or false, and linkMtu, a number of bytes'],
  ['an MTU of text', 'underlay: {allows: [], linkMtu: "1500"}', '1:33  underlay.linkMtu: "1500" is no MTU of a network: it is a whole number of bytes from 1280 to 65535'],
  ['an MTU that no IPv6 fits', 'underlay: {allows: [], linkMtu: 1279}', '1:33  underlay.linkMtu: 1279 is no MTU of a network: it is a whole number of bytes from 1280 to 65535'],
  ['traffic by name', 'underlay: {allows: [tcp/179, bgp]}', '1:30  underlay.allows[1]: UnderlayTraffic.parse: "bgp" is no traffic: write tcp/179, udp/51820-51821, ipip or all'],
])('rejects %s', (_, yaml, message) => {
  expect(() => readPlan(yaml, 'plan.yaml')).toThrow(new Error(`plan.yaml can't be used as a plan:\n  plan.yaml:${message}`));
});

test.each([0, 1500.5, 65536])('rejects %d as the MTU of a plan', (linkMtu) => {
  expect(() => addressPlan('plan', { underlay: { allows: [], linkMtu } })).toThrow(
    new Error(`underlay.linkMtu: ${linkMtu} is no MTU of a network: it is a whole number of bytes from 1280 to 65535`));
});
