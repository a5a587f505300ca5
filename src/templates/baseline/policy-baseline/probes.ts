import { Flow } from '../../../model/flow';
import { FlowEnd } from '../../../values/flow-end';
import { Selector } from '../../../values/selector';
import { ClusterDns, knownClusterDns } from '../../cluster-dns';
import { lookAlikes, matchingLabels } from '../../labels-for-selector';
import { flowsBetween, OUTSIDE } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { icmpFlows } from '../../protocols/icmp-flows';
import { ECHO_REQUESTS, ERRORS } from '../../protocols/icmp-types';
import { DnsFlows, ScopedScene } from '../../scoped-scene';

/** What the baseline was asked for. */
export interface BaselineWishes {
  readonly namespaces: readonly string[];
  readonly dns: ClusterDns | undefined;
  readonly apiClients: Selector | undefined;
  readonly trustWithinNamespace: boolean;
  readonly blockMetadataAddress: boolean;
  readonly investigatorNamespaces: readonly string[];
  /** Manifests of security, platform and app. */
  readonly tiers: readonly { readonly metadata: { readonly name: string } }[];
  readonly hasOwnTiers: boolean;
}

const METADATA = ['169.254.169.254', '169.254.170.2', 'fd00:ec2::254', 'fd20:ce::254', 'fd00:c1::a9fe:a9fe'].map((address) => FlowEnd.address(address));
const TRAFFIC = { destinationPort: 8080 };
const RULES = [{ action: 'Allow' }];

/** The app alone; beside policies that allow everything, which open neither metadata nor quarantine; and beside a team that denies everything. */
export function policyBaselineProbes(wishes: BaselineWishes): ProbeSet[] {
  return [
    alone(wishes),
    besideOpenPolicies(wishes),
    besideClosedPolicies(wishes),
  ];
}

interface BaselineScene {
  readonly scene: ScopedScene;
  readonly web: FlowEnd;
  readonly api: FlowEnd;
  readonly sick: FlowEnd;
  /** A pod of each other namespace of the app, or of none. */
  readonly siblings: readonly FlowEnd[];
  readonly stranger: FlowEnd;
  readonly dns: DnsFlows;
  readonly apiServers: readonly FlowEnd[];
}

function sceneOf({ namespaces: [first, ...others], dns, apiClients, tiers, hasOwnTiers }: BaselineWishes): BaselineScene {
  const scene = new ScopedScene();
  if (!hasOwnTiers) {
    tiers.forEach((tier) => scene.cluster.addObject(tier));
  }
  const labels = apiClients ? matchingLabels(apiClients) : { app: 'web' };
  scene.namespace(`${first}-other`, { name: first }).outsideSet(first, labels);
  const web = scene.pod(first, 'web', { labels });
  const api = scene.pod(first, 'api', { labels: apiClients ? lookAlikes(apiClients)[0] : { app: 'api' } });
  const sick = scene.pod(first, 'sick', { labels: { ...labels, quarantine: 'true' } });
  const siblings = others.map((namespace) => scene.pod(namespace, 'web', { labels }));
  const stranger = scene.pod(`${first}-other`, 'web', { labels });
  const apiServers = scene.hostPod('kube-system', 'kube-apiserver');
  scene.service('default', 'kubernetes', apiServers, [{ name: 'https', protocol: 'TCP', port: 6443 }]);
  return { scene, web, api, sick, siblings, stranger, dns: scene.dnsFlows(web, knownClusterDns(dns)), apiServers };
}

function alone(wishes: BaselineWishes): ProbeSet {
  const { scene, web, api, sick, siblings, stranger, dns, apiServers } = sceneOf(wishes);
  const pairs = wishes.namespaces.slice(1).map((namespace) => [scene.pod(namespace, 'one'), scene.pod(namespace, 'two')]);
  const within = [[web, api], ...pairs].flatMap(([one, two]) => flowsBetween([one], [two], TRAFFIC));
  // The app's own policy opens a port; what it doesn't decide goes on to the tier `default`, as the tier of the app ends with Pass.
  const own = { action: 'Allow', protocol: 'TCP', destination: { ports: [7070] } };
  scene.policy(wishes.namespaces[0], 'own', { tier: wishes.tiers[2].metadata.name, selector: 'all()', types: ['Ingress'], ingress: [own] });
  const toApiServers = (source: FlowEnd): Flow[] => flowsBetween([source], apiServers, { destinationPort: 6443 });
  const outsiders = [...siblings, stranger, ...OUTSIDE];
  const host = scene.hostEndpoint('node-a', { app: 'web' });
  // What isn't the app's is left alone: a label there means nothing, and a pod that others closed stays closed.
  const strangers = `${wishes.namespaces[0]}-other`;
  const labelled = scene.pod(strangers, 'labelled', { labels: { quarantine: 'true' } });
  const closed = scene.policy(strangers, 'closed', { selector: 'closed == "true"', types: ['Egress'] }).pod(strangers, 'closed', { labels: { closed: 'true' } });
  return {
    name: 'the app alone',
    cluster: scene.cluster,
    mustAllow: [
      ...dns.queries,
      ...toApiServers(web),
      ...wishes.trustWithinNamespace ? within.filter(() => wishes.hasOwnTiers) : [],
      ...flowsBetween([stranger, ...OUTSIDE], [web], { destinationPort: 7070 }),
      ...flowsBetween([stranger], [...OUTSIDE, ...METADATA], { destinationPort: 80 }),
      ...flowsBetween([host], [stranger], TRAFFIC),
      ...flowsBetween([labelled], [stranger], TRAFFIC),
    ],
    mustDeny: [
      ...flowsBetween(outsiders, [web], TRAFFIC),
      ...flowsBetween([web], outsiders, TRAFFIC),
      ...flowsBetween([stranger, ...OUTSIDE], siblings, TRAFFIC),
      ...flowsBetween(siblings, [stranger, ...OUTSIDE], TRAFFIC),
      ...flowsBetween([web], apiServers, { destinationPort: 22 }),
      ...dns.others,
      ...wishes.apiClients ? toApiServers(api) : [],
      ...wishes.trustWithinNamespace ? [] : within,
      ...dns.queries.map((query) => ({ ...query, source: sick })),
      ...flowsBetween([web], [sick], TRAFFIC),
      ...[...dns.queries, ...toApiServers(web)].map((flow) => ({ ...flow, source: closed })),
      ...wishes.blockMetadataAddress ? flowsBetween([web], METADATA, { destinationPort: 80 }) : [],
    ],
  };
}

function besideOpenPolicies(wishes: BaselineWishes): ProbeSet {
  const { scene, web, sick, siblings, stranger } = sceneOf(wishes);
  const everything = { order: -1, types: ['Ingress', 'Egress'], ingress: RULES, egress: RULES };
  wishes.namespaces.forEach((namespace) => scene.policy(namespace, 'everything', everything));
  scene.globalPolicy('everything', { ...everything, namespaceSelector: 'has(projectcalico.org/name)' });
  const investigators = wishes.investigatorNamespaces.map((namespace) => scene.outsideSet(namespace).pod(namespace, 'investigator'));
  const metadata = flowsBetween([web, ...siblings], METADATA, { destinationPort: 80 });
  return {
    name: 'beside policies that allow everything',
    cluster: scene.cluster,
    mustAllow: [
      ...flowsBetween([stranger, ...siblings, ...OUTSIDE], [web], TRAFFIC),
      ...flowsBetween([web], [stranger, ...OUTSIDE], TRAFFIC),
      ...flowsBetween(investigators, [sick], TRAFFIC),
      ...wishes.blockMetadataAddress ? [] : metadata,
    ],
    mustDeny: [
      ...wishes.blockMetadataAddress ? metadata : [],
      ...flowsBetween([web, stranger, ...OUTSIDE], [sick], TRAFFIC),
      ...icmpFlows([sick], [web], ECHO_REQUESTS),
      ...icmpFlows([web], [sick], [...ECHO_REQUESTS, ...ERRORS]),
      ...flowsBetween([sick], [web, stranger, ...OUTSIDE, ...METADATA, ...investigators], TRAFFIC),
    ],
  };
}

function besideClosedPolicies(wishes: BaselineWishes): ProbeSet {
  const { scene, web, api, dns, apiServers } = sceneOf(wishes);
  const nothing = { order: -1, types: ['Ingress', 'Egress'], ingress: [{ action: 'Deny' }], egress: [{ action: 'Deny' }] };
  scene.policy(wishes.namespaces[0], 'nothing', nothing);
  return {
    name: 'beside a team that denies everything',
    cluster: scene.cluster,
    mustAllow: [
      ...dns.queries,
      ...flowsBetween([web], apiServers, { destinationPort: 6443 }),
    ],
    mustDeny: flowsBetween([web], [api], TRAFFIC),
  };
}
