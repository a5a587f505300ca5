import { ResolvedEnd } from './connection';
import { JsonObject } from '../../core/manifests';
import { printRefusal, Question } from '../ask';
import { resultOf, Sign } from '../health-result';
import { InstallShape } from '../install-shape';
import { isReady, nameOf, specOf, textAt } from '../kubernetes-fields';
import { faultsOf, logQuestion } from '../node-logs';
import { podsByNode } from '../node-pods';
import { trouble } from '../pod-state';
import { ReportLine } from '../print-health';
import { ClusterReader } from '../reading';

const TITLE = 'calico on nodes';
const MOST_NODES = 10;
const LOG_LINES = 200;

/** Second: does Calico work on the nodes of both ends? With the logs of the target's nodes. */
export async function judgeNodes(shape: InstallShape, from: ResolvedEnd, to: ResolvedEnd, reader: ClusterReader, now: number): Promise<ReportLine> {
  const next = `kubectl get pods -n ${shape.namespace} -l ${shape.selector} -o wide`;
  const nodes = [...new Set([...to.pods, ...from.pods].flatMap((pod) => textAt(specOf(pod), 'nodeName') ?? []))];
  const targets = new Set(to.pods.map((pod) => textAt(specOf(pod), 'nodeName')));
  const [pods, all] = await Promise.all([reader.list('pods', '-n', shape.namespace, '-l', shape.selector), reader.list('nodes')]);
  if (pods.refusal) {
    return { title: TITLE, status: 'unknown', evidence: [printRefusal(pods.refusal)], next };
  }
  const byNode = podsByNode(pods.objects);
  const known = new Map((all.refusal ? [] : all.objects).map((node) => [nameOf(node), node]));
  const signs = await Promise.all(nodes.slice(0, MOST_NODES).map((node) =>
    judgeNode(node, byNode.get(node)?.[0], known.get(node), targets.has(node), shape, reader, now)));
  if (nodes.length === 0) {
    return { title: TITLE, evidence: ['not looked at: no end is on a node'] };
  }
  const more: Sign[] = nodes.length > MOST_NODES ? [{ status: 'unknown', text: `${nodes.length - MOST_NODES} more nodes weren't looked at` }] : [];
  const found = [...signs.flat(), ...more];
  const { status, evidence } = resultOf({ id: 'nodes', title: TITLE }, found.length > 0 ? found
    : [{ status: 'ok', text: `${nodes.join(', ')}: ${shape.daemonSet} ready, no errors in the logs of ${targets.size === 1 ? 'the target\'s node' : 'the targets\' nodes'}` }]);
  return { title: TITLE, status, evidence, ...(status !== 'ok' && { next }) };
}

async function judgeNode(
  node: string, pod: JsonObject | undefined, object: JsonObject | undefined, isTarget: boolean,
  shape: InstallShape, reader: ClusterReader, now: number,
): Promise<Sign[]> {
  const signs: Sign[] = object !== undefined && !isReady(object) ? [{ status: 'failure', text: `${node}: the node ${trouble(object, now) ?? 'isn\'t ready'}` }] : [];
  if (pod === undefined) {
    return [...signs, { status: 'failure', text: `${node} has no ${shape.daemonSet} pod` }];
  }
  const why = trouble(pod, now);
  if (why === undefined && !isTarget) {
    return signs;
  }
  const answer = await reader.ask(longer(logQuestion(pod, shape.namespace)));
  const last = answer.refusal ? undefined : faultsOf(answer.text).at(-1);
  const log = last === undefined ? '' : `last log error: "${last.component}: ${last.message}"`;
  if (why !== undefined) {
    return [...signs, { status: 'failure', text: `${node}: ${shape.daemonSet} ${why}${log && `; ${log}`}` }];
  }
  if (answer.refusal) {
    return [...signs, { status: 'unknown', text: `${node}: no log of ${nameOf(pod)}: ${printRefusal(answer.refusal)}` }];
  }
  return last === undefined ? signs : [...signs, { status: last.isFatal ? 'failure' : 'warning', text: `${node}: ${log}` }];
}

function longer({ tool, args }: Question): Question {
  return { tool, args: args.map((arg) => arg.startsWith('--tail=') ? `--tail=${LOG_LINES}` : arg) };
}
