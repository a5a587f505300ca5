import { Connection, ResolvedEnd } from './connection';
import { PolicyObjects } from './policy-objects';
import { addressOf, targetPort } from './resolve-end';
import { JsonObject } from '../../core/manifests';
import { ClusterModel } from '../../model/cluster-model';
import { Verdict } from '../../model/verdict';
import { FlowEnd } from '../../values/flow-end';
import { labelsOf, nameOf, namespaceOf, specOf } from '../kubernetes-fields';
import { ReportLine } from '../print-health';

const TITLE = 'policies';
/** Pods of each end that are looked at: those of one workload seldom differ. */
const MOST_SOURCES = 5;
const MOST_TARGETS = 10;

/** The verdict over the pods of a connection. */
export interface PolicyStep {
  readonly line: ReportLine;
  /** The walk of the first pair that is denied, or else of the first pair. */
  readonly walk?: string;
}

interface Pair {
  readonly names: string;
  readonly verdict: Verdict;
}

/** Third: what do the policies that select either end say? Decided by the model that checks and expectations use. */
export function judgePolicies(connection: Connection, from: ResolvedEnd, to: ResolvedEnd, { objects, missing }: PolicyObjects): PolicyStep {
  let model: ClusterModel;
  const pairs: Pair[] = [];
  const problems: string[] = [];
  try {
    model = ClusterModel.ofManifests([...objects]);
  } catch (error) {
    return { line: { title: TITLE, status: 'unknown', evidence: [(error as Error).message] } };
  }
  for (const source of from.pods.slice(0, MOST_SOURCES)) {
    for (const target of to.pods.slice(0, MOST_TARGETS)) {
      try {
        const destinationPort = targetPort(to, target, connection.port, connection.protocol);
        const flow = { source: endOf(source), destination: endOf(target), protocol: connection.protocol, destinationPort };
        pairs.push({ names: `${nameOf(source)} -> ${nameOf(target)}:${destinationPort}`, verdict: model.verdict(flow) });
      } catch (error) {
        problems.push((error as Error).message.replace(/^ClusterModel\.verdict: /, ''));
      }
    }
  }
  const denied = pairs.filter(({ verdict }) => !verdict.allowed);
  const open = pairs.filter(({ verdict }) => !verdict.certain);
  const [shown] = [...denied, ...open, ...pairs];
  const uncertain = missing.length + open.length + problems.length > 0 || pairs.length === 0;
  const dropped = model.notes.filter(({ kind }) => kind === 'unread').map(({ object, what }) => `${object?.kind ?? 'object'} ${object?.name ?? ''}: ${what}`);
  return {
    line: {
      title: TITLE,
      status: denied.length > 0 ? 'failure' : uncertain ? 'unknown' : dropped.length > 0 ? 'warning' : 'ok',
      evidence: [
        ...verdictTexts(pairs, denied, uncertain),
        ...labelTexts(from, to),
        ...problems.slice(0, 2),
        ...missing.map((text) => `not read: ${text}`),
        ...dropped.slice(0, 3).map((text) => `Calico doesn't take ${text}`),
      ],
      ...(denied.length > 0 && { next: nextOf(denied[0]) }),
    },
    ...(shown && { walk: shown.verdict.toText() }),
  };
}

/** A pod on the network of its node is no endpoint: its packets are the node's. */
function endOf(pod: JsonObject): FlowEnd {
  const address = addressOf(pod);
  return specOf(pod).hostNetwork === true && address !== undefined
    ? FlowEnd.address(address) : FlowEnd.pod(namespaceOf(pod) ?? 'default', nameOf(pod));
}

function verdictTexts(pairs: readonly Pair[], denied: readonly Pair[], uncertain: boolean): string[] {
  const asFar = uncertain ? ', as far as is known' : '';
  if (denied.length > 0) {
    const [{ names, verdict }] = denied;
    return [`${denied.length === pairs.length ? 'denied' : `denied for ${denied.length} of ${pairs.length} pairs of pods`}${asFar}; ${names}: ${verdict.by}; walk below`];
  }
  return pairs.length === 0 ? [] : [`allowed${asFar}: ${pairs[0].verdict.by}; walk below`];
}

function labelTexts(from: ResolvedEnd, to: ResolvedEnd): string[] {
  return [['from', from.pods[0]] as const, ['to', to.pods[0]] as const]
    .map(([word, pod]) => `${word} ${nameOf(pod)}: ${[...labelsOf(pod)].map(([key, value]) => `${key}=${value}`).join(',') || 'no labels'}`);
}

function nextOf({ verdict }: Pair): string {
  const policies = verdict.trace.flatMap(({ tiers }) => tiers).flatMap((tier) => tier.policies);
  return policies.some(({ kind }) => kind === 'GlobalNetworkPolicy')
    ? 'a GlobalNetworkPolicy acts across namespaces: change it, or the tier that decides; compare its Calico selector (app == "web") with the labels above'
    : 'change the policy that decides, or the labels that it selects by; Kubernetes labels (app: web) and Calico selectors (app == "web") are written differently';
}
