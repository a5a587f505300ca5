import { Prefix } from '../cidr';

/** Tells addresses apart in a Map: a number for IPv4, text for IPv6. */
export function addressKey(address: Prefix): number | string {
  return address.family === 4 ? address.w0 : `${address.w0}:${address.w1}:${address.w2}:${address.w3}`;
}

/** The address that a key is of. */
export function addressOfKey(key: number | string): Prefix {
  if (typeof key === 'number') {
    return Prefix.of(4, key, 0, 0, 0, 32);
  }
  const [w0, w1, w2, w3] = key.split(':').map(Number);
  return Prefix.of(6, w0, w1, w2, w3, 128);
}
