import { HealthResult, resultOf, Sign, unread } from './health-result';
import { ago, conditionOf, counted, isLeaving, nameOf, namespaceOf, objectAt, podAddresses, specOf, statusOf, textAt, timeAt } from './kubernetes-fields';
import { poolIndex } from './pools';
import { Reading } from './reading';
import { readAddress } from '../core/cidr';
import { JsonObject } from '../core/manifests';

const WORKLOAD_ENDPOINTS = { id: 'workload-endpoints', title: 'workload endpoints' };
const SETUP_MS = 120_000;
const NEXT = 'kubectl describe pod -n NAMESPACE POD; where calicoctl is at hand, calicoctl get workloadendpoints -A';

/**
 * Pods as Calico sees them. In a cluster that keeps Calico's data in Kubernetes, an endpoint is a pod with a node and an address
 * (`IsReadyCalicoPod` in libcalico-go lib/backend/k8s/conversion/conversion.go), and Calico's CNI plugin notes on the pod which address it gave.
 *
 * @param told endpoints that calicoctl lists, where it could be asked
 */
export function judgeWorkloadEndpoints(pods: Reading, pools: Reading, told: Reading | undefined, now: number): HealthResult {
  if (pods.refusal) {
    return unread(WORKLOAD_ENDPOINTS, pods.refusal, NEXT);
  }
  const workloads = pods.objects.filter((pod) => specOf(pod).hostNetwork !== true && textAt(specOf(pod), 'nodeName') !== undefined && !isLeaving(pod));
  const index = poolIndex(pools.refusal ? [] : pools.objects);
  // Without pools another plugin gives out addresses, and Calico's notes aren't to be expected.
  const givesAddresses = !pools.refusal && pools.objects.length > 0;
  const known = told === undefined || told.refusal ? undefined : new Set(told.objects.map(podOf));
  const signs: Sign[] = workloads.flatMap((pod): Sign[] => {
    const name = `${namespaceOf(pod)}/${nameOf(pod)}`;
    const addresses = podAddresses(pod);
    if (addresses.length === 0) {
      return waitingSign(pod, name, now);
    }
    if (known !== undefined && !known.has(name)) {
      return [{ status: 'warning', text: `${name}: calicoctl knows no endpoint of it` }];
    }
    const outside = addresses.find((text) => isOutside(text, index));
    if (!givesAddresses) {
      return [];
    }
    const noted = textAt(objectAt(objectAt(pod, 'metadata'), 'annotations'), 'cni.projectcalico.org/podIP');
    if (noted === undefined) {
      return [{ status: 'warning', text: `${name} (${addresses[0]}): not set up by Calico's CNI plugin; a pod that is older than Calico has to be restarted` }];
    }
    return outside === undefined ? [] : [{ status: 'warning', text: `${name}: ${outside} is in no pool` }];
  });
  const nodes = new Set(workloads.map((pod) => textAt(specOf(pod), 'nodeName'))).size;
  const fine: Sign = { status: 'ok', text: `${counted(workloads.length, 'pod')} on ${counted(nodes, 'node')} with addresses${known ? '' : '; calicoctl wasn\'t asked'}` };
  return resultOf(WORKLOAD_ENDPOINTS, signs.length > 0 ? signs : [fine], NEXT);
}

function isOutside(text: string, index: ReturnType<typeof poolIndex>): boolean {
  const address = readAddress(text);
  return address !== undefined && index.containing(address).length === 0;
}

function waitingSign(pod: JsonObject, name: string, now: number): Sign[] {
  const scheduled = timeAt(conditionOf(pod, 'PodScheduled') ?? {}, 'lastTransitionTime') ?? timeAt(objectAt(pod, 'metadata'), 'creationTimestamp') ?? now;
  if (now - scheduled < SETUP_MS) {
    return [];
  }
  const node = textAt(specOf(pod), 'nodeName');
  return [{ status: 'failure', text: `${name} on ${node} has had no address for ${ago(scheduled, now)}, phase ${textAt(statusOf(pod), 'phase') ?? 'unknown'}` }];
}

function podOf(endpoint: JsonObject): string {
  return `${namespaceOf(endpoint)}/${textAt(specOf(endpoint), 'pod')}`;
}
