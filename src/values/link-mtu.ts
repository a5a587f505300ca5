/** IPv6 asks for 1280 bytes (RFC 8200, section 5); Linux counts to 65535. */
const LEAST = 1280;
const MOST = 65535;

/** What is wrong with a number as the MTU of a network; undefined where nothing is. */
export function linkMtuFault(value: unknown): string | undefined {
  const fits = typeof value === 'number' && Number.isInteger(value) && value >= LEAST && value <= MOST;
  return fits ? undefined : `${JSON.stringify(value)} is no MTU of a network: it is a whole number of bytes from ${LEAST} to ${MOST}`;
}
