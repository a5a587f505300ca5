import { JsonObject } from '../core/manifests';
import { numberAt, objectAt, objectsAt, optionalObject, textAt, textEntries } from '../core/policy/json-fields';

/* Fields of Kubernetes objects as kubectl prints them, by what they mean. */

export { numberAt, objectAt, objectsAt, optionalObject, textAt, textEntries };

export function nameOf(object: JsonObject): string {
  return textAt(objectAt(object, 'metadata'), 'name') ?? '';
}

export function namespaceOf(object: JsonObject): string | undefined {
  return textAt(objectAt(object, 'metadata'), 'namespace');
}

export function labelsOf(object: JsonObject): ReadonlyMap<string, string> {
  return new Map(Object.entries(objectAt(objectAt(object, 'metadata'), 'labels')).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

export function specOf(object: JsonObject): JsonObject {
  return objectAt(object, 'spec');
}

export function statusOf(object: JsonObject): JsonObject {
  return objectAt(object, 'status');
}

/** A condition of the status, by its type. */
export function conditionOf(object: JsonObject, type: string): JsonObject | undefined {
  return objectsAt(statusOf(object), 'conditions').find((condition) => condition.type === type);
}

/** True where the condition `Ready` is. */
export function isReady(object: JsonObject): boolean {
  return conditionOf(object, 'Ready')?.status === 'True';
}

/** True for a pod that is over, or on its way out. */
export function isLeaving(pod: JsonObject): boolean {
  return objectAt(pod, 'metadata').deletionTimestamp !== undefined || ['Succeeded', 'Failed'].includes(textAt(statusOf(pod), 'phase') ?? '');
}

/** The addresses of a pod; none before its network is set up. */
export function podAddresses(pod: JsonObject): string[] {
  const status = statusOf(pod);
  const all = objectsAt(status, 'podIPs').flatMap((entry) => textAt(entry, 'ip') ?? []);
  return all.length > 0 ? all : [textAt(status, 'podIP') ?? []].flat();
}

/** Containers of a pod or a template, the first ones too. */
export function containersOf(podSpec: JsonObject): JsonObject[] {
  return [...objectsAt(podSpec, 'initContainers'), ...objectsAt(podSpec, 'containers')];
}

/** `matchLabels` as a selector of kubectl. */
export function labelSelectorText(labels: JsonObject): string {
  return Object.entries(labels).map(([key, value]) => `${key}=${String(value)}`).join(',');
}

/** A time of the API as milliseconds; undefined where there is none. */
export function timeAt(parent: JsonObject, key: string): number | undefined {
  const time = Date.parse(textAt(parent, key) ?? '');
  return Number.isNaN(time) ? undefined : time;
}

/** Time since a moment, in words: `12 min`. */
export function ago(moment: number, now: number): string {
  const seconds = Math.max(0, Math.round((now - moment) / 1000));
  const [size, unit] = seconds < 120 ? [1, 's'] : seconds < 7200 ? [60, 'min'] : seconds < 172_800 ? [3600, 'h'] : [86_400, 'd'];
  return `${Math.floor(seconds / Number(size))} ${unit}`;
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
