import { RequiredTraffic, requiredTraffic, TrafficUse } from './required-traffic';
import { TRAFFIC_WORDS } from './traffic-words';
import { Cluster } from '../../manifests';
import { Chain, End, PolicyModel, TUNNELS } from '../../policy';
import { ClusterCheck, Report } from '../check';
import { cutAt, HostCut, hostPacket, placeOf, reasonOf } from '../host/host-passage';
import { hasHostEndpoints, hostClasses, HostSubject, hostSubjects, otherNode } from '../host/host-subjects';
import { imagine } from '../policy/pods/imagined';
import { policyModelOf } from '../policy-model-of';

/** What Felix lets through between nodes before normal policies, as verdicts know too. Untracked and pre-DNAT policies come first. */
const KEPT_OPEN: ReadonlySet<TrafficUse> = new Set<TrafficUse>([...TUNNELS, 'bpf']);
const BEFORE_FILTER: Readonly<Record<'ingress' | 'egress', readonly Chain[]>> = { ingress: ['untracked', 'preDnat'], egress: ['untracked'] };

/** Directions in which a cut breaks it: not those of what is served on some node, which isn't in the manifests. BGP is judged apart. */
const DIRECTIONS: Readonly<Partial<Record<TrafficUse, readonly ('ingress' | 'egress')[]>>> = {
  'ipip': ['ingress', 'egress'],
  'vxlan': ['ingress', 'egress'],
  'bpf': ['ingress', 'egress'],
  'flannel': ['ingress', 'egress'],
  'wireguard': ['ingress', 'egress'],
  'wireguard-v6': ['ingress', 'egress'],
  'typha': ['egress'],
  'api-server': ['egress'],
  'node-metrics': ['ingress'],
};

/**
 * Policies of host endpoints that deny what Calico needs between nodes. Judged is what the manifests show of the install, at host endpoints that
 * govern the traffic between nodes, beyond the failsafe ports. Growth: a dozen packets a host endpoint.
 */
export const HOST_POLICY_CUTS: ClusterCheck = {
  id: 'underlay/host-policy-cuts',
  severity: 'error',
  summary: 'A policy of host endpoints denies something that Calico needs between nodes.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    if (hasHostEndpoints(cluster)) {
      const required = requiredTraffic(cluster).filter(({ assumed }) => !assumed);
      if (required.length > 0) {
        new HostPolicyCuts(cluster, policyModelOf(cluster), report).run(required);
      }
    }
  },
};

interface Found {
  readonly cut: HostCut;
  readonly traffic: RequiredTraffic;
  readonly subject: HostSubject;
  others: number;
}

class HostPolicyCuts {
  private readonly subjects: readonly HostSubject[];
  private readonly anywhere: End;
  private readonly node: End;
  private readonly found = new Map<string, Found>();

  constructor(cluster: Cluster, private readonly model: PolicyModel, private readonly report: Report) {
    const all = hostSubjects(cluster, model);
    this.subjects = all.filter(({ governsNodeTraffic }) => governsNodeTraffic !== 'unknown');
    this.node = otherNode(cluster, model, all);
    this.anywhere = imagine(model).somewhere(hostClasses(all));
  }

  public run(required: readonly RequiredTraffic[]): void {
    for (const traffic of required) {
      for (const subject of this.subjects) {
        for (const direction of DIRECTIONS[traffic.use] ?? []) {
          this.remember(traffic, subject, this.cut(traffic, subject, direction));
        }
      }
      if (traffic.use === 'bgp' && traffic.manifest.kind !== 'BGPPeer') {
        this.judgeBgp(traffic);
      }
    }
    this.found.forEach((found) => this.tell(found));
  }

  private cut({ use, protocol, port }: RequiredTraffic, subject: HostSubject, direction: 'ingress' | 'egress'): HostCut | undefined {
    const own = this.ownEnd(subject);
    const peer = use === 'api-server' || use === 'node-metrics' ? this.anywhere : this.node;
    const chains = KEPT_OPEN.has(use) ? BEFORE_FILTER[direction] : [...BEFORE_FILTER[direction], 'normal' as const];
    const packet = direction === 'ingress' ? hostPacket(protocol, port, peer, own) : hostPacket(protocol, port, own, peer);
    return cutAt(subject, direction, chains, packet, this.model);
  }

  private ownEnd({ endpoint }: HostSubject): End {
    return (endpoint.id < 0 ? undefined : this.model.endOf(endpoint, 4)) ?? imagine(this.model).endOf(endpoint);
  }

  /** Either of two nodes may open a session: it is cut where all host endpoints deny it in one direction, or one in both. */
  private judgeBgp(traffic: RequiredTraffic): void {
    const cuts = this.subjects.map((subject) => ({ subject, ingress: this.cut(traffic, subject, 'ingress'), egress: this.cut(traffic, subject, 'egress') }));
    const areSeveral = cuts.length > 1 || cuts.some(({ subject }) => !subject.isDeclared);
    const allIngress = areSeveral && cuts.every(({ ingress }) => ingress);
    const allEgress = areSeveral && cuts.every(({ egress }) => egress);
    for (const { subject, ingress, egress } of cuts) {
      if (allIngress || allEgress || (ingress && egress)) {
        this.remember(traffic, subject, allEgress ? egress : ingress);
      }
    }
  }

  private remember(traffic: RequiredTraffic, subject: HostSubject, cut: HostCut | undefined): void {
    if (cut === undefined) {
      return;
    }
    const { manifest, field } = placeOf(cut);
    const key = JSON.stringify([traffic.use, cut.station.direction, manifest.kind, manifest.name, field]);
    const known = this.found.get(key);
    if (known) {
      known.others++;
    } else {
      this.found.set(key, { cut, traffic, subject, others: 0 });
    }
  }

  private tell({ cut, traffic, subject, others }: Found): void {
    const { use, protocol, port } = traffic;
    const { reason, loss } = TRAFFIC_WORDS[use];
    const name = port === undefined ? 'IP protocol 4' : `${protocol === 6 ? 'TCP' : 'UDP'} port ${port}`;
    const { direction, chain } = cut.station;
    const way = direction === 'ingress' ? 'from' : 'to';
    const isMild = use.endsWith('metrics') || subject.governsNodeTraffic === 'likely';
    this.report({
      ...placeOf(cut),
      what: `${subject.title}${others === 0 ? ' denies' : ` and ${others} other${others === 1 ? '' : 's'} deny`} ${name} ${way} other nodes (${reason})`,
      why: `${reasonOf(cut)}; ${loss}`,
      fix: `allow ${name} ${way} the addresses of the nodes in \`${direction}\`${chain === 'normal' ? '' : `, in a policy with ${chain === 'untracked' ? 'doNotTrack' : 'preDNAT'}`}`,
      ...(isMild && { severity: 'warning' as const }),
    });
  }
}
