import { exampleByClass } from './pods/class-selections';
import { imagine } from './pods/imagined';
import { addToList } from '../../add-to-list';
import { Prefix, readCidr } from '../../cidr';
import { Cluster, Manifest } from '../../manifests';
import { Endpoint, endpointTitle, matchRule, PolicyModel, policyTitle, Rule, YES } from '../../policy';
import { objectAt, objectsAt, textEntries } from '../../policy/json-fields';
import { targetPorts } from '../../policy/services';
import { calicoObjects } from '../calico-objects';
import { ClusterCheck, Report } from '../check';
import { usesEbpf } from '../install/uses-ebpf';
import { policyModelOf } from '../policy-model-of';

/** Addresses that nodes or pods may have where no plan says which they have. */
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7'];

/**
 * With `externalTrafficPolicy: Cluster`, the default, kube-proxy puts a node's address in the place of the client's on the way from outside
 * through a Service; Felix with eBPF keeps it. A rule for the addresses of clients then matches none of them. Growth: the rules for addresses
 * outside, times the Services of their namespace that hide clients and the kinds of pods behind them.
 */
export const SOURCE_ADDRESS_LOST: ClusterCheck = {
  id: 'policy/source-address-lost',
  severity: 'warning',
  summary: 'A rule is for addresses outside, and the Service in front of the pods hides them.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const services = cluster.manifests.filter(hidesClients);
    if (services.length > 0 && cluster.manifests.some(hasNets) && !usesEbpf(cluster)) {
      judge(cluster, services, policyModelOf(cluster), report);
    }
  },
};

function hidesClients({ kind, group, spec, object }: Manifest): boolean {
  const isDirect = textEntries(objectAt(object, 'metadata'), 'annotations').some(([key, value]) => key.endsWith('target-type') && value === 'ip');
  return kind === 'Service' && group === '' && (spec.type === 'LoadBalancer' || spec.type === 'NodePort')
    && spec.externalTrafficPolicy !== 'Local' && spec.loadBalancerClass === undefined && !isDirect;
}

/** Whether a policy has ingress rules for nets, from a look at the manifest. */
function hasNets({ kind, spec }: Manifest): boolean {
  return kind.endsWith('NetworkPolicy')
    && objectsAt(spec, 'ingress').some((rule) => Array.isArray(objectAt(rule, 'source').nets) || Array.isArray(rule.from));
}

function judge(cluster: Cluster, services: readonly Manifest[], model: PolicyModel, report: Report): void {
  const inside = insideBlocks(cluster);
  const fronts = frontsOf(services, model);
  const rules = model.policies.flatMap((policy) =>
    (policy.ingress ?? []).filter((rule) => isForOutside(rule, inside)).map((rule) => ({ policy, rule })));
  for (const { policy, rule } of rules) {
    const inNamespace = policy.namespace === undefined ? [...fronts.values()].flat() : fronts.get(policy.namespace) ?? [];
    const hidden = firstHidden(inNamespace, model, (pod) => policy.stage === 'normal' && policy.selector.matches(pod.class.view.labels), rule);
    if (hidden) {
      const { service, pod, port, address } = hidden;
      report({
        manifest: policy.manifest,
        field: rule.field,
        what: `the rule is for ${address.toString()}, and clients of Service ${service.namespace ?? 'default'}/${service.name} come to port ${port} of `
          + `${endpointTitle(pod)} with the address of a node`,
        why: `the Service is of type ${String(service.spec.type)} with externalTrafficPolicy Cluster: kube-proxy puts a node's address in the place of the client's, so ${policyTitle(policy)} `
          + 'meets none of those addresses',
        fix: 'set `externalTrafficPolicy: Local` on the Service, or police clients before that: at host endpoints, in a policy with `preDNAT`',
      });
    }
  }
}

/** Where the addresses of nodes and pods may be. */
function insideBlocks(cluster: Cluster): Prefix[] {
  const nodes = (cluster.plan?.ranges ?? []).filter(({ role }) => role === 'nodes').map(({ cidr }) => cidr);
  const pools = calicoObjects(cluster, 'IPPool').map(({ spec }) => String(spec.cidr));
  return (nodes.length > 0 ? [...nodes, ...pools] : PRIVATE).flatMap((text) => readCidr(text)?.network ?? []);
}

function isForOutside({ action, source: { nets } }: Rule, inside: readonly Prefix[]): boolean {
  const blocks = [...nets?.v4?.blocks ?? [], ...nets?.v6?.blocks ?? []];
  return (action === 'allow' || action === 'deny') && blocks.length > 0
    && !blocks.some((block) => inside.some((own) => own.family === block.family && (own.contains(block) || block.contains(own))));
}

interface Hidden {
  readonly service: Manifest;
  readonly pod: Endpoint;
  readonly port: number;
  readonly address: Prefix;
}

/** A port of a Service that the rule lets its addresses reach at a pod behind it. */
function firstHidden(fronts: readonly Front[], model: PolicyModel, isSelected: (pod: Endpoint) => boolean, rule: Rule): Hidden | undefined {
  const [address] = [...rule.source.nets!.v4?.blocks ?? [], ...rule.source.nets!.v6?.blocks ?? []];
  for (const { service, pods } of fronts) {
    for (const pod of pods.filter(isSelected)) {
      for (const { protocol, port } of objectsAt(service.spec, 'ports').flatMap((one) => targetPorts(one, pod))) {
        const packet = {
          isV6: address.family === 6,
          protocol,
          source: model.endAt(address.first),
          destination: imagine(model).endOf(pod),
          sourcePort: undefined,
          destinationPort: port,
          icmpType: undefined,
          icmpCode: undefined,
          http: undefined,
        };
        if (matchRule(rule, packet, model.services) === YES) {
          return { service, pod, port, address };
        }
      }
    }
  }
  return undefined;
}

/** A Service, and a pod of each kind behind it. */
interface Front {
  readonly service: Manifest;
  readonly pods: readonly Endpoint[];
}

/** By namespace. Each Service looks at the kinds of pods of its namespace once. */
function frontsOf(services: readonly Manifest[], model: PolicyModel): Map<string, Front[]> {
  const pods = new Map<string, Endpoint[]>();
  for (const pod of exampleByClass(model.endpoints).values()) {
    const namespace = pod.namespace ?? '';
    addToList(pods, namespace, pod);
  }
  const fronts = new Map<string, Front[]>();
  for (const service of services) {
    const { namespace = 'default', spec } = service;
    const selector = textEntries(spec, 'selector');
    const behind = selector.length === 0 ? [] : (pods.get(namespace) ?? [])
      .filter((pod) => selector.every(([key, value]) => pod.class.view.labels[key] === value));
    const front = { service, pods: behind };
    addToList(fronts, namespace, front);
  }
  return fronts;
}
