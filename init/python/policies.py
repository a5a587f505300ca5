from cdk8s import ApiObjectMetadata, Chart
from cdk8s_calico import NetworkPolicy, Peer, PolicyBaseline, Port, Protocol, Rule, Selector
from constructs import Construct


class ShopPolicies(Chart):
    """What the pods of the namespace `shop` may do: nothing but what stands here."""

    def __init__(self, scope: Construct, id: str):
        super().__init__(scope, id, namespace="shop")

        # Closed but for DNS and the Kubernetes API; a label puts a pod into quarantine.
        PolicyBaseline(self, "baseline", name="shop", namespaces=["shop"], trust_within_namespace=False)

        NetworkPolicy(
            self,
            "frontend-to-api",
            metadata=ApiObjectMetadata(name="frontend-to-api", namespace="shop"),
            selector=Selector.label("app").equal_to("api"),
            ingress=[
                Rule.allow(
                    protocol=Protocol.TCP,
                    source=Peer.of(Selector.label("app").equal_to("frontend")),
                    destination=Peer.ports(Port.of(8080)),
                )
            ],
        )
        NetworkPolicy(
            self,
            "frontend-egress",
            metadata=ApiObjectMetadata(name="frontend-egress", namespace="shop"),
            selector=Selector.label("app").equal_to("frontend"),
            egress=[
                Rule.allow(
                    protocol=Protocol.TCP,
                    destination=Peer.of(Selector.label("app").equal_to("api")).on_ports(Port.of(8080)),
                )
            ],
        )
