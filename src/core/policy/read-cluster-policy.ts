import { FieldPath } from '../findings';
import { isObject, JsonObject, Manifest } from '../manifests';
import { numberAt, objectAt, objectsAt, optionalObject, textAt, textsAt } from './json-fields';
import { groupPorts } from './kubernetes-ports';
import { labelSelectorText } from './peer-selector';
import { Policy } from './policy';
import { buildPolicy, RuleSource } from './read-calico-policy';
import { SelectorPool, Unreadable } from './selector-pool';
import { KUBE_ADMIN_TIER, KUBE_BASELINE_TIER } from './tier';
import { readCidr } from '../cidr';

const TIERS: Readonly<Record<string, string>> = { Admin: KUBE_ADMIN_TIER, Baseline: KUBE_BASELINE_TIER };
const ACTIONS: Readonly<Record<string, string>> = { Accept: 'Allow', Deny: 'Deny', Pass: 'Pass' };
const KIND = 'KubernetesClusterNetworkPolicy';

/**
 * Reads a ClusterNetworkPolicy of `policy.networking.k8s.io`, as Calico converts it (clusternetworkpolicy.go in
 * libcalico-go/lib/backend/k8s/conversion).
 * A rule that can't be converted is dropped if it accepts, and becomes one that denies everything if it denies or passes.
 *
 * @throws Unreadable where Calico leaves the policy out
 */
export function readClusterPolicy(manifest: Manifest, selectors: SelectorPool, dropped: (field: FieldPath, why: string) => void): Policy {
  const { spec } = manifest;
  const tier = TIERS[String(spec.tier)];
  if (tier === undefined) {
    throw new Unreadable(`spec.tier is ${JSON.stringify(spec.tier)}, neither Admin nor Baseline`);
  }
  const read = (direction: 'ingress' | 'egress'): RuleSource[] => objectsAt(spec, direction).flatMap((rule, index) => {
    const field = ['spec', direction, index];
    try {
      return convertRule(rule, direction).map((converted) => ({ rule: converted, field }));
    } catch (error) {
      if (!(error instanceof Unreadable)) {
        throw error;
      }
      dropped(field, error.message);
      return rule.action === 'Deny' || rule.action === 'Pass' ? [{ rule: { action: 'Deny' }, field }] : [];
    }
  });
  const ingress = read('ingress');
  const egress = read('egress');
  return buildPolicy({
    manifest,
    kind: KIND,
    namespace: undefined,
    spec: { tier, order: numberAt(spec, 'priority') ?? 0, ...subject(objectAt(spec, 'subject')) },
    ingress,
    egress,
    // These tiers end with Pass: a direction without rules has nothing to say.
    types: [...(ingress.length > 0 ? ['Ingress'] : []), ...(egress.length > 0 ? ['Egress'] : [])],
  }, selectors);
}

function subject(given: JsonObject): JsonObject {
  const namespaces = optionalObject(given, 'namespaces');
  const pods = optionalObject(given, 'pods');
  if (!namespaces && !pods) {
    throw new Unreadable('spec.subject names neither namespaces nor pods');
  }
  return {
    namespaceSelector: labelSelectorText(namespaces ?? objectAt(pods!, 'namespaceSelector'), 'namespaces'),
    selector: labelSelectorText(namespaces ? undefined : objectAt(pods!, 'podSelector'), 'pods'),
  };
}

function convertRule(rule: JsonObject, direction: 'ingress' | 'egress'): JsonObject[] {
  const action = ACTIONS[String(rule.action)];
  if (action === undefined) {
    throw new Unreadable(`the action ${JSON.stringify(rule.action)} is none of Accept, Deny and Pass`);
  }
  const groups = groupPorts(objectsAt(rule, 'protocols').map(convertProtocol));
  const peers = objectsAt(rule, direction === 'ingress' ? 'from' : 'to').map((peer) => convertPeer(peer, direction));
  return groups.flatMap(({ protocol, ports }) => peers.map((peer) => ({
    action,
    ...(protocol !== undefined && { protocol }),
    source: direction === 'ingress' ? peer : {},
    destination: { ...(direction === 'egress' && peer), ...(ports.length > 0 && { ports }) },
  })));
}

function convertProtocol(entry: JsonObject): { protocol?: string; port?: string } {
  for (const [key, protocol] of [['tcp', 'TCP'], ['udp', 'UDP'], ['sctp', 'SCTP']]) {
    const given = optionalObject(entry, key);
    if (given) {
      return { protocol, port: convertPort(optionalObject(given, 'destinationPort')) };
    }
  }
  return { port: textAt(entry, 'destinationNamedPort') };
}

function convertPort(port: JsonObject | undefined): string | undefined {
  const single = port && numberAt(port, 'number');
  if (single) {
    return String(single);
  }
  const range = port && optionalObject(port, 'range');
  return range && `${String(range.start)}:${String(range.end)}`;
}

/** What is set last counts, as in Calico; peers of other kinds, such as nodes and domain names, aren't supported. */
function convertPeer(peer: JsonObject, direction: 'ingress' | 'egress'): JsonObject {
  const converted: Record<string, unknown> = {};
  const namespaces = optionalObject(peer, 'namespaces');
  if (namespaces) {
    converted.namespaceSelector = labelSelectorText(namespaces, 'namespaces');
  }
  if (isObject(peer.pods)) {
    converted.selector = labelSelectorText(objectAt(peer.pods, 'podSelector'), 'pods');
    converted.namespaceSelector = labelSelectorText(objectAt(peer.pods, 'namespaceSelector'), 'namespaces');
  }
  const networks = direction === 'egress' ? textsAt(peer, 'networks') : [];
  if (networks.length > 0) {
    converted.nets = networks.map((text) => {
      const reading = readCidr(text);
      if (!reading) {
        throw new Unreadable(`${JSON.stringify(text)} is no block of addresses`);
      }
      return reading.network.toString();
    });
  }
  if (Object.keys(converted).length === 0) {
    throw new Unreadable(`a peer names nothing that Calico knows, but ${Object.keys(peer).join(', ') || 'nothing'}`);
  }
  return converted;
}
