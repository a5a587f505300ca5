import jsii
from cdk8s_calico import CheckContext, CheckSeverity, ICheck

POLICY_KINDS = ("NetworkPolicy", "GlobalNetworkPolicy", "StagedNetworkPolicy", "StagedGlobalNetworkPolicy")


@jsii.implements(ICheck)
class OwnerLabel:
    """Every policy says which team to ask."""

    @property
    def id(self) -> str:
        return "acme/owner-label"

    @property
    def severity(self) -> CheckSeverity:
        return CheckSeverity.WARNING

    @property
    def summary(self) -> str:
        return "A policy has no label acme.example/owner."

    @property
    def docs(self) -> str:
        return "https://handbook.acme.example/network/owner-label"

    def run(self, context: CheckContext) -> None:
        for kind in POLICY_KINDS:
            for checked in context.objects_of("projectcalico.org", kind):
                if "acme.example/owner" not in checked.to_manifest()["metadata"].get("labels", {}):
                    context.report(
                        object=checked,
                        field=["metadata", "labels"],
                        what=f"{checked.name} has no label acme.example/owner",
                        why="whoever is called at night has to know which team to wake",
                        fix="add acme.example/owner to its labels, or use a template of acme-calico-policies, which sets it",
                    )
