import { Construct } from 'constructs';
import { workerNodesProbes } from './probes';
import { PolicyType } from '../../../values/policy-type';
import { Selector } from '../../../values/selector';
import { hostEndpointsWith } from '../../host-selection';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate } from '../../policy-template';
import { ProbeSet } from '../../probe-set';
import { CONTROL_PLANE, nodeIngress } from '../node-ingress';
import { NodeTemplateProps } from '../node-template-props';

const NAME = 'worker-nodes';

/**
 * Options of `WorkerNodes`.
 */
export interface WorkerNodesProps extends NodeTemplateProps {
  /** The host endpoints of the workers, by their labels. @default - those with a label kubernetes.io/hostname, but the control plane's */
  readonly workers?: Selector;
}

/**
 * Closes worker nodes to all but the kubelet's clients, loopback, and what IP needs.
 *
 * Source: `ingress-k8s-workers` of Calico's `network-policy/hosts/kubernetes-nodes`, which forgets IPv6: loopback, and neighbour discovery.
 */
export class WorkerNodes extends PolicyTemplate {
  private readonly controlPlane: Selector;
  private readonly workers: Selector;
  private readonly kubeletClients: Selector | undefined;

  constructor(scope: Construct, id: string, props: WorkerNodesProps = {}) {
    super(scope, id, {
      name: `hosts/${NAME}`,
      summary: 'Limits ingress of worker nodes (ingress-k8s-workers) to the kubelet, by the control plane, loopback and what IP needs.',
      useWhen: ['The workers have host endpoints, such as automatic ones, and nothing but pods serves anybody there.'],
      avoidWhen: [
        'There are no host endpoints: nothing happens.',
        'SSH, BGP or Typha is to be closed: failsafe ports stay open; see hosts/failsafe-replacement.',
        'Pods on the network of their node listen there, such as node-exporter or an ingress controller: add policies for them, and for the kubelet\'s probes of them.',
        'Kubelet clients are pods of a pool with `natOutgoing`: other nodes see them as the node that they run on; name its host endpoint.',
        'Traffic to pods and node ports is meant, which nodes only pass on: see hosts/node-ports.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, props);
    this.controlPlane = props.controlPlane ?? CONTROL_PLANE;
    this.workers = props.workers ?? Selector.label('kubernetes.io/hostname').exists().and(this.controlPlane.not());
    this.kubeletClients = props.kubeletClients;
    this.addGlobalNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, NAME) },
      selector: hostEndpointsWith(this.workers),
      types: [PolicyType.INGRESS],
      ingress: nodeIngress(this.controlPlane, this.kubeletClients),
    });
  }

  public probes(): ProbeSet[] {
    return workerNodesProbes(this.controlPlane, this.workers, this.kubeletClients);
  }
}
