import { tryCidr } from '../../../src/core/cidr';
import { everywhere, NetSet } from '../../../src/core/policy';
import { mayHoldPods } from '../../../src/core/policy/pod-addresses';

test.each([
  ['169.254.169.254/32', false], ['169.254.0.0/16', false], ['169.254.0.0/15', true], ['fe80::1/128', false], ['fe80::/10', false], ['fd00:ec2::254/128', true], ['10.0.0.0/8', true],
])('whether a pod of an unknown address may have one of %s: %s', (block, expected) => {
  expect(mayHoldPods(tryCidr(block)!)).toBe(expected);
});

test('an unknown address is in no set of link-local addresses, and may be in any other', () => {
  const holds = (...blocks: string[]) => NetSet.of(blocks.map((block) => tryCidr(block)!)).holds(everywhere(4));
  expect(holds('169.254.169.254/32')).toBe(holds());
  expect(holds('169.254.169.254/32', '10.0.0.0/8')).toBe(holds('10.0.0.0/8'));
  expect(holds('10.0.0.0/8')).not.toBe(holds());
});
