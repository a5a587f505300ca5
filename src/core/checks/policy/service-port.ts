import { selections } from './pods/class-selections';
import { isWrittenByEnds } from './rules/selector-places';
import { DIRECTIONS } from './rules/written-traits';
import { addToList } from '../../add-to-list';
import { JsonObject, Manifest } from '../../manifests';
import { Endpoint, Policy, PolicyModel, protocolName, protocolNumber, Rule } from '../../policy';
import { objectAt, objectsAt, textEntries } from '../../policy/json-fields';
import { modelKindOf } from '../../policy/kinds';
import { CompiledSelector } from '../../policy/label-view';
import { podOf } from '../../policy/read-pods';
import { targetPorts } from '../../policy/services';
import { ClusterCheck } from '../check';
import { policyModelOf } from '../policy-model-of';

/** A port of a Service that leads to another number. */
interface Mapping {
  readonly service: string;
  readonly protocol: number;
  readonly port: number;
  readonly target: number;
}

/** What is known of the ports of an endpoint. */
interface PortFacts {
  readonly mappings: readonly Mapping[];
  /** `protocol/number` of what containers declare, and Services lead to. */
  readonly open: ReadonlySet<string>;
}

/** A rule's port that a Service has and translates, and the end that it is asked of. */
interface Candidate {
  readonly policy: Policy;
  readonly rule: Rule;
  readonly selector: CompiledSelector;
  readonly port: number;
}

/** Selectors that match more classes than this mean no workload in particular. */
const MOST_CLASSES = 50;

/**
 * A rule for the port of a Service where its pods listen on another. Policies are asked after the Service's port has turned into its `targetPort`.
 * Said only if each declared workload that the rule's destination may match is behind a Service that leads from this port elsewhere, while no
 * Service leads to the port, no container declares it, and the rule doesn't name the other one. Growth: the Services and the pods that have the
 * rarest label of their selectors; the rules that name such a port, and the classes with the selectors filed under their labels.
 */
export const SERVICE_PORT: ClusterCheck = {
  id: 'policy/service-port',
  severity: 'warning',
  summary: 'A rule names the port of a Service, and its pods listen on another: its targetPort.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const services = cluster.manifests.filter((manifest) => modelKindOf(manifest) === 'Service' && objectsAt(manifest.spec, 'ports').some(leadsElsewhere));
    if (services.length === 0) {
      return;
    }
    const model = policyModelOf(cluster);
    const ports = new Set(services.flatMap(({ spec }) => objectsAt(spec, 'ports').filter(leadsElsewhere).map(({ port }) => port as number)));
    const candidates = candidatesOf(model, ports);
    if (candidates.length === 0) {
      return;
    }
    const facts = factsOf(model, cluster.manifests.filter((manifest) => modelKindOf(manifest) === 'Service'));
    const selected = endpointsBy(model, new Set(candidates.map(({ selector }) => selector)));
    for (const { policy, rule, selector, port } of candidates) {
      const found = (selected.get(selector) ?? []).map((endpoint) => mappingAt(facts.get(endpoint), rule, port));
      const mapping = found[0];
      if (mapping && found.every((one) => one !== undefined)) {
        report({
          manifest: policy.manifest,
          field: isWrittenByEnds(policy.manifest) ? [...rule.field, 'destination', 'ports'] : rule.field,
          what: `port ${port} is that of Service ${mapping.service}, whose pods listen on ${mapping.target}`,
          why: `policies are asked after the port of a Service has been replaced by its targetPort: a packet to ${mapping.service} on ${protocolName(mapping.protocol)} `
            + `${port} has port ${mapping.target} by then`,
          fix: `write port ${mapping.target} in \`ports\` of the destination`,
        });
      }
    }
  },
};

function leadsElsewhere({ port, targetPort }: JsonObject): boolean {
  return typeof port === 'number' && targetPort !== undefined && targetPort !== port;
}

/** The end that a rule's destination is: what egress selects, or in ingress what the policy itself selects. */
function candidatesOf({ policies, staged }: PolicyModel, ports: ReadonlySet<number>): Candidate[] {
  return [...policies, ...staged].filter(({ stage }) => stage === 'normal').flatMap((policy) => DIRECTIONS.flatMap((direction) =>
    (policy[direction] ?? []).filter(({ action }) => action !== 'log').flatMap((rule): Candidate[] => {
      const { selector, nets, service } = rule.destination;
      const end = direction === 'ingress' && !selector ? policy.selector : selector;
      const named = rule.destination.ports?.ranges.filter(({ first, last }) => first === last && ports.has(first)) ?? [];
      return end && !nets && !service ? named.map(({ first }) => ({ policy, rule, selector: end, port: first })) : [];
    })));
}

/** The Service that leads elsewhere from a port of an endpoint, if nothing says that the endpoint has the port itself. */
function mappingAt(facts: PortFacts | undefined, { protocol, destination }: Rule, port: number): Mapping | undefined {
  const mappings = (facts?.mappings ?? []).filter((one) => one.port === port && one.protocol === (protocol ?? one.protocol));
  const isNamed = (target: number): boolean => destination.ports!.names.length > 0
    || destination.ports!.ranges.some(({ first, last }) => first <= target && target <= last);
  return mappings.length > 0 && mappings.every((one) => !facts!.open.has(`${one.protocol}/${port}`) && !isNamed(one.target)) ? mappings[0] : undefined;
}

function factsOf({ endpoints }: PolicyModel, services: readonly Manifest[]): Map<Endpoint, PortFacts> {
  const byLabel = new Map<string, Endpoint[]>();
  for (const endpoint of endpoints) {
    const { labels } = endpoint.class.view;
    for (const name in labels) {
      const key = JSON.stringify([endpoint.namespace, name, labels[name]]);
      addToList(byLabel, key, endpoint);
    }
  }
  const facts = new Map<Endpoint, { mappings: Mapping[]; open: Set<string> }>();
  for (const service of services) {
    const selector = textEntries(service.spec, 'selector');
    const namespace = service.namespace ?? 'default';
    const [pods = []] = selector.map((label) => byLabel.get(JSON.stringify([namespace, ...label])) ?? []).sort((a, b) => a.length - b.length);
    for (const pod of pods.filter(({ class: { view } }) => selector.every(([name, value]) => view.labels[name] === value))) {
      const own = facts.get(pod) ?? { mappings: [], open: declaredPorts(pod) };
      facts.set(pod, own);
      for (const entry of objectsAt(service.spec, 'ports')) {
        for (const { protocol, port: target } of targetPorts(entry, pod)) {
          own.open.add(`${protocol}/${target}`);
          if (typeof entry.port === 'number' && target !== entry.port) {
            own.mappings.push({ service: `${namespace}/${service.name}`, protocol, port: entry.port, target });
          }
        }
      }
    }
  }
  return facts;
}

function declaredPorts({ manifest }: Endpoint): Set<string> {
  const spec = objectAt(podOf(manifest) ?? {}, 'spec');
  return new Set([...objectsAt(spec, 'containers'), ...objectsAt(spec, 'initContainers')].flatMap((container) => objectsAt(container, 'ports'))
    .map(({ containerPort, protocol }) => `${protocolNumber(protocol ?? 'TCP')}/${String(containerPort)}`));
}

/** The declared endpoints that each selector matches, or may; those of a selector that matches too many classes are left out. */
function endpointsBy(model: PolicyModel, selectors: ReadonlySet<CompiledSelector>): Map<CompiledSelector, Endpoint[]> {
  const byClass = new Map<number, Endpoint[]>();
  for (const endpoint of model.endpoints) {
    byClass.set(endpoint.class.id, byClass.get(endpoint.class.id) ?? []);
    byClass.get(endpoint.class.id)!.push(endpoint);
  }
  const found = new Map<CompiledSelector, { classes: number; endpoints: Endpoint[]; isSure: boolean }>();
  for (const { class: one, selector, isSure } of selections(model.classes, selectors)) {
    const entry = found.get(selector) ?? { classes: 0, endpoints: [], isSure: false };
    found.set(selector, entry);
    entry.isSure ||= isSure;
    if (++entry.classes <= MOST_CLASSES) {
      entry.endpoints.push(...byClass.get(one.id) ?? []);
    }
  }
  const few = [...found].filter(([, { classes, isSure }]) => classes <= MOST_CLASSES && isSure);
  return new Map(few.map(([selector, { endpoints }]) => [selector, endpoints]));
}
