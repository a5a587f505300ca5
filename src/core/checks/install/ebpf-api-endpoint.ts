import { InstallObjects, installObjects, objectAt, textAt } from './install-objects';
import { readInstallation } from './read-installation';
import { readNode } from './read-node';
import { ClusterCheck, Report } from '../check';

const ENDPOINT = 'kubernetes-services-endpoint';
const WHY_NONE = 'eBPF takes the place of kube-proxy, so calico-node can\'t reach the Kubernetes API by its Service until it has reached it once: nodes that start '
  + 'without kube-proxy never become ready';

/** tigera operator pkg/controller/utils/bpf.go; docs operations/ebpf/enabling-ebpf. */
export const EBPF_API_ENDPOINT: ClusterCheck = {
  id: 'install/ebpf-api-endpoint',
  severity: 'error',
  summary: 'eBPF is on, and nodes have no address of the Kubernetes API that works without kube-proxy, or two.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const objects = installObjects(cluster);
    checkInstallations(objects, report);
    checkNodes(objects, report);
  },
};

function checkInstallations({ installations, configMaps }: InstallObjects, report: Report): void {
  const given = configMaps.has(`tigera-operator/${ENDPOINT}`);
  for (const { manifest, network, dataPlane } of installations.map(readInstallation)) {
    const bootstrap = network.bpfNetworkBootstrap === 'Enabled';
    if (dataPlane !== 'BPF') {
      if (bootstrap) {
        report({
          manifest,
          field: ['spec', 'calicoNetwork', 'bpfNetworkBootstrap'],
          what: `bpfNetworkBootstrap is Enabled, and linuxDataplane is ${dataPlane}`,
          why: 'the operator bootstraps eBPF only, and reports the Installation as degraded',
          fix: 'set linuxDataplane to BPF, or leave bpfNetworkBootstrap out',
        });
      }
    } else if (bootstrap && given) {
      report({
        manifest,
        field: ['spec', 'calicoNetwork', 'bpfNetworkBootstrap'],
        what: `bpfNetworkBootstrap is Enabled, and there is a ConfigMap tigera-operator/${ENDPOINT}`,
        why: 'the operator doesn\'t choose between the two, and reports the Installation as degraded',
        fix: 'leave one of them out',
      });
    } else if (!bootstrap && !given) {
      report({
        manifest,
        field: ['spec', 'calicoNetwork', 'linuxDataplane'],
        what: `linuxDataplane is BPF, and there is neither a ConfigMap tigera-operator/${ENDPOINT} nor bpfNetworkBootstrap`,
        why: WHY_NONE,
        fix: 'add the ConfigMap with KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT, or set bpfNetworkBootstrap to Enabled; acknowledge this where the ConfigMap is created elsewhere',
      });
    }
  }
}

function checkNodes(objects: InstallObjects, report: Report): void {
  for (const { manifest, value, field } of objects.nodes.map((node) => readNode(node, objects))) {
    const namespace = manifest.namespace ?? 'default';
    const configMap = objects.configMaps.get(`${namespace}/${ENDPOINT}`);
    const host = value('KUBERNETES_SERVICE_HOST') ?? (configMap && textAt(objectAt(configMap.object, 'data'), 'KUBERNETES_SERVICE_HOST'));
    if (value('FELIX_BPFENABLED') === 'true' && !host) {
      report({
        manifest,
        field: field('FELIX_BPFENABLED'),
        what: `FELIX_BPFENABLED is true, and neither KUBERNETES_SERVICE_HOST nor a ConfigMap ${namespace}/${ENDPOINT} says where the Kubernetes API is`,
        why: WHY_NONE,
        fix: 'set kubernetes_service_host and kubernetes_service_port in calico-config, or add the ConfigMap; acknowledge this where it is created elsewhere',
      });
    }
  }
}
