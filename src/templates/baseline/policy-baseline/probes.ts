import { Flow } from '../../../model/flow';
import { FlowEnd } from '../../../values/flow-end';
import { Selector } from '../../../values/selector';
import { ClusterDns, knownClusterDns } from '../../cluster-dns';
import { lookAlikes, matchingLabels } from '../../labels-for-selector';
import { portOf } from '../../port-of';
import { flowsBetween, OUTSIDE } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { ScopedScene } from '../../scoped-scene';

/** What the baseline was asked for. */
export interface BaselineWishes {
  readonly namespaces: readonly string[];
  readonly dns: ClusterDns | undefined;
  readonly apiClients: Selector | undefined;
  readonly trustWithinNamespace: boolean;
  readonly blockMetadataAddress: boolean;
  readonly investigatorNamespaces: readonly string[];
  /** Manifests of tiers that aren't the baseline's own. */
  readonly givenTiers: readonly object[];
}

const METADATA = [FlowEnd.address('169.254.169.254'), FlowEnd.address('fd00:ec2::254')];
const TRAFFIC = { destinationPort: 8080 };
const RULES = [{ action: 'Allow' }];

/** The app alone; beside a team that allows everything, which opens neither metadata nor quarantine; and beside one that denies everything, DNS too. */
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
  readonly dnsServer: FlowEnd;
  readonly pretenders: readonly FlowEnd[];
  readonly apiServers: readonly FlowEnd[];
}

function sceneOf({ namespaces: [first, ...others], dns, apiClients, givenTiers }: BaselineWishes): BaselineScene {
  const scene = new ScopedScene();
  givenTiers.forEach((tier) => scene.cluster.addObject(tier));
  const labels = apiClients ? matchingLabels(apiClients) : { app: 'web' };
  scene.namespace(`${first}-other`, { name: first }).outsideSet(first, labels);
  const web = scene.pod(first, 'web', { labels });
  const api = scene.pod(first, 'api', { labels: apiClients ? lookAlikes(apiClients)[0] : { app: 'api' } });
  const sick = scene.pod(first, 'sick', { labels: { ...labels, quarantine: 'true' } });
  const siblings = others.map((namespace) => scene.pod(namespace, 'web', { labels }));
  const stranger = scene.pod(`${first}-other`, 'web', { labels });
  const { server, pretenders } = scene.dnsServer(knownClusterDns(dns), `${first}-other`);
  const apiServers = scene.hostPod('kube-system', 'kube-apiserver');
  scene.service('default', 'kubernetes', apiServers, [{ name: 'https', protocol: 'TCP', port: 6443 }]);
  return { scene, web, api, sick, siblings, stranger, dnsServer: server, pretenders, apiServers };
}

function queries(source: FlowEnd, destination: FlowEnd, dns: ClusterDns | undefined): Flow[] {
  const [port] = knownClusterDns(dns).ports;
  return ['UDP', 'TCP'].flatMap((protocol) => flowsBetween([source], [destination], { protocol, destinationPort: portOf(port) }));
}

function alone(wishes: BaselineWishes): ProbeSet {
  const { scene, web, api, sick, siblings, stranger, dnsServer, pretenders, apiServers } = sceneOf(wishes);
  const within = flowsBetween([web], [api], TRAFFIC);
  const toApiServers = (source: FlowEnd): Flow[] => flowsBetween([source], apiServers, { destinationPort: 6443 });
  const outsiders = [...siblings, stranger, ...OUTSIDE];
  const host = scene.hostEndpoint('node-a', { app: 'web' });
  return {
    name: 'the app alone',
    cluster: scene.cluster,
    mustAllow: [
      ...queries(web, dnsServer, wishes.dns),
      ...toApiServers(web),
      ...wishes.trustWithinNamespace ? within : [],
      ...flowsBetween([stranger], [...OUTSIDE, ...METADATA], { destinationPort: 80 }),
      ...flowsBetween([host], [stranger], TRAFFIC),
    ],
    mustDeny: [
      ...flowsBetween(outsiders, [web], TRAFFIC),
      ...flowsBetween([web], outsiders, TRAFFIC),
      ...flowsBetween([web], apiServers, { destinationPort: 22 }),
      ...pretenders.flatMap((pretender) => queries(web, pretender, wishes.dns)),
      ...wishes.apiClients ? toApiServers(api) : [],
      ...wishes.trustWithinNamespace ? [] : within,
      ...queries(sick, dnsServer, wishes.dns),
      ...flowsBetween([web], [sick], TRAFFIC),
      ...wishes.blockMetadataAddress ? flowsBetween([web], METADATA, { destinationPort: 80 }) : [],
    ],
  };
}

function besideOpenPolicies(wishes: BaselineWishes): ProbeSet {
  const { scene, web, sick, siblings, stranger } = sceneOf(wishes);
  const everything = { order: -1, types: ['Ingress', 'Egress'], ingress: RULES, egress: RULES };
  wishes.namespaces.forEach((namespace) => scene.policy(namespace, 'everything', everything));
  scene.globalPolicy('everything', { ...everything, namespaceSelector: 'has(projectcalico.org/name)' });
  const investigators = wishes.investigatorNamespaces.map((namespace) => scene.pod(namespace, 'investigator'));
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
      ...flowsBetween([sick], [web, stranger, ...OUTSIDE, ...METADATA, ...investigators], TRAFFIC),
    ],
  };
}

function besideClosedPolicies(wishes: BaselineWishes): ProbeSet {
  const { scene, web, api, dnsServer, apiServers } = sceneOf(wishes);
  const nothing = { order: -1, types: ['Ingress', 'Egress'], ingress: [{ action: 'Deny' }], egress: [{ action: 'Deny' }] };
  scene.policy(wishes.namespaces[0], 'nothing', nothing);
  return {
    name: 'beside a team that denies everything',
    cluster: scene.cluster,
    mustAllow: [
      ...queries(web, dnsServer, wishes.dns),
      ...flowsBetween([web], apiServers, { destinationPort: 6443 }),
    ],
    mustDeny: flowsBetween([web], [api], TRAFFIC),
  };
}
