import { findFreeRoom, KNOWN_NEIGHBOURS, Prefix, tryCidr } from '../../../src/core/cidr';

const parsed = (...texts: string[]): Prefix[] => texts.map((text) => tryCidr(text)!);
const docker = KNOWN_NEIGHBOURS[0];

test('room is named in one private range, without the range of Docker, which is said', () => {
  expect(findFreeRoom(4, 16, parsed('10.0.0.0/12', '172.27.0.0/16', '192.168.100.0/22'), 3)).toEqual({
    within: '172.16.0.0/12',
    blocks: ['172.16.0.0/16', '172.18.0.0/16', '172.19.0.0/16'],
    leftOut: [docker],
  });
});

test('a neighbour that the plan itself declares is not mentioned, nor one behind the last block named', () => {
  expect(findFreeRoom(4, 16, parsed('172.16.0.0/15'), 1)).toEqual({ within: '172.16.0.0/12', blocks: ['172.18.0.0/16'], leftOut: [] });
  expect(findFreeRoom(4, 24, [], 2)).toEqual({ within: '172.16.0.0/12', blocks: ['172.16.0.0/24', '172.16.1.0/24'], leftOut: [] });
});

test('the first private range with enough room serves, else the one with the most', () => {
  expect(findFreeRoom(4, 10, [], 2)?.within).toBe('10.0.0.0/8');
  expect(findFreeRoom(4, 16, parsed('172.16.0.0/12', '10.0.0.0/9', '10.128.0.0/10', '10.192.0.0/11', '10.224.0.0/12', '10.240.0.0/13', '10.248.0.0/14', '10.252.0.0/15'), 3)).toEqual({
    within: '10.0.0.0/8',
    blocks: ['10.254.0.0/16', '10.255.0.0/16'],
    leftOut: [],
  });
  expect(findFreeRoom(4, 17, parsed('172.16.0.0/12', '10.0.0.0/8'), 3)).toEqual({
    within: '192.168.0.0/16',
    blocks: ['192.168.128.0/17'],
    leftOut: [KNOWN_NEIGHBOURS[2]],
  });
  expect(findFreeRoom(4, 16, parsed('0.0.0.0/0'), 3)).toBeUndefined();
  expect(findFreeRoom(4, 6, [], 3)).toBeUndefined();
});

test('room for IPv6 is an example in unique-local space', () => {
  expect(findFreeRoom(6, 64, parsed('fd00::/48'), 2)).toEqual({ within: 'fd00::/8', blocks: ['fd00:0:1::/64', 'fd00:0:1:1::/64'], leftOut: [] });
});
