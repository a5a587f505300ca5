import { Policy, PolicyModel } from '../../policy';
import { calicoObjects } from '../calico-objects';
import { ClusterCheck, Report } from '../check';
import { cutAt, HostCut, hostPacket, placeOf, reasonOf } from '../host/host-passage';
import { hasHostEndpoints, hostClasses, HostSubject, hostSubjects } from '../host/host-subjects';
import { policyModelOf } from '../policy-model-of';
import { imagine } from './pods/imagined';

const KUBELET = 10250;

/**
 * A policy that asks for no label, as `all()` or `app != "web"` do, selects host endpoints too where there are some, unless it has a
 * `namespaceSelector` or a `serviceAccountSelector`. Proved is that the kubelet is cut off, which no failsafe port keeps open.
 */
export const HOST_ENDPOINT_REACH: ClusterCheck = {
  id: 'policy/host-endpoint-reach',
  severity: 'error',
  summary: 'A GlobalNetworkPolicy that asks for no label of hosts selects host endpoints too, and cuts the kubelet off.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    if (hasHostEndpoints(cluster) && calicoObjects(cluster, 'GlobalNetworkPolicy').length > 0) {
      const model = policyModelOf(cluster);
      judge(hostSubjects(cluster, model), model, report);
    }
  },
};

interface Found {
  readonly cut: HostCut;
  readonly subject: HostSubject;
  others: number;
}

function judge(subjects: readonly HostSubject[], model: PolicyModel, report: Report): void {
  const found = new Map<Policy, Found>();
  const anywhere = imagine(model).somewhere(hostClasses(subjects));
  for (const subject of subjects.filter(({ governsNodeTraffic }) => governsNodeTraffic !== 'unknown')) {
    const own = imagine(model).endOf(subject.endpoint);
    const cut = cutAt(subject, 'ingress', ['untracked', 'preDnat', 'normal'], hostPacket(6, KUBELET, anywhere, own), model);
    if (cut?.policy && isForAnything(cut.policy)) {
      const known = found.get(cut.policy);
      if (known) {
        known.others++;
      } else {
        found.set(cut.policy, { cut, subject, others: 0 });
      }
    }
  }
  for (const { cut, subject, others } of found.values()) {
    report({
      ...placeOf(cut),
      what: `the selector also matches ${subject.title}${others === 0 ? '' : ` and ${others} other${others === 1 ? '' : 's'}`}, and TCP port ${KUBELET} is denied there, from anywhere`,
      why: `${reasonOf(cut)}; the kubelet answers on that port, so logs, exec, metrics and port-forward fail on the node, and whatever else isn't among the failsafe ports`,
      fix: 'give the policy `namespaceSelector: all()`, so that it selects pods only; or allow in a policy for the hosts, of a lower order, what has to reach them',
      ...(subject.governsNodeTraffic === 'likely' && { severity: 'warning' as const }),
    });
  }
}

/** Whether a selector matches what has no labels at all. */
function isForAnything({ kind, selector }: Policy): boolean {
  return kind === 'GlobalNetworkPolicy' && selector.matches({});
}
