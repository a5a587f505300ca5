import { Cidr } from '../../values/cidr';
import { Port } from '../../values/port';
import { Selector } from '../../values/selector';
import { PolicyTemplateProps } from '../policy-template';

/**
 * Options of templates for Calico's metrics: Felix and Typha at the nodes, kube-controllers in a pod.
 */
export interface CalicoMetricsProps extends PolicyTemplateProps {
  /** The pods that may read metrics, by their labels. @default calico-prometheus-access == "true" */
  readonly scrapers?: Selector;

  /** The namespaces of these pods, by their labels: whoever may label pods elsewhere gets nothing by it. */
  readonly scraperNamespaces: Selector;

  /** Addresses that may read metrics too; the nodes, where pools with `natOutgoing` hide the pods behind them. @default - none */
  readonly scraperNets?: Cidr[];

  /** The host endpoints of the nodes, by their labels. @default - all */
  readonly hosts?: Selector;

  /** The namespace of kube-controllers; kube-system where Calico is installed by manifests. @default calico-system */
  readonly namespace?: string;

  /** The port of Felix's metrics. @default - 9091 */
  readonly felixPort?: Port;

  /** The port of Typha's metrics. @default - 9093 */
  readonly typhaPort?: Port;

  /** The port of kube-controllers' metrics. @default - 9094 */
  readonly kubeControllersPort?: Port;
}
