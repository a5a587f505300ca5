import { Family, Prefix, tryCidr } from '../cidr';

/** Pools can't overlap these (`validateIPPool` in libcalico-go/lib/validator/v3/validator.go), and clouds' own pod networks keep off them too. */
const LINK_LOCAL: Readonly<Record<Family, Prefix>> = { 4: tryCidr('169.254.0.0/16')!, 6: tryCidr('fe80::/10')! };

/** Whether a pod of which no address is known may have one of a block. */
export function mayHoldPods(block: Prefix): boolean {
  return !LINK_LOCAL[block.family].contains(block);
}
