import { Witness } from './outcome';
import { Decider, Endpoint, endpointTitle, explain, NEW, PolicyModel, TraceStation } from '../../../policy';
import { PLACES } from '../../../policy/connectivity';
import { connectionTexts } from '../../../policy/connectivity/print-connections';

/** `Deployment app/web reaches Pod app/api-0 on TCP 8080`, or what else it does. */
export function flowText({ source, destination, span }: Witness, verb: string): string {
  const protocol = Math.floor(span.first / PLACES);
  const last = Math.min(span.last, (protocol + 1) * PLACES - 1);
  const [traffic] = connectionTexts([{ protocol, first: span.first % PLACES, last: last % PLACES }]);
  return `${source.title} ${verb} ${destination.title.replace(/,$/, '')} on ${traffic}`;
}

/** What decided at each end, as one sentence. */
export function walkText(model: PolicyModel, witness: Witness): string {
  const { stations, barrier } = explainFlow(model, witness);
  const parts = stations.map(stationText);
  if (barrier !== undefined) {
    parts.push(barrier);
  }
  return parts.length === 0 ? 'no policy of the cluster has a say at either end' : parts.join('; ');
}

/** A station of a walk, and what decided there. */
interface Met extends TraceStation {
  readonly decider: Decider;
}

/** The walk, with words for an end that isn't declared. */
function explainFlow(model: PolicyModel, { source, destination, packet }: Witness): { readonly stations: readonly Met[]; readonly barrier?: string } {
  const { decision, stations } = explain(model, packet);
  const undeclared = [source, destination].flatMap(({ end: { endpoint } }) => (endpoint?.id === NEW ? [endpointTitle(endpoint)] : []));
  return {
    barrier: decision.barrier,
    stations: stations.map((station, index): Met => ({
      ...station,
      decider: decision.met[index].passage.decider,
      endpoint: undeclared.includes(station.endpoint) ? 'such a pod' : station.endpoint,
    })),
  };
}

function stationText(station: Met): string {
  const { direction, endpoint, chain } = station;
  const where = `${direction} of ${endpoint}${chain === 'normal' ? '' : ` (${chain} chain)`}`;
  return `${where}: ${deciderText(station)}`;
}

function deciderText({ tiers, profiles, outcome, decider }: Met): string {
  const tier = tiers.find((one) => one.outcome === 'allow' || one.outcome === 'deny');
  const did = outcome === 'allow' ? 'allows it' : 'denies it';
  if (tier?.endedByRule) {
    const policy = tier.policies.at(-1)!;
    return `${policy.rules.at(-1)!.field} of ${policyText(policy)} ${did}`;
  }
  if (tier) {
    return `no rule of ${tier.policies.filter(({ match }) => match !== 'assumed no').map(policyText).join(', ')} matches, and tier ${tier.tier} ends with Deny`;
  }
  if (decider.by === 'failsafe') {
    return 'it is a failsafe port, which host policies never close';
  }
  if (decider.by === 'node-traffic') {
    return `nodes carry packets of pods with ${decider.title}, which Felix lets pass before it asks normal policies`;
  }
  const profile = profiles.find((one) => one.outcome !== 'continue');
  if (profile) {
    return `${tiers.length === 0 ? 'no policy selects it' : 'no policy decides'}, and profile ${profile.profile} ${did}`;
  }
  return outcome === 'deny' ? 'no policy decides, and no profile allows it' : 'nothing decides, and that lets it on';
}

function policyText({ kind, namespace, name }: { readonly kind: string; readonly namespace?: string; readonly name: string }): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}

/** Which change would turn the flow round, told by what decided. */
export function changeText(model: PolicyModel, witness: Witness, allowed: boolean): string {
  const { stations } = explainFlow(model, witness);
  return allowed ? openingText(stations) : closingText(stations, witness.destination.end.endpoint ?? witness.source.end.endpoint!);
}

function openingText(stations: readonly Met[]): string {
  const denied = stations.find(({ outcome }) => outcome === 'deny');
  if (!denied) {
    return 'change what stops it after all policies';
  }
  const tier = denied.tiers.find(({ outcome }) => outcome === 'deny');
  const policy = tier?.policies.at(-1);
  if (!policy) {
    return `allow it by a policy that selects ${denied.endpoint} for ${denied.direction}`;
  }
  return tier!.endedByRule
    ? `let a rule before ${policy.rules.at(-1)!.field} of ${policyText(policy)} allow it`
    : `allow it by a rule under ${denied.direction} of ${policyText(policy)}`;
}

function closingText(stations: readonly Met[], endpoint: Endpoint): string {
  const rules = stations.flatMap(({ tiers, outcome }) => {
    const tier = outcome === 'allow' ? tiers.find((one) => one.outcome === 'allow') : undefined;
    const policy = tier?.policies.at(-1);
    return policy ? [`${policy.rules.at(-1)!.field} of ${policyText(policy)}`] : [];
  });
  const kept = stations.find(({ decider: { by } }) => by === 'failsafe' || by === 'node-traffic');
  if (rules.length === 0 && kept) {
    const isIn = kept.direction === 'ingress';
    return kept.decider.by === 'failsafe'
      ? `take the port out of \`${isIn ? 'failsafeInboundHostPorts' : 'failsafeOutboundHostPorts'}\` of the FelixConfiguration default`
      : `deny it in a policy with ${isIn ? '`preDNAT` or `doNotTrack`' : '`doNotTrack`'}, which is asked before`;
  }
  if (rules.length === 0) {
    return `select ${endpoint.id === NEW ? 'such pods' : endpointTitle(endpoint)} by a policy that allows only what is meant`;
  }
  return `narrow ${rules.join(' or ')}, or deny it in a rule before that`;
}
