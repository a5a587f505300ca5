import { isObject, JsonObject, Manifest } from '../../manifests';
import { endpointTitle } from '../../policy';
import { calicoObjects } from '../calico-objects';
import { ClusterCheck } from '../check';
import { policyModelOf } from '../policy-model-of';

const FIRST = 30000;
const LAST = 32767;

/**
 * kube-proxy, or Felix with eBPF, changes the destination of packets to node ports before normal policies see them: those meet the pod's
 * address and port. Only pre-DNAT policies see node ports. Linear in the rules of global policies.
 */
export const NODE_PORT_NEEDS_PRE_DNAT: ClusterCheck = {
  id: 'policy/node-port-needs-pre-dnat',
  severity: 'warning',
  summary: 'A policy for hosts denies node ports, but without `preDNAT` it never sees them.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const denying = new Map(calicoObjects(cluster, 'GlobalNetworkPolicy').flatMap((manifest) => {
      const index = deniedNodePorts(manifest);
      return index === undefined ? [] : [[manifest, index] as const];
    }));
    const model = denying.size === 0 ? undefined : policyModelOf(cluster);
    for (const policy of model?.policies ?? []) {
      const { manifest } = policy;
      const index = denying.get(manifest);
      const host = index !== undefined && model!.hostEndpoints.find(({ class: { view } }) => policy.selector.matches(view.labels));
      if (index !== undefined && (host || manifest.spec.applyOnForward === true)) {
        const { ports } = (manifest.spec.ingress as JsonObject[])[index].destination as { ports: unknown[] };
        report({
          manifest,
          field: ['spec', 'ingress', index, 'destination', 'ports'],
          what: `the rule denies node ports (${ports.join(', ')})${host ? ` at ${endpointTitle(host)}` : ''}, and the policy isn't \`preDNAT\``,
          why: 'packets to a node port have the address and the port of a pod by the time that this policy is asked: the rule matches none of them, and node ports stay open',
          fix: 'set `preDNAT: true` and `applyOnForward: true`; what clients outside may reach is then to be allowed before the deny, in a policy of the same sort',
        });
      }
    }
  },
};

/** The first ingress rule of a normal policy that denies node ports and no others. */
function deniedNodePorts({ spec }: Manifest): number | undefined {
  if (spec.preDNAT === true || spec.doNotTrack === true || !Array.isArray(spec.ingress)) {
    return undefined;
  }
  const index = spec.ingress.findIndex((rule) => {
    const ports = isObject(rule) && rule.action === 'Deny' && isObject(rule.destination) ? rule.destination.ports : undefined;
    return Array.isArray(ports) && ports.length > 0 && ports.every(isNodePort);
  });
  return index < 0 ? undefined : index;
}

function isNodePort(port: unknown): boolean {
  const [first, last = first] = String(port).split(':').map(Number);
  return FIRST <= first && last <= LAST;
}
