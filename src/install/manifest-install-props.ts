import { CalicoApi } from './calico-api';
import { CalicoInstallOptions } from './calico-install-options';
import { CrdSource } from './crd-source';
import { ManifestNetworking } from './manifest-networking';
import { TyphaSize } from './typha-size';

/**
 * Properties of a `ManifestInstall`.
 */
export interface ManifestInstallProps extends CalicoInstallOptions {
  /** Who gives pods addresses and routes. @default ManifestNetworking.CALICO */
  readonly networking?: ManifestNetworking;

  /** How `projectcalico.org/v3` is served. @default CalicoApi.calicoctl() */
  readonly api?: CalicoApi;

  /** Where the CustomResourceDefinitions come from: included or given. @default CrdSource.INCLUDED */
  readonly crds?: CrdSource;

  /** Typhas between the nodes and the Kubernetes API; advisable from 50 nodes on. @default - none: each node asks the Kubernetes API */
  readonly typha?: TyphaSize;

  /** The CSI driver by which pods get Felix's policy socket, for policy on HTTP requests. @default false */
  readonly csiDriver?: boolean;
}
