import { ApiEndpoint } from '../data-plane';
import { ImageNames } from '../image-names';
import { InstallSettings } from '../install-settings';
import { OperatorApi } from '../operator-api';
import { OperatorInstallProps } from '../operator-install-props';
import { WindowsOptions } from '../windows-options';

/** The namespace of the operator itself. */
export const OPERATOR_NAMESPACE = 'tigera-operator';

/** Everything that the objects of an operator install are made from. */
export interface OperatorSettings extends InstallSettings {
  readonly api: OperatorApi;
  readonly images: ImageNames;
  readonly goldmane: boolean;
  readonly whisker: boolean;
  readonly csiDriver: boolean;
  readonly windows?: WindowsOptions;
  readonly controlPlaneReplicas?: number;
  /** True where the operator makes the CustomResourceDefinitions. */
  readonly managesCrds: boolean;
  /** Where the Kubernetes API is reached without kube-proxy, for eBPF or Windows. */
  readonly endpoint?: ApiEndpoint;
  /** Options that go into the Installation as they are. */
  readonly options: OperatorInstallProps;
  readonly annotations?: Record<string, string>;
}
