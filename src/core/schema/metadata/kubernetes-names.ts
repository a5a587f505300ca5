/** What Kubernetes demands of names, labels and annotations (apimachinery, `util/validation/validation.go`). Each test is linear. */

const LABEL = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;
const QUALIFIED = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

export const LONGEST_LABEL = 63;
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

/** What is wrong with the key of a label or annotation (`IsQualifiedName`); undefined where nothing is. */
export function keyFault(key: string): string | undefined {
  const slash = key.indexOf('/');
  const name = key.slice(slash + 1);
  if (name.includes('/')) {
    return 'it has more than one "/"';
  }
  if (slash >= 0 && !isDnsSubdomain(key.slice(0, slash))) {
    return `the part before the "/" must be a DNS name of at most ${LONGEST_SUBDOMAIN} lower-case letters, digits, "-" and "."`;
  }
  if (name === '') {
    return 'the name is empty';
  }
  if (name.length > LONGEST_LABEL) {
    return `the name has ${name.length} characters, and ${LONGEST_LABEL} are allowed`;
  }
  return QUALIFIED.test(name) ? undefined : 'the name takes letters, digits, "-", "_" and ".", and starts and ends with a letter or digit';
}

/** What is wrong with the value of a label (`IsValidLabelValue`); undefined where nothing is. */
export function labelValueFault(value: string): string | undefined {
  if (value.length > LONGEST_LABEL) {
    return `it has ${value.length} characters, and ${LONGEST_LABEL} are allowed`;
  }
  return value === '' || QUALIFIED.test(value)
    ? undefined : 'it takes letters, digits, "-", "_" and ".", and starts and ends with a letter or digit';
}

/** A name that Kubernetes takes, as close to the given one as can be; undefined where nothing is left. */
export function correctedName(name: string): string | undefined {
  const corrected = name.slice(0, 500).toLowerCase().replace(/[^a-z0-9.-]+/g, '-').split('.')
    .map((label) => label.replace(/^-+/, '').replace(/-+$/, '')).filter((label) => label !== '').join('.')
    .slice(0, LONGEST_SUBDOMAIN).replace(/[-.]+$/, '');
  return corrected === '' || corrected === name ? undefined : corrected;
}
