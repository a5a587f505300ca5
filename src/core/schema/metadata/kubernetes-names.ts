/** What Kubernetes demands of names (apimachinery, `util/validation/validation.go`). Each test is linear. */

const LABEL = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;

const LONGEST_LABEL = 63;
export const LONGEST_SUBDOMAIN = 253;

/** True for a DNS label of RFC 1123: what namespaces and tiers are named by. */
export function isDnsLabel(text: string): boolean {
  return text.length <= LONGEST_LABEL && LABEL.test(text);
}

/** True for a DNS subdomain of RFC 1123, of any length: labels of any length, joined by dots. */
export function isSubdomainForm(text: string): boolean {
  return SUBDOMAIN.test(text);
}

/** True for a DNS subdomain of RFC 1123: what objects are named by. */
export function isDnsSubdomain(text: string): boolean {
  return text.length <= LONGEST_SUBDOMAIN && SUBDOMAIN.test(text);
}

/** A name that Kubernetes takes, as close to the given one as can be; undefined where nothing is left. */
export function correctedName(name: string): string | undefined {
  const corrected = name.slice(0, 500).toLowerCase().replace(/[^a-z0-9.-]+/g, '-').split('.')
    .map((label) => label.replace(/^-+/, '').replace(/-+$/, '')).filter((label) => label !== '').join('.')
    .slice(0, LONGEST_SUBDOMAIN).replace(/[-.]+$/, '');
  return corrected === '' || corrected === name ? undefined : corrected;
}
