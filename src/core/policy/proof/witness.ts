import { FormulaSolved } from './formula';
import { ownEndpoint } from './placed-end';
import { FlowWitness, WitnessEnd } from './question';
import { Scope } from './scope';
import { SymbolicTraffic } from './symbolic-walk';
import { Manifest } from '../../manifests';
import { End } from '../end';
import { Endpoint, NamedPort } from '../endpoint';
import { labelObject } from '../label-view';
import { Packet } from '../match-rule';
import { NEW } from '../policy-model';
import { hasPorts, ICMP, ICMPV6 } from '../protocols';
import {
  METADATA_NAME_LABEL, NAME_LABEL, NAMESPACE_LABEL, NAMESPACE_PREFIX, ORCHESTRATOR_LABEL, SERVICE_ACCOUNT_LABEL, SERVICE_ACCOUNT_PREFIX,
} from '../reserved-labels';

type Chosen = Pick<Packet, 'protocol' | 'sourcePort' | 'destinationPort' | 'icmpType' | 'icmpCode'>;

/** The flow of a solution, as packets that `decide` takes: one for each model. */
export function witnessOf(
  solution: FormulaSolved, traffic: SymbolicTraffic, source: WitnessEnd, destination: WitnessEnd, scopes: readonly Scope[],
): FlowWitness {
  const chosen = chosenTraffic(solution, traffic);
  return {
    family: scopes[0].family,
    source,
    destination,
    packets: scopes.map((scope): Packet => ({
      ...chosen,
      isV6: scope.family === 6,
      http: undefined,
      source: endOf(scope, source, chosen.protocol, chosen.sourcePort),
      destination: endOf(scope, destination, chosen.protocol, chosen.destinationPort),
    })),
  };
}

function chosenTraffic(solution: FormulaSolved, traffic: SymbolicTraffic): Chosen {
  const protocol = traffic.protocol.valueIn(solution);
  const withPorts = hasPorts(protocol);
  const withTypes = protocol === ICMP || protocol === ICMPV6;
  return {
    protocol,
    sourcePort: withPorts ? traffic.sourcePort.valueIn(solution) : undefined,
    destinationPort: withPorts ? traffic.destinationPort.valueIn(solution) : undefined,
    icmpType: withTypes ? traffic.icmpType.valueIn(solution) : undefined,
    icmpCode: withTypes ? traffic.icmpCode.valueIn(solution) : undefined,
  };
}

function endOf({ model, family, inherited }: Scope, end: WitnessEnd, protocol: number, port: number | undefined): End {
  if (end.kind === 'outside') {
    return model.endAt(end.address!);
  }
  if (end.endpoint) {
    return model.endOf(ownEndpoint(model, end.endpoint), family)!;
  }
  const ports = end.portNames.map((name): NamedPort => ({ name, protocol, port: port! }));
  return model.endOfNew(newPod(end, ports, inherited), family);
}

/** The pod of a witness, as it would be read from its manifest. */
export function newPod(end: WitnessEnd, ports: readonly NamedPort[], { namespaces, accounts }: Scope['inherited']): Endpoint {
  const namespace = end.namespace!;
  const account = end.serviceAccount!;
  const ofNamespace = namespaces.get(namespace)?.labels ?? [
    [NAMESPACE_PREFIX + NAME_LABEL, namespace],
    [NAMESPACE_PREFIX + METADATA_NAME_LABEL, namespace],
    ...prefixed(NAMESPACE_PREFIX, end.namespaceLabels),
  ] as const;
  const ofAccount = accounts.get(namespace)?.get(account)?.labels
    ?? [[SERVICE_ACCOUNT_PREFIX + NAME_LABEL, account], ...prefixed(SERVICE_ACCOUNT_PREFIX, end.serviceAccountLabels)] as const;
  const own = [...Object.entries(end.labels), [NAMESPACE_LABEL, namespace], [ORCHESTRATOR_LABEL, 'k8s'], [SERVICE_ACCOUNT_LABEL, account]] as const;
  return {
    id: NEW,
    kind: 'Pod',
    namespace,
    name: 'any',
    class: {
      id: NEW,
      kind: 'workload',
      view: { labels: labelObject(own, ofNamespace, ofAccount), unknownPrefixes: [], unknownNames: [] },
      ports,
      profiles: [`kns.${namespace}`, `ksa.${namespace}.${account}`],
    },
    addresses: end.address ? [end.address] : [],
    node: undefined,
    manifest: new Manifest({ apiVersion: 'v1', kind: 'Pod', metadata: { namespace, name: 'any', labels: end.labels } }),
  };
}

function prefixed(prefix: string, labels: Readonly<Record<string, string>>): (readonly [string, string])[] {
  return Object.entries(labels).map(([name, value]) => [prefix + name, value] as const);
}
