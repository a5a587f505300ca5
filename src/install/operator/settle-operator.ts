import { OperatorSettings } from './operator-settings';
import { IpFamily } from '../../values/ip-family';
import { CrdSource } from '../crd-source';
import { ApiEndpoint, DataPlane, KubeProxyHandling } from '../data-plane';
import { Encapsulation } from '../encapsulation';
import { ImageNames } from '../image-names';
import { InstallSettings, settle } from '../install-settings';
import { OperatorApi } from '../operator-api';
import { OperatorInstallProps } from '../operator-install-props';
import { recordAnnotations } from '../record';

/** The operator takes at most so many pools (the schema of Installation). */
const MOST_POOLS = 25;

/**
 * Settles the options of an operator install, and refuses what an Installation can't express.
 *
 * @throws where options contradict each other, or need something that the install hasn't got
 */
export function settleOperator(path: string, props: OperatorInstallProps): OperatorSettings {
  const shared = settle(path, props);
  const goldmane = props.goldmane ?? true;
  const settings: OperatorSettings = {
    ...shared,
    api: props.api ?? OperatorApi.aggregated(),
    images: new ImageNames(path, props.images),
    goldmane,
    whisker: props.whisker ?? goldmane,
    csiDriver: props.csiDriver ?? true,
    windows: props.windows,
    controlPlaneReplicas: props.controlPlaneReplicas,
    managesCrds: props.crds === CrdSource.MANAGED_BY_OPERATOR,
    endpoint: endpointOf(path, props, shared),
    options: props,
    annotations: recordAnnotations(shared, props.podCidrs),
  };
  checkPools(path, props, settings);
  checkWindows(path, settings);
  checkParts(path, props, settings);
  return settings;
}

/** One ConfigMap tells all components where the Kubernetes API is: eBPF and Windows can't have different ones. */
function endpointOf(path: string, { windows }: OperatorInstallProps, { apiServer, dataPlane }: InstallSettings): ApiEndpoint | undefined {
  if (windows === undefined) {
    return apiServer;
  }
  if (dataPlane.isEbpf && apiServer === undefined) {
    throw new Error(`${path}: windows gives an endpoint of the Kubernetes API, and with one the operator doesn't find it by itself: take DataPlane.ebpf in place of ebpfBootstrapped`);
  }
  const own = DataPlane.ebpf({ apiServerHost: windows.apiServerHost, apiServerPort: windows.apiServerPort })._apiServer!;
  if (apiServer !== undefined && (apiServer.host !== own.host || apiServer.port !== own.port)) {
    throw new Error(`${path}: eBPF reaches the Kubernetes API at ${apiServer.host}:${apiServer.port}, Windows at ${own.host}:${own.port}: there is one endpoint for all nodes, so give the same`);
  }
  return own;
}

function checkPools(path: string, { encapsulation }: OperatorInstallProps, { pools, facts }: OperatorSettings): void {
  if (pools === undefined && facts.cni === 'Calico' && encapsulation !== undefined && encapsulation !== Encapsulation.IPIP) {
    throw new Error(`${path}: encapsulation is ${encapsulation}, and no pools are given: the operator makes pools of its own with IPIP; give the pools`);
  }
  if (pools !== undefined && pools.length > MOST_POOLS) {
    throw new Error(`${path}: ${pools.length} pools are given, and an Installation holds at most ${MOST_POOLS}: make the others IpPools, with names of their own`);
  }
}

function checkWindows(path: string, { windows, pools, dataPlane, encapsulation }: OperatorSettings): void {
  if (windows === undefined) {
    return;
  }
  if (windows.serviceCidrs.length === 0) {
    throw new Error(`${path}: windows.serviceCidrs is empty, and Windows nodes have to know the addresses of Services: give the API server's service-cluster-ip-range`);
  }
  const v4 = pools?.find(({ family }) => family === IpFamily.IPV4);
  const used = v4?.encapsulation ?? encapsulation;
  if (used !== Encapsulation.VXLAN && used !== Encapsulation.NONE) {
    throw new Error(`${path}: the IPv4 pool has encapsulation ${used}, and Windows nodes know VXLAN and none only: take Encapsulation.VXLAN or NONE`);
  }
  if (dataPlane._kubeProxy === KubeProxyHandling.MANAGED_BY_OPERATOR) {
    throw new Error(`${path}: kubeProxy is MANAGED_BY_OPERATOR, and Windows nodes need kube-proxy: take KubeProxyHandling.KEPT or REMOVED_BY_YOU, which is for Linux nodes`);
  }
}

function checkParts(path: string, props: OperatorInstallProps, { api, goldmane, whisker, givenFelix, impliedFelix }: OperatorSettings): void {
  if (whisker && !goldmane) {
    throw new Error(`${path}: whisker is true and goldmane false, and Whisker shows what Goldmane collects: take both, or neither`);
  }
  if (props.controlPlaneReplicas !== undefined && (!Number.isInteger(props.controlPlaneReplicas) || props.controlPlaneReplicas < 1)) {
    throw new Error(`${path}: controlPlaneReplicas is ${props.controlPlaneReplicas}: it is a whole number from 1`);
  }
  if (api.mode !== 'calicoctl') {
    return;
  }
  const [setting] = [...Object.keys(givenFelix), ...Object.keys(impliedFelix)];
  const needs = props.resources?.apiServer ? 'resources.apiServer' : setting === undefined ? undefined : `Felix's setting ${setting}`;
  if (needs !== undefined) {
    throw new Error(`${path}: ${needs} needs projectcalico.org/v3, which nothing serves: take OperatorApi.aggregated or native, or leave it out`);
  }
}
