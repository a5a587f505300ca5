import ipaddress

import jsii
from cdk8s_calico import CheckContext, CheckSeverity, ICheck

SHORTEST = {4: 8, 6: 32}


@jsii.implements(ICheck)
class WideBlock:
    """Nobody lets a large part of the internet in by a block that is wider than it looks."""

    @property
    def id(self) -> str:
        return "acme/wide-block"

    @property
    def severity(self) -> CheckSeverity:
        return CheckSeverity.ERROR

    @property
    def summary(self) -> str:
        return "A rule lets a block in that is wider than any network of Acme."

    @property
    def docs(self) -> None:
        return None

    def run(self, context: CheckContext) -> None:
        for checked in context.objects_of("projectcalico.org", "NetworkPolicy"):
            for index, rule in enumerate(checked.to_manifest()["spec"].get("ingress", [])):
                for number, net in enumerate(rule.get("source", {}).get("nets", [])):
                    block = ipaddress.ip_network(net)
                    if rule["action"] == "Allow" and block.prefixlen < SHORTEST[block.version]:
                        context.report(
                            object=checked,
                            field=["spec", "ingress", index, "source", "nets", number],
                            what=f"{net} holds {block.num_addresses} addresses",
                            why=f"no network of Acme is wider than /{SHORTEST[block.version]}",
                            fix="name the networks that are meant, or deny this rule's traffic",
                        )
