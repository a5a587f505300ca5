import { FieldPath } from '../findings';
import { isObject, JsonObject, Manifest } from '../manifests';
import { objectsAt, optionalObject, textAt, textsAt } from './json-fields';
import { groupPorts } from './kubernetes-ports';
import { labelSelectorText } from './peer-selector';
import { Policy } from './policy';
import { protocolName, protocolNumber } from './protocols';
import { buildPolicy, RuleSource } from './read-calico-policy';
import { SelectorPool } from './selector-pool';
import { readCidr } from '../cidr';

/** The order that Calico gives to every NetworkPolicy of Kubernetes (`K8sNetworkPolicyToCalico` in conversion.go). */
const ORDER = 1000;
const ANYTHING: JsonObject = {};

/**
 * Reads a NetworkPolicy of `networking.k8s.io`, or its staged kind, as Calico converts it (`K8sNetworkPolicyToCalico` and what it calls in
 * libcalico-go/lib/backend/k8s/conversion/conversion.go). One rule becomes one for each protocol and peer. A rule that can't be converted
 * is dropped, alone.
 */
export function readKubernetesPolicy(
  manifest: Manifest, kind: string, selectors: SelectorPool, dropped: (field: FieldPath, why: string) => void,
): Policy {
  const { spec } = manifest;
  const read = (key: 'ingress' | 'egress'): RuleSource[] => objectsAt(spec, key).flatMap((rule, index) => {
    const field = ['spec', key, index];
    const converted = convertRule(rule, key);
    if (typeof converted === 'string') {
      dropped(field, converted);
      return [];
    }
    return converted.map((one) => ({ rule: one, field }));
  });
  const egress = read('egress');
  return buildPolicy({
    manifest,
    kind,
    namespace: manifest.namespace ?? 'default',
    spec: { selector: labelSelectorText(optionalObject(spec, 'podSelector') ?? {}, 'pods'), order: ORDER, stagedAction: spec.stagedAction },
    ingress: read('ingress'),
    egress,
    types: policyTypes(spec),
  }, selectors);
}

/** Without `policyTypes` the API server fills in Ingress, and Egress where there are egress rules (`SetDefaults_NetworkPolicy` of Kubernetes). */
function policyTypes(spec: JsonObject): string[] {
  const types = textsAt(spec, 'policyTypes').filter((type) => type === 'Ingress' || type === 'Egress');
  return types.length > 0 ? types : objectsAt(spec, 'egress').length > 0 ? ['Ingress', 'Egress'] : ['Ingress'];
}

/** The rules in Calico's form, or why there are none. */
function convertRule(rule: JsonObject, direction: 'ingress' | 'egress'): JsonObject[] | string {
  const entries: { protocol: string; port?: string }[] = [];
  for (const port of objectsAt(rule, 'ports')) {
    const entry = convertPort(port);
    if (typeof entry === 'string') {
      return entry;
    }
    entries.push(entry);
  }
  const peers = objectsAt(rule, direction === 'ingress' ? 'from' : 'to').map(convertPeer);
  const rules: JsonObject[] = [];
  for (const { protocol, ports } of groupPorts(entries)) {
    for (const peer of peers.length === 0 ? [ANYTHING] : peers) {
      const destination = direction === 'egress' ? peer : ANYTHING;
      rules.push({
        action: 'Allow',
        protocol,
        source: direction === 'ingress' ? peer : ANYTHING,
        destination: ports.length === 0 ? destination : { ...destination, ports },
      });
    }
  }
  return rules;
}

/** TCP where no protocol is given. */
function convertPort(entry: JsonObject): { protocol: string; port?: string } | string {
  const number = protocolNumber(entry.protocol ?? 'TCP');
  const protocol = number === undefined ? String(entry.protocol) : protocolName(number);
  if (typeof entry.port !== 'number' && typeof entry.port !== 'string') {
    return { protocol };
  }
  const port = typeof entry.endPort === 'number' ? `${entry.port}:${entry.endPort}` : String(entry.port);
  const range = /^([0-9]+)(?::([0-9]+))?$/.exec(port);
  if (range ? Number(range[2] ?? range[1]) > 65535 || Number(range[1]) > Number(range[2] ?? range[1]) : !/^[a-zA-Z0-9_.-]{1,128}$/.test(port)) {
    return `${JSON.stringify(port)} is no port, range of ports or name of one`;
  }
  return { protocol, port };
}

/** A peer with an IP block has nothing else; a bad block leaves nothing, which matches everything. */
function convertPeer(peer: JsonObject): JsonObject {
  if (isObject(peer.ipBlock)) {
    const nets = readCidr(textAt(peer.ipBlock, 'cidr') ?? '');
    const except = textsAt(peer.ipBlock, 'except').map(readCidr);
    return nets === undefined ? {} : {
      nets: [nets.network.toString()],
      notNets: except.slice(0, except.includes(undefined) ? except.indexOf(undefined) : undefined).map((reading) => reading!.network.toString()),
    };
  }
  const namespaces = optionalObject(peer, 'namespaceSelector');
  return {
    selector: labelSelectorText(optionalObject(peer, 'podSelector'), 'pods'),
    ...(namespaces && { namespaceSelector: labelSelectorText(namespaces, 'namespaces') }),
  };
}
