import { InstallObjects, installObjects } from './install-objects';
import { ReadInstallation, readInstallation } from './read-installation';
import { FieldPath } from '../../findings';
import { ClusterCheck } from '../check';

/** tigera operator pkg/controller/installation/validation.go, validateCustomResource: what Windows nodes need. */
export const WINDOWS: ClusterCheck = {
  id: 'install/windows',
  severity: 'error',
  summary: 'An Installation is for Windows nodes, and lacks what they need, or has settings for them and isn\'t.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const objects = installObjects(cluster);
    for (const installation of objects.installations.map(readInstallation)) {
      for (const problem of problems(installation, objects)) {
        report({ manifest: installation.manifest, why: 'the operator reports the Installation as degraded, and installs nothing', ...problem });
      }
    }
  },
};

/** What is wrong for Windows nodes. */
interface Problem {
  readonly field: FieldPath;
  readonly what: string;
  readonly fix: string;
}

function* problems({ windows, cni, spec }: ReadInstallation, { configMaps }: InstallObjects): Generator<Problem> {
  if (!windows) {
    if (spec.windowsNodes !== undefined) {
      yield { field: ['spec', 'windowsNodes'], what: 'windowsNodes is set, and windowsDataplane isn\'t HNS', fix: 'set calicoNetwork.windowsDataplane to HNS, or leave windowsNodes out' };
    }
    return;
  }
  if (!configMaps.has('tigera-operator/kubernetes-services-endpoint')) {
    yield {
      field: ['spec', 'calicoNetwork', 'windowsDataplane'],
      what: 'windowsDataplane is HNS, and there is no ConfigMap tigera-operator/kubernetes-services-endpoint',
      fix: 'add it with KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT; acknowledge this where it is created elsewhere',
    };
  }
  if (cni === 'Calico' && !(Array.isArray(spec.serviceCIDRs) && spec.serviceCIDRs.length > 0)) {
    yield { field: ['spec', 'serviceCIDRs'], what: 'windowsDataplane is HNS, and serviceCIDRs is empty', fix: 'list the API server\'s service-cluster-ip-range' };
  }
}
