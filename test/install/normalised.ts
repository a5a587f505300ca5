import { isObject, JsonObject } from '../../src/core/manifests';

/** `Kind/namespace/name`, or without the namespace. */
export function keyOf(object: any): string {
  return [object.kind, object.metadata.namespace, object.metadata.name].filter((part) => part !== undefined).join('/');
}

/**
 * The meaning of an object in one form: lists whose order says nothing are sorted by name, rules of roles are taken apart, fields that say
 * the default are left out, and the configuration of the CNI plugin is read as JSON.
 */
export function normalised(object: any): unknown {
  return normalise(object, []);
}

/** Lists of named things. */
const NAMED_LISTS = new Set(['env', 'volumes', 'volumeMounts']);
/** Fields that a manifest may leave out without meaning something else. */
const DEFAULTS: Readonly<Record<string, unknown>> = { readOnly: false, caBundle: '', serviceAccount: 'calico-apiserver' };

function normalise(value: any, path: readonly string[]): any {
  const field = path.at(-1) ?? '';
  if (Array.isArray(value)) {
    const items = field === 'rules' && path.length === 1 && value.some((rule) => rule.verbs) ? flatRules(value) : value.map((item) => normalise(item, [...path, '0']));
    return NAMED_LISTS.has(field) ? [...items].sort((a, b) => compare(sortKey(a), sortKey(b))) : items;
  }
  if (field === 'cni_network_config' || field === 'net-conf.json') {
    return JSON.parse(value.replace('__CNI_MTU__', '"__CNI_MTU__"'));
  }
  if (!isObject(value)) {
    return value;
  }
  const entries = Object.entries(value as JsonObject)
    .filter(([name, part]) => part !== undefined && part !== null && DEFAULTS[name] !== part && !isEmpty(part))
    .map(([name, part]) => [name, normalise(part, [...path, name])] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => compare(a, b)));
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;
}

/** `group/resource[name] verb`, each once; what holds for all names isn't said for single ones. */
function flatRules(rules: readonly any[]): string[] {
  const flat = new Set<string>(rules.flatMap(({ apiGroups, resources, resourceNames = ['*'], verbs }) => apiGroups.flatMap((group: string) =>
    resources.flatMap((resource: string) => resourceNames.flatMap((name: string) => verbs.map((verb: string) => `${group}/${resource}[${name}] ${verb}`))))));
  return [...flat].filter((rule) => rule.includes('[*]') || !flat.has(rule.replace(/\[.*\]/, '[*]'))).sort(compare);
}

function sortKey(item: any): string {
  return item.mountPath ?? item.name;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
