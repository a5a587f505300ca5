import { Selector } from '../../values/selector';
import { PolicyTemplateProps } from '../policy-template';

/**
 * Options of templates for the nodes of a cluster. Host endpoints that Calico makes itself have the labels of their nodes.
 */
export interface NodeTemplateProps extends PolicyTemplateProps {
  /** The host endpoints of the control plane, by their labels. @default has(node-role.kubernetes.io/control-plane) */
  readonly controlPlane?: Selector;

  /**
   * Who else reaches the kubelets, such as metrics-server and Prometheus, by labels of pods or host endpoints. Ask for the namespace of pods too, by
   * `projectcalico.org/namespace`: others may give theirs the same labels.
   *
   * @default - nobody
   */
  readonly kubeletClients?: Selector;
}
