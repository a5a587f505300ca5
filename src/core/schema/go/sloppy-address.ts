/** Longer than any address can be. */
const LONGEST = 64;

/**
 * The text with the leading zeros of IPv4 octets left out: Kubernetes' own code still reads addresses as Go once did
 * (k8s.io/utils/net, `ParseCIDRSloppy`), while Calico refuses such octets.
 */
export function withoutLeadingZeros(text: string): string {
  return text.length > LONGEST || text.includes(':') ? text : text.replace(/(^|\.)0+(?=\d+(?:\.|\/))/g, '$1');
}
