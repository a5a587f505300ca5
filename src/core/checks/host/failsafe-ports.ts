import { cutAt, hostPacket } from './host-passage';
import { hasHostEndpoints, hostClasses, HostSubject, hostSubjects } from './host-subjects';
import { Cluster, isObject, Manifest } from '../../manifests';
import { Direction, End, PolicyModel } from '../../policy';
import { isLabelOfPods } from '../../policy/reserved-labels';
import { labelsOf } from '../../selectors';
import { calicoObjects } from '../calico-objects';
import { ClusterCheck, Report } from '../check';
import { imagine, imaginedEndpoint } from '../policy/pods/imagined';
import { policyModelOf } from '../policy-model-of';

interface Need {
  readonly protocol: 6 | 17;
  readonly port: number;
  readonly name: string;
}

/** What is lost by leaving it out of the list, of Felix's own defaults (felix/config/config_params.go). */
const NEEDS: Readonly<Record<Direction, readonly Need[]>> = {
  ingress: [
    { protocol: 6, port: 22, name: 'SSH' }, { protocol: 17, port: 68, name: 'DHCP' }, { protocol: 6, port: 179, name: 'BGP' },
    { protocol: 6, port: 2379, name: 'etcd' }, { protocol: 6, port: 2380, name: 'etcd' }, { protocol: 6, port: 5473, name: 'Typha' },
    { protocol: 6, port: 6443, name: 'the Kubernetes API' },
  ],
  egress: [
    { protocol: 17, port: 53, name: 'DNS' }, { protocol: 17, port: 67, name: 'DHCP' }, { protocol: 6, port: 179, name: 'BGP' },
    { protocol: 6, port: 2379, name: 'etcd' }, { protocol: 6, port: 2380, name: 'etcd' }, { protocol: 6, port: 5473, name: 'Typha' },
    { protocol: 6, port: 6443, name: 'the Kubernetes API' },
  ],
};
const LOSSES: Readonly<Record<Direction, string>> = {
  ingress: 'and then nobody gets in to undo that',
  egress: 'and then the node learns of no policy that would undo that',
};
const LISTS: Readonly<Record<Direction, string>> = { ingress: 'failsafeInboundHostPorts', egress: 'failsafeOutboundHostPorts' };

/**
 * A list of failsafe ports takes the place of Felix's own, it doesn't add to it. Where host endpoints are among the manifests, what policies deny
 * there is proved; where none are, it is what they deny to the next one that anybody makes, of whatever labels. Growth: two dozen packets a host
 * endpoint.
 */
export const FAILSAFE_PORTS: ClusterCheck = {
  id: 'host/failsafe-ports',
  severity: 'warning',
  summary: 'A list of failsafe ports leaves out what keeps nodes reachable, and no policy allows it.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const configuration = calicoObjects(cluster, 'FelixConfiguration').find(({ name }) => name === 'default');
    const directions = (['ingress', 'egress'] as const).filter((direction) => Array.isArray(configuration?.spec[LISTS[direction]]));
    if (configuration === undefined || directions.length === 0) {
      return;
    }
    const hosts = hostsOf(cluster, configuration);
    directions.forEach((direction) => judge(configuration, direction, report, hosts));
  },
};

/** The host endpoints of a cluster, and something at any address, which may be another of them. */
interface Hosts {
  readonly model: PolicyModel;
  readonly subjects: readonly HostSubject[];
  readonly areThere: boolean;
  readonly anywhere: End;
}

function hostsOf(cluster: Cluster, configuration: Manifest): Hosts {
  const model = policyModelOf(cluster);
  const areThere = hasHostEndpoints(cluster);
  const subjects = areThere ? hostSubjects(cluster, model) : [nextSubject(model, configuration)];
  return { model, subjects, areThere, anywhere: imagine(model).somewhere(hostClasses(subjects)) };
}

/** A host endpoint that somebody may make, without a profile. It may have each label that policies ask for, but for those of pods. */
function nextSubject(model: PolicyModel, configuration: Manifest): HostSubject {
  const names = model.policies.flatMap(({ selector }) => labelsOf(selector.ast)).map(({ label }) => label).filter((label) => !isLabelOfPods(label));
  const endpoint = imaginedEndpoint('host', { name: 'any' }, { labels: {}, unknownPrefixes: [], unknownNames: [...new Set(names)] }, [], configuration);
  return {
    title: 'any host endpoint',
    endpoint,
    isDeclared: false,
    governsNodeTraffic: 'unknown',
    stationOf: (direction, chain) => ({ ...imagine(model).stationOf(endpoint, direction, chain), profiles: [] }),
  };
}

function judge(configuration: Manifest, direction: Direction, report: Report, hosts: Hosts): void {
  const list = configuration.spec[LISTS[direction]] as unknown[];
  const left = NEEDS[direction].filter((need) => !list.some((entry) => isFor(entry, need)));
  let where: HostSubject | undefined;
  const lost = left.filter((need) => {
    const cut = hosts.subjects.find((subject) => isDenied(need, direction, subject, hosts));
    where ??= cut;
    return cut !== undefined;
  });
  if (lost.length > 0) {
    const words = lost.map(({ protocol, port, name }) => `${protocol === 6 ? 'TCP' : 'UDP'} ${port} (${name})`).join(', ');
    report({
      manifest: configuration,
      field: ['spec', LISTS[direction]],
      what: hosts.areThere ? `the list leaves out ${words}, and policies deny it at ${where!.title}` : `the list leaves out ${words}, which Felix keeps open by itself`,
      why: `a list takes the place of Felix's own: what isn't in it is closed at each host endpoint whose policies don't allow it, ${LOSSES[direction]}`,
      fix: `add the ports to \`${LISTS[direction]}\`, or allow them in a policy for the hosts first`,
      ...(!hosts.areThere && { severity: 'advice' as const }),
    });
  }
}

function isFor(entry: unknown, { protocol, port }: Need): boolean {
  return isObject(entry) && entry.port === port && String(entry.protocol).toLowerCase() === (protocol === 6 ? 'tcp' : 'udp');
}

function isDenied({ protocol, port }: Need, direction: Direction, subject: HostSubject, { model, anywhere }: Hosts): boolean {
  const own = imagine(model).endOf(subject.endpoint);
  const packet = direction === 'ingress' ? hostPacket(protocol, port, anywhere, own) : hostPacket(protocol, port, own, anywhere);
  return cutAt(subject, direction, direction === 'ingress' ? ['untracked', 'preDnat', 'normal'] : ['untracked', 'normal'], packet, model) !== undefined;
}
