import { preamble, quoted, Script } from './script';
import { InstallDeployment, InstallShape, NODE_CONTAINER } from '../install-shape';

/** The health checks of an on-call page, with the names of an install. */
export function healthScript(shape: InstallShape): Script {
  const { namespace, selector, daemonSet, typha, kubeControllers, apiServer, backend } = shape;
  const usesBgp = backend === undefined || backend === 'bird';
  return {
    name: 'calico-health.sh',
    text: `${preamble('Health of Calico.', [
      `The install: ${namespace}/${daemonSet}, known from ${shape.source}. Only reads; cdk8s-calico health does the same and judges it.`,
      'Usage: calico-health.sh',
    ])}
namespace=${quoted(namespace)}
selector=${quoted(selector)}
daemonset=${quoted(daemonSet)}

section 'One healthy calico-node pod per node'
kube get nodes -o wide
kube get pods -n "$namespace" -l "$selector" -o wide

section 'Rollout of the DaemonSet'
kube get daemonset -n "$namespace" "$daemonset"

section 'Felix, CNI, BGP or data plane errors'
kube logs -n "$namespace" -l "$selector" -c ${NODE_CONTAINER} --tail=100 --prefix

section 'Events: image, mount or permission failures'
kube describe pod -n "$namespace" -l "$selector"
kube get events -n "$namespace" --field-selector type=Warning --sort-by=.lastTimestamp
${shape.route === 'operator' ? OPERATOR : ''}${deployments([['Typha', typha], ['kube-controllers', kubeControllers], ['Calico API server', apiServer]])}
section 'Pools: CIDRs, NAT and encapsulation'
if ! kubectl --request-timeout=20s get ippools.projectcalico.org -o yaml 2>/dev/null; then
  kube get ippools.crd.projectcalico.org -o yaml
fi

if command -v calicoctl >/dev/null 2>&1; then
  section 'calicoctl: pools and pod interfaces'
  calicoctl get ippool -o wide || failed=$((failed + 1))
  calicoctl get workloadendpoints -A || failed=$((failed + 1))
${usesBgp ? BGP_HERE : ''}else
  section 'calicoctl is not on PATH: its view of pools and pod interfaces is left out'
fi
${usesBgp ? BGP : ''}
if [ "$failed" -gt 0 ]; then
  printf '\\n%s calls failed.\\n' "$failed"
  exit 1
fi
`,
  };
}

const OPERATOR = `
section 'The operator'
kube get tigerastatus
kube logs -n tigera-operator deployment/tigera-operator --tail=100
`;

const BGP_HERE = `  # It asks BIRD on this machine: only on a node of the cluster there is an answer, and it needs root.
  calicoctl node status || echo 'calicoctl node status: run it with sudo on a node; in BGP mode all peers should be Established'
`;

const BGP = `
section 'BGP peers, as far as CalicoNodeStatus objects tell'
kubectl --request-timeout=20s get caliconodestatuses.projectcalico.org -o yaml 2>/dev/null || echo 'none: sudo calicoctl node status on each node tells'
# BGP needs TCP port 179 between peers, and an underlay that routes their addresses.
`;

function deployments(all: readonly (readonly [string, InstallDeployment])[]): string {
  return all.filter(([, { expected }]) => expected).map(([title, { name, namespace }]) => `
section ${quoted(title)}
kube get deployment -n ${quoted(namespace)} ${quoted(name)}
`).join('');
}
