import { judgeBgpPeers } from './bgp-peers';
import { readCalico } from './calico-objects';
import { judgeDeployment } from './deployments';
import { judgeEvents } from './events';
import { settingsBeside } from './find-install';
import { HealthResult } from './health-result';
import { environmentOf, InstallDeployment, InstallShape, templateSpec } from './install-shape';
import { nameOf } from './kubernetes-fields';
import { mayRunOn } from './node-affinity';
import { judgeNodeLogs, logQuestion, podsToRead } from './node-logs';
import { judgeDaemonSet, judgeNodePods } from './node-pods';
import { judgeOperator } from './operator-status';
import { judgePools } from './pools';
import { ClusterReader, objectsOf, Reading } from './reading';
import { judgeWorkloadEndpoints } from './workload-endpoints';

/** How to look. */
export interface HealthOptions {
  /** The time that it is, in milliseconds. */
  readonly now: number;
  /** Pods of calico-node whose logs are read, those in trouble first. */
  readonly mostLogs: number;
}

const NONE: Reading = { objects: [] };
const LIVE_PODS = '--field-selector=status.phase!=Succeeded,status.phase!=Failed';

/**
 * Looks at every part of an install, with questions that only read, and gives a result for each part in a fixed order.
 *
 * Asks about ten times for lists, and once for each log.
 */
export async function examineHealth(shape: InstallShape, reader: ClusterReader, { now, mostLogs }: HealthOptions): Promise<HealthResult[]> {
  const { namespace, selector } = shape;
  const nodes = reader.list('nodes');
  const nodePods = reader.list('pods', '-n', namespace, '-l', selector);
  const daemonSet = reader.list('daemonset', shape.daemonSet, '-n', namespace);
  const pools = readCalico(reader, 'ippools');
  const operator = shape.route === 'operator' ? [reader.list('tigerastatuses.operator.tigera.io').then(judgeOperator)] : [];
  return Promise.all([
    ...operator,
    Promise.all([nodePods, nodes, daemonSet])
      .then(([pods, all, set]) => judgeNodePods(shape, pods, all, set.refusal ? undefined : set.objects[0], now)),
    daemonSet.then((set) => judgeDaemonSet(shape, set)),
    nodePods.then((pods) => judgeLogs(shape, pods, reader, now, mostLogs)),
    judgeAllEvents(shape, reader, now),
    deployment(reader, 'typha', 'Typha', shape.typha, 'not used: every node asks the API server itself'),
    deployment(reader, 'kube-controllers', 'kube-controllers', shape.kubeControllers, 'not used'),
    deployment(reader, 'api-server', 'Calico API server', shape.apiServer, 'not used: the API comes from CustomResourceDefinitions or calicoctl'),
    judgeBgp(shape, reader, daemonSet, nodes, now),
    Promise.all([pools, nodes]).then(([reading, all]) => judgePools(shape, reading, all)),
    judgeEndpoints(reader, pools.then(({ reading }) => reading), now),
  ]);
}

async function deployment(reader: ClusterReader, id: string, title: string, wanted: InstallDeployment, ifAbsent: string): Promise<HealthResult> {
  const { name, namespace } = wanted;
  return judgeDeployment({ id, title }, wanted, await reader.list('deployment', name, '-n', namespace), ifAbsent);
}

async function judgeLogs(shape: InstallShape, pods: Reading, reader: ClusterReader, now: number, most: number): Promise<HealthResult> {
  const all = pods.refusal ? [] : pods.objects;
  const logs = await Promise.all(podsToRead(all, most).map(async (pod) => ({ pod, answer: await reader.ask(logQuestion(pod, shape.namespace)) })));
  return judgeNodeLogs(shape, logs, all.length, now);
}

async function judgeAllEvents(shape: InstallShape, reader: ClusterReader, now: number): Promise<HealthResult> {
  const [own, sandboxes] = await Promise.all([
    reader.list('events', '-n', shape.namespace, '--field-selector=type=Warning'),
    reader.list('events', '-A', '--field-selector=reason=FailedCreatePodSandBox'),
  ]);
  return judgeEvents(shape, own, sandboxes, now);
}

async function judgeBgp(
  shape: InstallShape, reader: ClusterReader, daemonSets: Promise<Reading>, nodes: Promise<Reading>, now: number,
): Promise<HealthResult> {
  const [daemonSetReading, nodeReading] = await Promise.all([daemonSets, nodes]);
  const [daemonSet] = daemonSetReading.refusal ? [] : daemonSetReading.objects;
  const running = daemonSet && environmentOf(daemonSet, await settingsBeside(daemonSet, reader)).get('CALICO_NETWORKING_BACKEND');
  const statuses = await readCalico(reader, 'caliconodestatuses');
  const expected = nodeReading.refusal ? [] : nodeReading.objects.filter((node) => mayRunOn(daemonSet ? templateSpec(daemonSet) : {}, node));
  return judgeBgpPeers(shape, running ?? shape.backend, statuses, expected.map(nameOf), now);
}

async function judgeEndpoints(reader: ClusterReader, pools: Promise<Reading>, now: number): Promise<HealthResult> {
  const [pods, known, told] = await Promise.all([
    reader.list('pods', '-A', LIVE_PODS),
    pools,
    reader.ask({ tool: 'calicoctl', args: ['get', 'workloadendpoints', '-A', '-o', 'json', '--allow-version-mismatch'] }),
  ]);
  return judgeWorkloadEndpoints(pods, known.refusal ? NONE : known, told.refusal ? undefined : objectsOf(told), now);
}
