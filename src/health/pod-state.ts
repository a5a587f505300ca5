import { ago, conditionOf, isReady, numberAt, objectAt, objectsAt, statusOf, textAt, timeAt } from './kubernetes-fields';
import { JsonObject } from '../core/manifests';

/** Why a pod isn't ready, as a clause; undefined where it is. */
export function trouble(pod: JsonObject, now: number): string | undefined {
  if (objectAt(pod, 'metadata').deletionTimestamp !== undefined) {
    return 'is being deleted';
  }
  if (isReady(pod)) {
    return undefined;
  }
  const since = timeAt(conditionOf(pod, 'Ready') ?? {}, 'lastTransitionTime');
  const forTime = since === undefined ? '' : ` for ${ago(since, now)}`;
  const reason = containerTrouble(pod) ?? podTrouble(pod);
  return `not ready${forTime}${reason === undefined ? '' : `: ${reason}`}`;
}

/** True where a container of the pod ended and is started again, over and over. */
export function isCrashing(pod: JsonObject): boolean {
  return containerStatuses(pod).some((status) => waitingReason(status) === 'CrashLoopBackOff');
}

/** How often containers of the pod were started anew. */
export function restartsOf(pod: JsonObject): number {
  return containerStatuses(pod).reduce((sum, status) => sum + (numberAt(status, 'restartCount') ?? 0), 0);
}

/** The first container that has yet to end before the others start, if any. */
export function pendingInit(pod: JsonObject): string | undefined {
  const status = objectsAt(statusOf(pod), 'initContainerStatuses')
    .find((one) => one.ready !== true && objectAt(objectAt(one, 'state'), 'terminated').exitCode !== 0);
  return status && textAt(status, 'name');
}

function containerStatuses(pod: JsonObject): JsonObject[] {
  return [...objectsAt(statusOf(pod), 'initContainerStatuses'), ...objectsAt(statusOf(pod), 'containerStatuses')];
}

function waitingReason(status: JsonObject): string | undefined {
  return textAt(objectAt(objectAt(status, 'state'), 'waiting'), 'reason');
}

function containerTrouble(pod: JsonObject): string | undefined {
  for (const status of containerStatuses(pod)) {
    const name = textAt(status, 'name');
    const waiting = objectAt(objectAt(status, 'state'), 'waiting');
    const reason = textAt(waiting, 'reason');
    if (reason !== undefined && reason !== 'PodInitializing') {
      const restarts = numberAt(status, 'restartCount') ?? 0;
      return `container ${name} waits, ${reason}${restarts > 0 ? `, ${restarts} restarts` : ''}${clause(waiting.message)}`;
    }
    const terminated = objectAt(objectAt(status, 'state'), 'terminated');
    if (numberAt(terminated, 'exitCode')) {
      return `container ${name} ended with exit status ${numberAt(terminated, 'exitCode')}${clause(terminated.message)}`;
    }
  }
  return undefined;
}

function podTrouble(pod: JsonObject): string | undefined {
  const scheduled = conditionOf(pod, 'PodScheduled');
  if (scheduled?.status === 'False') {
    return `not scheduled${clause(scheduled.message)}`;
  }
  const ready = conditionOf(pod, 'Ready');
  return ready && textAt(ready, 'message');
}

function clause(message: unknown): string {
  return typeof message === 'string' && message !== '' ? `, ${message}` : '';
}
