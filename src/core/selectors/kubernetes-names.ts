/*
 * What Kubernetes takes as the key and the value of a label (apimachinery, util/validation: IsQualifiedName,
 * IsValidLabelValue). Narrower than what a Calico selector may name.
 */

const NAME = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const MAX_NAME = 63;
const MAX_PREFIX = 253;

/** Why Kubernetes refuses a label key; undefined for a good one. */
export function faultOfLabelKey(key: string): string | undefined {
  const slash = key.indexOf('/');
  const name = key.slice(slash + 1);
  if (name.length > MAX_NAME) {
    return `the name part has ${name.length} characters; at most ${MAX_NAME} are allowed`;
  }
  if (!NAME.test(name)) {
    return 'the name part must begin and end with a letter or digit and hold only letters, digits, -, _ and .';
  }
  const prefix = key.slice(0, slash);
  if (slash >= 0 && (prefix.length > MAX_PREFIX || !prefix.split('.').every((part) => SUBDOMAIN.test(part)))) {
    return `the part before / must be a DNS name in lower case, of at most ${MAX_PREFIX} characters`;
  }
  return undefined;
}

/** Why Kubernetes refuses a label value; undefined for a good one. */
export function faultOfLabelValue(value: string): string | undefined {
  if (value.length > MAX_NAME) {
    return `it has ${value.length} characters; at most ${MAX_NAME} are allowed`;
  }
  return value === '' || NAME.test(value) ? undefined : 'it must begin and end with a letter or digit and hold only letters, digits, -, _ and .';
}
