import { Difference } from './variants';
import { Cidr, CrdSource, DataPlane, Encapsulation, OperatorInstallProps } from '../../src';

const POOL = { cidr: Cidr.parse('192.168.0.0/16'), encapsulation: Encapsulation.VXLAN_CROSS_SUBNET };

/** A way to install by the operator, and which of Calico's manifests together are the same. */
interface OperatorVariant {
  readonly props: OperatorInstallProps;
  readonly manifests: readonly string[];
  readonly differences?: readonly Difference[];
}

/** Calico's manifests for the operator, and the options that give the same. */
export const OPERATOR_VARIANTS: Readonly<Record<string, OperatorVariant>> = {
  'custom-resources': { props: { pools: [POOL], crds: CrdSource.MANAGED_BY_OPERATOR }, manifests: ['tigera-operator', 'custom-resources'] },
  'custom-resources-bpf': {
    props: { pools: [POOL], crds: CrdSource.MANAGED_BY_OPERATOR, dataPlane: DataPlane.ebpfBootstrapped() }, manifests: ['tigera-operator', 'custom-resources-bpf'],
  },
};
