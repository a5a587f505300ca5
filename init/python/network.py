from cdk8s import ApiObjectMetadata, Chart
from cdk8s_calico import Cidr, IpPool, NetworkPlan, VxlanMode
from constructs import Construct


class Network(Chart):
    """The addresses of the cluster: change them to yours. What overlaps is found before anything is written."""

    def __init__(self, scope: Construct, id: str):
        super().__init__(scope, id)

        # Put the plan at the app: it is about everything that goes to the cluster.
        NetworkPlan(
            scope,
            "plan",
            nodes=[Cidr.parse("10.20.0.0/16")],
            services=[Cidr.parse("10.96.0.0/12")],
            vpc=[Cidr.parse("10.16.0.0/12")],
        )

        IpPool(
            self,
            "pods",
            metadata=ApiObjectMetadata(name="default-ipv4-ippool"),
            cidr=Cidr.parse("192.168.0.0/16"),
            vxlan_mode=VxlanMode.ALWAYS,
            nat_outgoing=True,
        )
