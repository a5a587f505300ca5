import { printEnd, ResolvedEnd } from './connection';
import { addressOf } from './resolve-end';
import { JsonObject } from '../../core/manifests';
import { resultOf, Sign } from '../health-result';
import { counted, isReady, nameOf, podAddresses, specOf } from '../kubernetes-fields';
import { trouble } from '../pod-state';
import { ReportLine } from '../print-health';

/** First: have the target's pods an address, and are they ready? And is there a source at all? */
export function judgeEnds(from: ResolvedEnd, to: ResolvedEnd, now: number): ReportLine {
  const title = `${to.name} pods`;
  const signs: Sign[] = [
    ...(to.pods.length === 0 ? [{ status: 'failure' as const, text: `nothing in namespace ${to.namespace} is called ${to.name}: no pod, workload, Service or label app` }] : []),
    ...(from.pods.length === 0 ? [{ status: 'failure' as const, text: `nothing in namespace ${from.namespace} is called ${from.name}: no pod, workload, Service or label app` }] : []),
    ...to.pods.flatMap((pod) => signsOf(pod, to.pods.some(isReady), now)),
    ...from.pods.filter((pod) => addressOf(pod) === undefined).map((pod): Sign => ({ status: 'failure', text: `source ${nameOf(pod)} has no address` })),
  ];
  const ready = to.pods.filter(isReady);
  const addresses = to.pods.flatMap((pod) => podAddresses(pod)[0] ?? []);
  const fine: Sign = { status: 'ok', text: `${ready.length} of ${to.pods.length} ready: ${addresses.join(', ')}${to.as === 'pod' || to.as === undefined ? '' : ` (by ${to.as} ${to.name})`}` };
  const onHost = [...from.pods, ...to.pods].filter((pod) => specOf(pod).hostNetwork === true);
  const notes = onHost.length === 0 ? [] : [`${counted(onHost.length, 'pod')} on the network of their node: policies see the node's address`];
  const { status, evidence } = resultOf({ id: 'ends', title }, signs.length > 0 ? signs : [fine]);
  return {
    title,
    status,
    evidence: [...evidence, ...notes],
    ...(signs.length > 0 && { next: `kubectl get pod -n ${to.namespace} -o wide` }),
  };
}

/** A pod that isn't ready is no failure of the connection where another one is. */
function signsOf(pod: JsonObject, oneIsReady: boolean, now: number): Sign[] {
  const why = addressOf(pod) === undefined ? 'has no address' : trouble(pod, now);
  return why === undefined ? [] : [{ status: oneIsReady ? 'warning' : 'failure', text: `${nameOf(pod)} ${why}` }];
}

/** What is to be said of a step that nothing can be asked for. */
export function skipped(title: string, end: ResolvedEnd): ReportLine {
  return { title, evidence: [`not looked at: ${printEnd(end)} has no pods`] };
}
