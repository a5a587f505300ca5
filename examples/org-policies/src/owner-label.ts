import { CheckContext, CheckSeverity, ICheck } from 'cdk8s-calico';

const POLICY_KINDS = ['NetworkPolicy', 'GlobalNetworkPolicy', 'StagedNetworkPolicy', 'StagedGlobalNetworkPolicy'];

/** Every policy says which team to ask. */
export class OwnerLabel implements ICheck {
  public readonly id = 'acme/owner-label';
  public readonly severity = CheckSeverity.WARNING;
  public readonly summary = 'A policy has no label acme.example/owner.';
  public readonly docs = 'https://handbook.acme.example/network/owner-label';

  public run(context: CheckContext): void {
    for (const kind of POLICY_KINDS) {
      for (const object of context.objectsOf('projectcalico.org', kind)) {
        if (object.toManifest().metadata?.labels?.['acme.example/owner'] === undefined) {
          context.report({
            object,
            field: ['metadata', 'labels'],
            what: `${object.name} has no label acme.example/owner`,
            why: 'whoever is called at night has to know which team to wake',
            fix: 'add acme.example/owner to its labels, or use a template of @acme/calico-policies, which sets it',
          });
        }
      }
    }
  }
}
