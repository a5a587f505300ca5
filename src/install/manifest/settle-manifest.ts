import { laterPools } from './later-objects';
import { ManifestSettings, namesOf } from './manifest-settings';
import { CalicoApi } from '../calico-api';
import { CrdSource } from '../crd-source';
import { KubeProxyHandling } from '../data-plane';
import { Encapsulation } from '../encapsulation';
import { ImageNames } from '../image-names';
import { settle } from '../install-settings';
import { ManifestInstallProps } from '../manifest-install-props';
import { ManifestNetworking } from '../manifest-networking';
import { recordAnnotations } from '../record';

/** Options that say how Calico networks pods, which it doesn't where something else does. */
const NETWORK_OPTIONS = ['pools', 'encapsulation', 'bgp', 'ipv4Detection', 'ipv6Detection'] as const;

/**
 * Settles the options of a manifest install, and refuses what its objects can't express.
 *
 * @throws where options contradict each other, or need something that the install hasn't got
 */
export function settleManifest(path: string, props: ManifestInstallProps): ManifestSettings {
  const networking = props.networking ?? ManifestNetworking.CALICO;
  const shared = settle(path, props, carrierOf(networking));
  const settings: ManifestSettings = {
    ...shared,
    networking,
    names: namesOf(networking),
    api: props.api ?? CalicoApi.calicoctl(),
    typha: props.typha,
    images: new ImageNames(path, props.images, props.fips),
    metrics: props.metrics ?? {},
    resources: props.resources ?? {},
    logLevel: (props.logSeverity ?? 'Info').toLowerCase(),
    pullSecrets: props.images?.pullSecrets?.map((name) => ({ name })),
    tolerations: props.controlPlaneTolerations ?? [],
    nodeSelector: props.controlPlaneNodeSelector ?? {},
    annotations: recordAnnotations(shared, props.podCidrs),
  };
  checkRoute(path, props, settings);
  checkNetworking(path, props, settings);
  checkParts(path, settings);
  checkApi(path, settings);
  return settings;
}

/** flannel puts packets into VXLAN; where the platform routes pods' addresses, nothing is added to a packet. */
function carrierOf({ name }: ManifestNetworking): Encapsulation | undefined {
  return name === 'canal' ? Encapsulation.VXLAN : name === 'policy-only' ? Encapsulation.NONE : undefined;
}

function checkRoute(path: string, props: ManifestInstallProps, { facts, platform, dataPlane, apiServer }: ManifestSettings): void {
  if (facts.cni !== 'Calico' || facts.provider === 'OpenShift') {
    throw new Error(`${path}: ${platform.name} ${facts.cni === 'Calico' ? '' : `with the networking of ${facts.cni} `}is for the operator only: take OperatorInstall`);
  }
  if (props.crds === CrdSource.MANAGED_BY_OPERATOR) {
    throw new Error(`${path}: crds is MANAGED_BY_OPERATOR, and manifests have no operator: take CrdSource.INCLUDED or GIVEN`);
  }
  if (dataPlane.isEbpf && apiServer === undefined) {
    throw new Error(`${path}: only the operator finds the Kubernetes API by itself: take DataPlane.ebpf with apiServerHost`);
  }
  if (dataPlane._kubeProxy === KubeProxyHandling.MANAGED_BY_OPERATOR) {
    throw new Error(`${path}: kubeProxy is MANAGED_BY_OPERATOR, and manifests have no operator: take KubeProxyHandling.REMOVED_BY_YOU or KEPT`);
  }
}

function checkNetworking(path: string, props: ManifestInstallProps, { networking, dataPlane }: ManifestSettings): void {
  if (networking.name === 'calico') {
    return;
  }
  const given = NETWORK_OPTIONS.find((name) => props[name] !== undefined);
  if (given !== undefined) {
    throw new Error(`${path}: ${given} is given, and with ${networking.name} networking pods get their addresses and routes elsewhere: leave it out, or take ManifestNetworking.CALICO`);
  }
  if (networking.name === 'canal' && dataPlane.name !== 'Iptables') {
    throw new Error(`${path}: the data plane is ${dataPlane.name}, and Canal works with iptables only: leave it out, or take ManifestNetworking.CALICO`);
  }
}

function checkParts(path: string, { typha, metrics, resources, api }: ManifestSettings): void {
  if (typha === undefined && (metrics.typhaPort !== undefined || resources.typha !== undefined)) {
    throw new Error(`${path}: ${metrics.typhaPort === undefined ? 'resources.typha' : 'metrics.typhaPort'} is given, and there is no Typha: add typha, or leave it out`);
  }
  if (api.mode !== 'aggregated' && resources.apiServer !== undefined) {
    throw new Error(`${path}: resources.apiServer is given, and there is no API server of Calico's: take CalicoApi.aggregated, or leave it out`);
  }
}

function checkApi(path: string, settings: ManifestSettings): void {
  for (const { name, family } of settings.pools ?? []) {
    const own = `default-${family.toLowerCase()}-ippool`;
    if (name !== own && !laterPools(settings).some((pool) => pool.name === name)) {
      throw new Error(`${path}: the first ${family} pool is named ${name}, and calico-node, which makes it, names it ${own}: leave the name out`);
    }
  }
  if (settings.api.mode !== 'calicoctl') {
    return;
  }
  const [later] = laterPools(settings);
  const needs = later ? `pool ${later.name}` : Object.keys(settings.givenFelix).length > 0 ? 'felix' : undefined;
  if (needs !== undefined) {
    throw new Error(`${path}: ${needs} needs projectcalico.org/v3, which nothing serves: take CalicoApi.aggregated or native, or leave it out and write it with calicoctl`);
  }
}
