import { ApiObjectMetadata, JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import { CalicoObject } from './calico-object';
import { PolicyRules } from './policy-rules';
import { Rule } from '../values/rule';
import { StagedAction } from '../values/staged-action';

/**
 * A policy of Calico's, enforced or staged. Which of the two may change until synthesis: the object stays the same construct, so that patches,
 * labels and dependencies stay with it, and only kind and `stagedAction` of what is written differ.
 *
 * @internal hides it from jsii, which gives its members to the classes below it
 */
export abstract class PolicyObject extends CalicoObject {
  /** @internal */
  public readonly _rules: PolicyRules;

  /** @param enforcedKind the kind that the policy has when it is enforced */
  constructor(
    scope: Construct, id: string, private readonly enforcedKind: string, metadata: ApiObjectMetadata | undefined, rules: PolicyRules,
  ) {
    super(scope, id, kindOf(enforcedKind, rules.stagedAction), metadata, () => rules.toManifest());
    this._rules = rules;
  }

  /** Adds rules for traffic to the endpoints, after those that are there. */
  public addIngress(...rules: Rule[]): void {
    this._rules.ingress.push(...rules);
  }

  /** Adds rules for traffic from the endpoints, after those that are there. */
  public addEgress(...rules: Rule[]): void {
    this._rules.egress.push(...rules);
  }

  /**
   * Turns the policy into its staged twin, of the same name: it enforces nothing, and flow logs show what it would decide. All that it holds
   * stays, and what is added later counts. `enforce` turns it back.
   *
   * @param stagedAction what enforcing would do. @default StagedAction.SET
   */
  public stage(stagedAction: StagedAction = StagedAction.SET): void {
    this.become(stagedAction);
  }

  /**
   * Turns the policy into its enforced twin, of the same name. All that it holds stays, and what is added later counts. `stage` turns it back.
   */
  public enforce(): void {
    this.become(undefined);
  }

  /** cdk8s fixes the kind of an object when it is made: a patch changes it in the manifest, as users would. */
  private become(stagedAction: StagedAction | undefined): void {
    this._rules.stagedAction = stagedAction;
    const kind = kindOf(this.enforcedKind, stagedAction);
    if (kind !== this.kind) {
      (this as { kind: string }).kind = kind;
      this.addJsonPatch(JsonPatch.replace('/kind', kind));
    }
  }
}

function kindOf(enforcedKind: string, stagedAction: StagedAction | undefined): string {
  return stagedAction === undefined ? enforcedKind : `Staged${enforcedKind}`;
}

/** Name, namespace, labels and annotations of a policy as they are now, for its twin. */
export function twinMetadata(policy: { readonly metadata: { toJson(): any } }): ApiObjectMetadata {
  return policy.metadata.toJson();
}
