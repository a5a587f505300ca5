import { HealthResult, resultOf, Sign, unread } from './health-result';
import { InstallShape } from './install-shape';
import { ago, namespaceOf, nameOf, numberAt, objectAt, textAt, timeAt } from './kubernetes-fields';
import { Reading } from './reading';
import { JsonObject } from '../core/manifests';

const EVENTS = { id: 'events', title: 'events' };
const RECENT_MS = 3_600_000;

/** What an event of kubelet or a controller points at, as the seed of an on-call page sorts them: image, mount or permission. */
const MEANINGS: readonly (readonly [RegExp, string, HealthSeverity])[] = [
  [/BGP not established|BIRD is not ready/i, 'BGP', 'failure'],
  [/ErrImage|ImagePull|Failed to pull image|InvalidImageName/, 'image', 'failure'],
  [/FailedMount|FailedAttachVolume|MountVolume/, 'mount', 'failure'],
  [/forbidden|PodSecurity|unable to validate against any|Unauthorized/i, 'permission', 'failure'],
  [/FailedCreatePodSandBox|failed to setup network|plugin type="calico/i, 'CNI', 'failure'],
  [/FailedScheduling/, 'scheduling', 'warning'],
  [/Unhealthy|probe failed/i, 'probe', 'warning'],
  [/BackOff|CrashLoop/, 'restarts', 'warning'],
];

type HealthSeverity = 'failure' | 'warning';

/** The time that an event was last seen, whatever API wrote it. */
export function lastSeen(event: JsonObject): number | undefined {
  return timeAt(objectAt(event, 'series'), 'lastObservedTime') ?? timeAt(event, 'lastTimestamp') ?? timeAt(event, 'eventTime')
    ?? timeAt(objectAt(event, 'metadata'), 'creationTimestamp');
}

/**
 * Warnings of the last hour about the objects of the install, and about pods that got no network.
 *
 * @param own warnings in the namespace of the install
 * @param sandboxes events of pods of all namespaces whose network couldn't be set up
 */
export function judgeEvents(shape: InstallShape, own: Reading, sandboxes: Reading, now: number): HealthResult {
  const next = `kubectl get events -n ${shape.namespace} --field-selector type=Warning --sort-by=.lastTimestamp`;
  if (own.refusal) {
    return unread(EVENTS, own.refusal, next);
  }
  const isRecent = (event: JsonObject) => now - (lastSeen(event) ?? now) <= RECENT_MS;
  const events = [...own.objects.filter((event) => isOfInstall(event, shape)), ...(sandboxes.refusal ? [] : sandboxes.objects).filter(isNetwork)];
  const unique = new Map(events.map((event) => [`${namespaceOf(event)}/${nameOf(event)}`, event]));
  const signs = [...unique.values()].filter(isRecent).sort((a, b) => (lastSeen(b) ?? 0) - (lastSeen(a) ?? 0)).map((event) => signOf(event, now));
  const blind: Sign[] = sandboxes.refusal ? [{ status: 'unknown', text: 'events of other namespaces can\'t be read: pods that get no network aren\'t seen' }] : [];
  const fine: Sign = { status: 'ok', text: 'no warnings about the install in the last hour' };
  return resultOf(EVENTS, [...signs, ...blind, ...(signs.length + blind.length === 0 ? [fine] : [])], next);
}

/** kube-system holds much that isn't Calico's. */
function isOfInstall(event: JsonObject, { daemonSet, typha, kubeControllers, apiServer }: InstallShape): boolean {
  const name = textAt(objectAt(event, 'involvedObject'), 'name') ?? '';
  return [daemonSet, typha.name, kubeControllers.name, apiServer.name].some((own) => name === own || name.startsWith(`${own}-`));
}

/** Sandboxes fail for many reasons: those of the runtime are none of Calico's. */
function isNetwork(event: JsonObject): boolean {
  return /network|cni|calico/i.test(textAt(event, 'message') ?? '');
}

function signOf(event: JsonObject, now: number): Sign {
  const reason = textAt(event, 'reason') ?? '';
  const message = textAt(event, 'message') ?? '';
  const [, meaning, status] = MEANINGS.find(([pattern]) => pattern.test(`${reason} ${message}`)) ?? [undefined, 'warning', 'warning' as const];
  const { kind, name } = objectAt(event, 'involvedObject');
  const seen = lastSeen(event);
  const count = numberAt(event, 'count') ?? 1;
  const when = seen === undefined ? '' : `, ${ago(seen, now)} ago`;
  return { status, text: `${meaning}, ${String(kind)} ${namespaceOf(event)}/${String(name)}${count > 1 ? `, ${count} times` : ''}${when}: ${reason} ${message}` };
}
