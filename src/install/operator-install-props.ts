import { CalicoInstallOptions } from './calico-install-options';
import { CrdSource } from './crd-source';
import { OperatorApi } from './operator-api';
import { WindowsOptions } from './windows-options';

/**
 * Properties of an `OperatorInstall`.
 */
export interface OperatorInstallProps extends CalicoInstallOptions {
  /** How `projectcalico.org/v3` is served. @default OperatorApi.aggregated() */
  readonly api?: OperatorApi;

  /** Where the CustomResourceDefinitions come from. @default CrdSource.INCLUDED */
  readonly crds?: CrdSource;

  /** Goldmane, which collects the flows of the cluster. @default true */
  readonly goldmane?: boolean;

  /** Whisker, which shows the flows that Goldmane collects. @default - the same as goldmane */
  readonly whisker?: boolean;

  /** The CSI driver by which pods get Felix's policy socket, for policy on HTTP requests. @default true */
  readonly csiDriver?: boolean;

  /** How many of each Deployment that can have several. @default 2 */
  readonly controlPlaneReplicas?: number;

  /** Calico on Windows nodes as well. @default - Linux only */
  readonly windows?: WindowsOptions;
}
