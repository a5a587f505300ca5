import { Answer, printRefusal, Question } from './ask';
import { HealthResult, resultOf, Sign } from './health-result';
import { InstallShape, NODE_CONTAINER } from './install-shape';
import { isReady, nameOf, objectsAt, specOf, textAt } from './kubernetes-fields';
import { LogFault, patternOf, readLogLine } from './log-lines';
import { isCrashing, pendingInit, trouble } from './pod-state';
import { JsonObject } from '../core/manifests';

const NODE_LOGS = { id: 'node-logs', title: 'node logs' };
const LINES = 100;
const SINCE = '1h';
const BYTES = 1_048_576;

/** The pods whose logs are read: those in trouble first. */
export function podsToRead(pods: readonly JsonObject[], most: number): readonly JsonObject[] {
  return [...pods.filter((pod) => !isReady(pod)), ...pods.filter(isReady)].slice(0, most);
}

/** The log to read of a pod of calico-node: of what keeps it from starting, or of its last life where it keeps dying. */
export function logQuestion(pod: JsonObject, namespace: string): Question {
  const container = pendingInit(pod) ?? nodeContainer(pod);
  const previous = isCrashing(pod) ? ['--previous'] : [];
  // A crash may be older than an hour's lines of its next life.
  const since = previous.length > 0 ? [] : [`--since=${SINCE}`];
  return { tool: 'kubectl', args: ['logs', nameOf(pod), '-n', namespace, '-c', container, `--tail=${LINES}`, ...since, `--limit-bytes=${BYTES}`, ...previous] };
}

function nodeContainer(pod: JsonObject): string {
  const names = objectsAt(specOf(pod), 'containers').flatMap((container) => textAt(container, 'name') ?? []);
  return names.includes(NODE_CONTAINER) ? NODE_CONTAINER : names[0] ?? NODE_CONTAINER;
}

/** What a pod logged. */
export interface PodLog {
  readonly pod: JsonObject;
  readonly answer: Answer;
}

interface Group {
  readonly fault: LogFault;
  count: number;
  readonly pods: Set<string>;
}

/** Recent errors in the logs of calico-node, the same ones of all pods together. */
export function judgeNodeLogs(shape: InstallShape, logs: readonly PodLog[], pods: number, now: number): HealthResult {
  const groups = new Map<string, Group>();
  const silent: Sign[] = [];
  let unanswered = 0;
  for (const { pod, answer } of logs) {
    if (answer.refusal) {
      unanswered++;
      // A pod that never started has no log: its own check tells why.
      if (trouble(pod, now) === undefined) {
        silent.push({ status: 'unknown', text: `${nameOf(pod)}: ${printRefusal(answer.refusal)}` });
      }
      continue;
    }
    for (const fault of faultsOf(answer.text)) {
      const group = groups.get(patternOf(fault)) ?? { fault, count: 0, pods: new Set() };
      group.count++;
      group.pods.add(nameOf(pod));
      groups.set(patternOf(fault), group);
    }
  }
  const signs = [...groups.values()].sort((a, b) => b.count - a.count).map(signOf);
  const read = logs.length - unanswered;
  const fine: Sign = { status: 'ok', text: `no errors of Felix, CNI or BGP in the last ${LINES} lines and hour of ${read} of ${pods} pods` };
  const result = resultOf(NODE_LOGS, [...signs, ...silent, ...(read > 0 ? [fine] : [])],
    `kubectl logs -n ${shape.namespace} -l ${shape.selector} -c ${NODE_CONTAINER} --tail=${LINES} --prefix`);
  if (read > 0 || pods === 0) {
    return pods === 0 ? { ...NODE_LOGS, status: 'unknown', evidence: ['there is no pod to read a log of'] } : result;
  }
  const [first] = logs;
  if (first === undefined) {
    return { ...result, status: 'unknown', evidence: [`no log of ${pods} pods was read, as was asked for`] };
  }
  const evidence = silent.length > 0 ? silent.map(({ text }) => text) : [`${nameOf(first.pod)}: ${first.answer.refusal ? printRefusal(first.answer.refusal) : ''}`];
  return { ...result, status: 'unknown', evidence, unread: true };
}

/** The faults that a log tells of. Grows with the log. */
export function faultsOf(log: string): LogFault[] {
  return log.split('\n').flatMap((line) => readLogLine(line) ?? []);
}

function signOf({ fault, count, pods }: Group): Sign {
  const [first] = pods;
  const where = pods.size === 1 ? first : `${first} and ${pods.size - 1} more`;
  return { status: fault.isFatal ? 'failure' : 'warning', text: `${fault.component}, ${where}${count > 1 ? `, ${count} times` : ''}: ${fault.message}` };
}
