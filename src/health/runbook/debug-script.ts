import { preamble, quoted, Script } from './script';
import { NETSHOOT_IMAGE } from '../../values/netshoot-image';
import { InstallShape, NODE_CONTAINER } from '../install-shape';

/** The troubleshooting flow of an on-call page, with the names of an install. */
export function debugScript({ namespace, selector, daemonSet, source }: InstallShape): Script {
  return {
    name: 'calico-debug.sh',
    text: `${preamble('Why does a connection between pods fail?', [
      `The install: ${namespace}/${daemonSet}, known from ${source}. cdk8s-calico debug does the same and decides what the policies say.`,
      'Usage: calico-debug.sh SOURCE_NAMESPACE SOURCE_POD TARGET_NAMESPACE TARGET_POD PORT [--run]',
      'Only reads; with --run the last step creates a pod, and removes it.',
    ])}
if [ "$#" -lt 5 ]; then
  sed -n 's/^# Usage: /usage: /p' "$0" >&2
  exit 2
fi
source_namespace=$1
source_pod=$2
target_namespace=$3
target_pod=$4
port=$5
run=\${6:-}

namespace=${quoted(namespace)}
selector=${quoted(selector)}

field() {
  kubectl --request-timeout=20s get pod -n "$1" "$2" -o jsonpath="$3"
}

section '1. The target pod has an address and is ready'
kube get pod -n "$target_namespace" "$target_pod" -o wide
address=$(field "$target_namespace" "$target_pod" '{.status.podIP}')

section '2. Calico is healthy on the nodes of both ends'
for end in "$target_namespace $target_pod" "$source_namespace $source_pod"; do
  node=$(field "\${end%% *}" "\${end#* }" '{.spec.nodeName}')
  if [ -z "$node" ]; then
    echo "$end is on no node"
    failed=$((failed + 1))
    continue
  fi
  kube get pods -n "$namespace" -l "$selector" --field-selector "spec.nodeName=$node" -o wide
  agent=$(kubectl --request-timeout=20s get pods -n "$namespace" -l "$selector" --field-selector "spec.nodeName=$node" -o name)
  if [ -n "$agent" ]; then
    kube logs -n "$namespace" "$agent" -c ${NODE_CONTAINER} --tail=200
  fi
done

section '3. Policies and labels'
kube get networkpolicy -A
kube get pod -n "$source_namespace" --show-labels
kube get pod -n "$target_namespace" --show-labels
# A GlobalNetworkPolicy acts across namespaces: look at it where the policies of the namespace seem fine.
# Kubernetes writes labels as app: web, Calico writes selectors as app == "web".
for kind in networkpolicies globalnetworkpolicies tiers; do
  case $kind in networkpolicies) scope="-n $target_namespace" ;; *) scope= ;; esac
  # shellcheck disable=SC2086 # the scope is no word, or two
  if ! kubectl --request-timeout=20s get "$kind.projectcalico.org" $scope -o yaml 2>/dev/null; then
    # shellcheck disable=SC2086
    kube get "$kind.crd.projectcalico.org" $scope -o yaml
  fi
done
if command -v calicoctl >/dev/null 2>&1; then
  calicoctl get networkpolicy -n "$target_namespace" -o yaml || failed=$((failed + 1))
fi

section '4. The direct path, from a debug pod'
set -- run netshoot -n "$source_namespace" --rm -it --restart=Never --image=${NETSHOOT_IMAGE} -- nc -zv -w 5 "$address" "$port"
if [ "$run" = --run ]; then
  kubectl "$@" || failed=$((failed + 1))
else
  echo "kubectl $*"
fi

if [ "$failed" -gt 0 ]; then
  printf '\\n%s calls failed.\\n' "$failed"
  exit 1
fi
`,
  };
}
