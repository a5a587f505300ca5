import { IConstruct } from 'constructs';
import { addToList } from '../core/add-to-list';
import { AddressPlan, Cluster, Expectation, Manifest } from '../core/manifests';
import { Collected } from '../rendering/collect-manifests';

/** A plan construct as the gate sees it. */
export interface PlanSource {
  readonly path: string;
  /** The scope that the plan was created in, and governs. */
  readonly scope: IConstruct;
  readonly toAddressPlan: () => AddressPlan;
}

/** An expectation, and the construct that makes it. */
export interface ExpectationSource {
  readonly construct: IConstruct;
  readonly expectation: Expectation;
}

/**
 * Sorts objects, and expectations, by the plan that governs them: that of the closest scope which holds one. Those under no plan are one
 * further cluster. Each looks at its ancestors, so this grows with the number of objects times the depth of the tree.
 */
export function clustersOf(
  collected: Collected, plans: ReadonlyMap<IConstruct, PlanSource>, expectations: readonly ExpectationSource[] = [],
): Cluster[] {
  const byPlan = new Map<PlanSource | undefined, Manifest[]>([...plans.values()].map((plan) => [plan, []]));
  for (const object of collected.objects) {
    const plan = plans.size === 0 ? undefined : planOf(object.construct, plans);
    let members = byPlan.get(plan);
    if (members === undefined) {
      members = [];
      byPlan.set(plan, members);
    }
    object.addManifestsTo(members);
  }
  const expected = new Map<PlanSource | undefined, Expectation[]>();
  for (const { construct, expectation } of expectations) {
    const plan = planOf(construct, plans);
    addToList(expected, plan, expectation);
    byPlan.set(plan, byPlan.get(plan) ?? []);
  }
  return [...byPlan].map(([source, manifests]) => {
    const plan = source?.toAddressPlan();
    const its = expected.get(source);
    return { name: plan?.name ?? '', manifests, ...(plan && { plan }), ...(its && { expectations: its }) };
  });
}

function planOf(construct: IConstruct, plans: ReadonlyMap<IConstruct, PlanSource>): PlanSource | undefined {
  for (let scope: IConstruct | undefined = construct; scope; scope = scope.node.scope) {
    const plan = plans.get(scope);
    if (plan) {
      return plan;
    }
  }
  return undefined;
}
