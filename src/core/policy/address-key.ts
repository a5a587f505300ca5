import { Prefix } from '../cidr';

/** Tells addresses apart in a Map: a number for IPv4, text for IPv6. */
export function addressKey(address: Prefix): number | string {
  return address.family === 4 ? address.w0 : `${address.w0}:${address.w1}:${address.w2}:${address.w3}`;
}
