import { HealthResult, resultOf, Sign, unread } from './health-result';
import { InstallShape, templateSpec } from './install-shape';
import { counted, isReady, nameOf, numberAt, specOf, statusOf, textAt } from './kubernetes-fields';
import { mayRunOn } from './node-affinity';
import { restartsOf, trouble } from './pod-state';
import { Reading } from './reading';
import { JsonObject } from '../core/manifests';

const NODE_PODS = { id: 'node-pods', title: 'node pods' };
const DAEMON_SET = { id: 'daemon-set', title: 'DaemonSet rollout' };
const MANY_RESTARTS = 5;

/** Pods of calico-node by the node that they run on. */
export function podsByNode(pods: readonly JsonObject[]): ReadonlyMap<string, readonly JsonObject[]> {
  const byNode = new Map<string, JsonObject[]>();
  for (const pod of pods) {
    const node = textAt(specOf(pod), 'nodeName') ?? '';
    byNode.set(node, [...byNode.get(node) ?? [], pod]);
  }
  return byNode;
}

/** One pod of calico-node on each node that is to have one, and ready. */
export function judgeNodePods(shape: InstallShape, pods: Reading, nodes: Reading, daemonSet: JsonObject | undefined, now: number): HealthResult {
  const next = `kubectl describe pod -n ${shape.namespace} -l ${shape.selector}`;
  if (pods.refusal) {
    return unread(NODE_PODS, pods.refusal, `kubectl get pods -n ${shape.namespace} -l ${shape.selector} -o wide`);
  }
  const signs: Sign[] = pods.objects.flatMap((pod): Sign[] => {
    const why = trouble(pod, now);
    const where = `${textAt(specOf(pod), 'nodeName') ?? 'no node'}: ${nameOf(pod)}`;
    const restarts = restartsOf(pod);
    if (why !== undefined) {
      return [{ status: 'failure', text: `${where} ${why}` }];
    }
    return restarts < MANY_RESTARTS ? [] : [{ status: 'warning', text: `${where} is ready after ${restarts} restarts` }];
  });
  if (nodes.refusal) {
    // Without nodes a missing pod can't be seen; the DaemonSet's own count is the next check.
    return { ...resultOf(NODE_PODS, signs, next), ...(signs.length === 0 && { ...unread(NODE_PODS, nodes.refusal, 'kubectl get nodes') }) };
  }
  const byNode = podsByNode(pods.objects);
  const expected = nodes.objects.filter((node) => mayRunOn(daemonSet ? templateSpec(daemonSet) : LINUX, node));
  for (const node of expected) {
    const count = byNode.get(nameOf(node))?.length ?? 0;
    if (count !== 1) {
      const text = count === 0 ? `${nameOf(node)} has no ${shape.daemonSet} pod` : `${nameOf(node)} has ${count} ${shape.daemonSet} pods`;
      signs.push({ status: count === 0 ? 'failure' : 'warning', text });
    }
  }
  if (expected.length === 0) {
    signs.push({ status: 'warning', text: `the cluster has no node that ${shape.daemonSet} is meant for` });
  }
  const ready = pods.objects.filter(isReady).length;
  const fine: Sign = { status: 'ok', text: `${ready} of ${expected.length} nodes have a ready ${shape.daemonSet} pod` };
  return resultOf(NODE_PODS, [...signs, ...(signs.length === 0 ? [fine] : [])], next);
}

const LINUX: JsonObject = { nodeSelector: { 'kubernetes.io/os': 'linux' } };

/** Whether the DaemonSet runs everywhere, in its latest version. */
export function judgeDaemonSet(shape: InstallShape, reading: Reading): HealthResult {
  const next = `kubectl rollout status -n ${shape.namespace} daemonset/${shape.daemonSet} --timeout=60s`;
  if (reading.refusal) {
    return reading.refusal.reason === 'not-found'
      ? { ...DAEMON_SET, status: 'failure', evidence: [`there is no DaemonSet ${shape.daemonSet} in ${shape.namespace}`], next: 'apply the install' }
      : unread(DAEMON_SET, reading.refusal, next);
  }
  const [daemonSet] = reading.objects;
  const status = statusOf(daemonSet);
  const desired = numberAt(status, 'desiredNumberScheduled') ?? 0;
  const behind = (field: string, words: string): Sign[] => {
    const count = numberAt(status, field) ?? 0;
    return count < desired ? [{ status: 'failure', text: `${count} of ${desired} pods are ${words}` }] : [];
  };
  const generation = numberAt((daemonSet.metadata ?? {}) as JsonObject, 'generation');
  const observed = numberAt(status, 'observedGeneration');
  const misscheduled = numberAt(status, 'numberMisscheduled') ?? 0;
  const lagging: Sign[] = numberAt(status, 'updatedNumberScheduled') !== undefined || desired > 0
    ? behind('updatedNumberScheduled', 'of the latest version').map((sign) => ({ ...sign, status: 'warning' }))
    : [];
  const signs: Sign[] = [
    ...(observed === undefined || (generation !== undefined && observed < generation)
      ? [{ status: 'warning' as const, text: 'the DaemonSet controller hasn\'t seen the latest version yet' }] : []),
    ...behind('currentNumberScheduled', 'scheduled'),
    ...behind('numberReady', 'ready'),
    ...lagging,
    ...(misscheduled > 0 ? [{ status: 'warning' as const, text: `${counted(misscheduled, 'pod')} on nodes that are to have none` }] : []),
  ];
  const fine: Sign = { status: 'ok', text: `${desired} of ${desired} pods ready and of the latest version` };
  return resultOf(DAEMON_SET, signs.length === 0 ? [fine] : signs, next);
}
