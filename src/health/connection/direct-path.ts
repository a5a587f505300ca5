import { Connection, ResolvedEnd } from './connection';
import { addressOf, targetPort } from './resolve-end';
import { JsonObject } from '../../core/manifests';
import { NETSHOOT_IMAGE } from '../../values/netshoot-image';
import { Question, printQuestion } from '../ask';
import { isReady, labelsOf, nameOf, namespaceOf, objectAt, specOf, textAt } from '../kubernetes-fields';
import { ReportLine } from '../print-health';

const TITLE = 'direct path';
const WAIT_SECONDS = 5;
/** A pod of a test ends by itself, also where nobody is left to delete it. */
const DEADLINE_SECONDS = 120;

/** The test that shows whether packets arrive: what to run, and from where to where. */
export interface PathTest {
  readonly source: JsonObject;
  readonly address: string;
  readonly port: number;
  /** What runs in the pod. */
  readonly command: readonly string[];
}

/** The test between the first source and the first target that is ready; undefined where there is none with an address. */
export function pathTest({ port, protocol }: Connection, from: ResolvedEnd, to: ResolvedEnd): PathTest | undefined {
  const source = from.pods.find(isReady) ?? from.pods[0];
  const target = to.pods.find(isReady) ?? to.pods.find((pod) => addressOf(pod) !== undefined);
  const address = target && addressOf(target);
  if (source === undefined || target === undefined || address === undefined) {
    return undefined;
  }
  const at = targetPort(to, target, port, protocol);
  return { source, address, port: at, command: commandOf(address, at, protocol) };
}

function commandOf(address: string, port: number, protocol: string): string[] {
  const end = [address, String(port)];
  switch (protocol) {
    case 'UDP': return ['nc', '-zvu', '-w', String(WAIT_SECONDS), ...end];
    case 'SCTP': return ['ncat', '--sctp', '-zv', '-w', String(WAIT_SECONDS), ...end];
    default: return ['nc', '-zv', '-w', String(WAIT_SECONDS), ...end];
  }
}

/** Fourth: the test as a command to run. */
export function printPathTest(test: PathTest | undefined, connection: Connection, context: string | undefined): ReportLine {
  if (test === undefined) {
    return { title: TITLE, evidence: ['no test: one of the ends has no pod with an address'] };
  }
  const question: Question = {
    tool: 'kubectl',
    args: [
      ...(context === undefined ? [] : [`--context=${context}`]),
      'run', 'netshoot', '-n', namespaceOf(test.source) ?? 'default', '--rm', '-it', '--restart=Never', `--image=${NETSHOOT_IMAGE}`, '--', ...test.command,
    ],
  };
  return {
    title: TITLE,
    // It isn't asked, only shown.
    evidence: [printQuestion(question), ...(connection.protocol === 'UDP' ? ['UDP: silence is no proof that a packet arrived'] : [])],
    next: `that pod has none of the labels of ${nameOf(test.source)}, by which policies know it: --run starts a pod on the same node that has them, and removes it`,
  };
}

/** Labels by which a ReplicaSet would take the pod for its own, and others that name one pod. */
const OWN_LABELS = /^(?:pod-template-hash|controller-revision-hash|pod-template-generation|statefulset\.kubernetes\.io\/|apps\.kubernetes\.io\/|controller-uid$|batch\.kubernetes\.io\/|job-name$)/;

/**
 * The pod of the test: for policies the same as the source (namespace, labels, service account, node). It never becomes ready, as nobody opens its
 * gate, so that no Service sends it traffic; and the source controls it, so that no DaemonSet or ReplicaSet adopts it, and it goes with the source.
 */
export function pathTestPod({ source, command }: PathTest, name: string): JsonObject {
  const metadata = objectAt(source, 'metadata');
  const spec = specOf(source);
  const uid = textAt(metadata, 'uid');
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace: namespaceOf(source) ?? 'default',
      labels: Object.fromEntries([...labelsOf(source)].filter(([key]) => !OWN_LABELS.test(key))),
      annotations: { 'sidecar.istio.io/inject': 'false' },
      ...(uid !== undefined && { ownerReferences: [{ apiVersion: 'v1', kind: 'Pod', name: nameOf(source), uid, controller: true, blockOwnerDeletion: false }] }),
    },
    spec: {
      restartPolicy: 'Never',
      activeDeadlineSeconds: DEADLINE_SECONDS,
      terminationGracePeriodSeconds: 0,
      readinessGates: [{ conditionType: 'cdk8s-calico/never-ready' }],
      serviceAccountName: textAt(spec, 'serviceAccountName') ?? 'default',
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      ...(textAt(spec, 'nodeName') !== undefined && { nodeName: spec.nodeName, tolerations: [{ operator: 'Exists' }] }),
      ...(spec.hostNetwork === true && { hostNetwork: true }),
      securityContext: { runAsNonRoot: true, runAsUser: 65534, seccompProfile: { type: 'RuntimeDefault' } },
      containers: [{
        name: 'netshoot',
        image: NETSHOOT_IMAGE,
        command: [...command],
        resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { cpu: '200m', memory: '128Mi' } },
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
      }],
    },
  };
}

/** What came of the test. */
export interface PathTestOutcome {
  /** Exit status of the test. @default - it didn't come to run */
  readonly exitStatus?: number;
  /** What it printed, or why it didn't run. */
  readonly output: string;
}

/** Fourth: the test as it was run. */
export function judgePathTest({ address, port }: PathTest, { exitStatus, output }: PathTestOutcome): ReportLine {
  const said = output.split('\n').map((line) => line.trim()).filter((line) => line !== '').slice(-3);
  if (exitStatus === undefined) {
    return { title: TITLE, status: 'unknown', evidence: ['the test didn\'t run', ...said] };
  }
  return exitStatus === 0
    ? { title: TITLE, status: 'ok', evidence: [`${address}:${port} answers`, ...said] }
    : { title: TITLE, status: 'failure', evidence: [`${address}:${port} doesn't answer`, ...said] };
}
