import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { addObject } from './add-object';
import { ApplyOrder } from './apply-order';
import { requirementsOf, UnderlayRequirement } from './underlay-requirement';
import { Gate } from '../gate/gate';


/**
 * Calico, installed one way or another: charts that have to be applied in order. Creating one arms the gate of its app.
 */
export abstract class CalicoInstall extends Construct {
  /** The phases in the order in which they have to be applied. Empty ones are left out. */
  public readonly phases: Chart[] = [];

  /** Namespace of calico-node: `kube-system` or `calico-system`. */
  public abstract readonly nodeNamespace: string;

  /** Label `k8s-app` and name of the DaemonSet of calico-node. */
  public abstract readonly nodeName: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    Gate.of(this).arm();
  }

  /**
   * The order of the phases, and of charts that need a running Calico, such as those of policies.
   *
   * @param charts that come after the install, in their own order
   */
  public applyOrder(...charts: Chart[]): ApplyOrder {
    return ApplyOrder.of(...this.phases, ...charts);
  }

  /**
   * What the network between the nodes has to let through: for whoever runs its security groups and firewalls. It follows from the final objects
   * of the cluster as they are now, patches, pools and settings of Felix beside the install included. A `NetworkPlan` that declares
   * its `underlay` is held to it (`underlay/traffic-blocked`).
   */
  public underlayRequirements(): UnderlayRequirement[] {
    return requirementsOf(Gate.of(this).clusterOf(this));
  }

  /**
   * Adds a phase, unless it is empty.
   * @internal
   */
  protected _addPhase(id: string, manifests: readonly unknown[]): Chart | undefined {
    if (manifests.length === 0) {
      return undefined;
    }
    const chart = new Chart(this, id);
    manifests.forEach((manifest) => addObject(chart, manifest));
    this.phases.push(chart);
    return chart;
  }
}
