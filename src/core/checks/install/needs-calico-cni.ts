import { installObjects, objectAt } from './install-objects';
import { ReadInstallation, readInstallation } from './read-installation';
import { FieldPath } from '../../findings';
import { ClusterCheck } from '../check';

/** tigera operator pkg/controller/installation/validation.go, validateCustomResource: what only Calico's own CNI plugin has. */
export const NEEDS_CALICO_CNI: ClusterCheck = {
  id: 'install/needs-calico-cni',
  severity: 'error',
  summary: 'An Installation sets something of Calico\'s networking beside another CNI plugin.',
  refusedByCluster: true,
  sees: 'cluster',
  run: (cluster, report) => {
    for (const installation of installObjects(cluster).installations.map(readInstallation).filter(({ cni }) => cni !== 'Calico')) {
      for (const { field, what } of calicoSettings(installation)) {
        report({
          manifest: installation.manifest,
          field,
          what: `${what}, and the CNI plugin is ${installation.cni}`,
          why: 'pods get their addresses and routes from that plugin, not from Calico: the operator reports the Installation as degraded, and installs nothing',
          fix: 'leave the field out, or set spec.cni.type to Calico, which then does the networking of all new pods',
        });
      }
    }
  },
};

function* calicoSettings({ network, spec, pools }: ReadInstallation): Generator<{ readonly field: FieldPath; readonly what: string }> {
  const at = (name: string): FieldPath => ['spec', 'calicoNetwork', name];
  for (const { index, encapsulation } of pools) {
    if (encapsulation !== 'None') {
      yield { field: [...at('ipPools'), index, 'encapsulation'], what: `the pool has encapsulation ${encapsulation}` };
    }
  }
  if (network.bgp === 'Enabled' && pools.length > 0) {
    yield { field: at('bgp'), what: 'bgp is Enabled' };
  }
  if (network.hostPorts === 'Enabled') {
    yield { field: at('hostPorts'), what: 'hostPorts is Enabled' };
  }
  for (const name of ['multiInterfaceMode', 'containerIPForwarding']) {
    if (network[name] !== undefined) {
      yield { field: at(name), what: `${name} is set` };
    }
  }
  if (objectAt(spec, 'logging').cni !== undefined) {
    yield { field: ['spec', 'logging', 'cni'], what: 'logging.cni is set' };
  }
}
