import { cutAt, hostPacket } from './host-passage';
import { hostClasses, HostSubject, hostSubjects } from './host-subjects';
import { compareText, End, PolicyModel } from '../../policy';
import { calicoObjects } from '../calico-objects';
import { ClusterCheck } from '../check';
import { imagine } from '../policy/pods/imagined';
import { policyModelOf } from '../policy-model-of';

const TCP = 6;
const KUBELET = 10250;

/**
 * A host endpoint denies what no policy decides, unless a profile allows it (`endpoint_mgr.go` in felix/dataplane/linux): without either, making it
 * closes the node but for its failsafe ports, of which the kubelet's is none. Where a policy denies, that is `policy/host-endpoint-reach`, or meant.
 * Growth: a packet a host endpoint.
 */
export const KUBELET_CUT: ClusterCheck = {
  id: 'host/kubelet-cut',
  severity: 'warning',
  summary: 'A HostEndpoint of a node has no profile, and no policy lets anybody reach the kubelet.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    if (!calicoObjects(cluster, 'HostEndpoint').some(({ spec: { profiles } }) => !Array.isArray(profiles) || profiles.length === 0)) {
      return;
    }
    const model = policyModelOf(cluster);
    const subjects = hostSubjects(cluster, model);
    const anywhere = imagine(model).somewhere(hostClasses(subjects));
    const [first, ...others] = subjects.filter((subject) => subject.isDeclared && subject.governsNodeTraffic === 'surely' && isCut(subject, anywhere, model))
      .sort((a, b) => compareText(a.title, b.title));
    if (first) {
      report({
        manifest: first.endpoint.manifest,
        field: ['spec'],
        what: `${first.title}${others.length === 0 ? ' lets' : ` and ${others.length} other${others.length === 1 ? '' : 's'} let`} nobody reach TCP port ${KUBELET}: no policy and no profile allows it`,
        why: 'a host endpoint denies what no policy and no profile allows, all but its failsafe ports; the kubelet answers on that port, so logs, exec, metrics and '
          + 'port-forward fail on the node',
        fix: 'add projectcalico-default-allow to `profiles`, so that only policies close the node; or allow in a policy for the hosts what has to reach them',
      });
    }
  },
};

/** Whether a packet to the kubelet meets its end behind all policies, wherever it comes from. */
function isCut(subject: HostSubject, from: End, model: PolicyModel): boolean {
  const packet = hostPacket(TCP, KUBELET, from, imagine(model).endOf(subject.endpoint));
  const cut = cutAt(subject, 'ingress', ['untracked', 'preDnat', 'normal'], packet, model);
  return cut !== undefined && cut.policy === undefined;
}
