from typing import List, Optional, Sequence

from cdk8s import ApiObjectMetadata
from cdk8s_calico import (
    Flow,
    FlowEnd,
    ITier,
    Peer,
    PolicyTemplate,
    PolicyType,
    Port,
    ProbeCluster,
    ProbeSet,
    Protocol,
    Rule,
    Selector,
    TemplateChange,
    TemplateInfo,
)
from constructs import Construct

INFO = TemplateInfo(
    name="acme/web-service",
    summary="Lets the ingress controllers and some neighbours reach a web service, and nobody else.",
    use_when=["A service speaks HTTP, and is reached through the ingress controllers of the platform."],
    avoid_when=["Other namespaces call it directly: ask the platform team for an exception."],
    changes=[TemplateChange(version="1.0.0", change="First version.")],
)


class WebService(PolicyTemplate):
    """Lets the ingress controllers and some neighbours reach a web service, and nobody else."""

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        namespace: str,
        app: str,
        port: int,
        owner: str,
        callers: Sequence[str] = (),
        staged: Optional[bool] = None,
        tier: Optional[ITier] = None,
        order: Optional[float] = None,
    ):
        """
        :param namespace: The namespace of the service.
        :param app: Value of the label `app` of its pods.
        :param port: The port that it listens on, over TCP.
        :param owner: The team that owns it.
        :param callers: Apps of the same namespace that may call it. Default: none, only the ingress controllers reach it.
        """
        super().__init__(scope, id, INFO, staged=staged, tier=tier, order=order)
        self._namespace, self._app, self._port, self._callers = namespace, app, port, list(callers)

        sources = [Peer.of(Selector.label("app").equal_to("ingress-controller")).in_namespaces_named("ingress")]
        if self._callers:
            sources.append(Peer.of(Selector.label("app").in_(*self._callers)))
        self._add_network_policy(
            "policy",
            metadata=ApiObjectMetadata(name=f"web-service-{app}", namespace=namespace, labels={"acme.example/owner": owner}),
            selector=Selector.label("app").equal_to(app),
            types=[PolicyType.INGRESS],
            ingress=[
                Rule.allow(protocol=Protocol.TCP, source=source, destination=Peer.ports(Port.of(port))) for source in sources
            ],
        )

    def probes(self) -> List[ProbeSet]:
        namespace = self._namespace
        cluster = (
            ProbeCluster()
            .add_namespace(namespace)
            .add_namespace("ingress")
            .add_namespace("elsewhere")
            .add_pod(namespace, "service", labels={"app": self._app})
            .add_pod(namespace, "bare")
            .add_pod("ingress", "controller", labels={"app": "ingress-controller"})
            .add_pod("ingress", "bare")
            # It has the right labels, in the wrong namespace.
            .add_pod("elsewhere", "look-alike", labels={"app": "ingress-controller"})
        )
        for caller in self._callers:
            cluster.add_pod(namespace, f"caller-{caller}", labels={"app": caller})

        def comes_from(source: FlowEnd, port: int = self._port) -> Flow:
            return Flow(source=source, destination=FlowEnd.pod(namespace, "service"), destination_port=port)

        controller = FlowEnd.pod("ingress", "controller")
        return [
            ProbeSet(
                name="its callers, and pods that look like them",
                cluster=cluster,
                must_allow=[
                    comes_from(controller),
                    *(comes_from(FlowEnd.pod(namespace, f"caller-{caller}")) for caller in self._callers),
                ],
                must_deny=[
                    comes_from(controller, self._port + 1),
                    comes_from(FlowEnd.pod("ingress", "bare")),
                    comes_from(FlowEnd.pod("elsewhere", "look-alike")),
                    comes_from(FlowEnd.pod(namespace, "bare")),
                    comes_from(FlowEnd.address("203.0.113.10")),
                    comes_from(FlowEnd.address("2001:db8::10")),
                ],
            )
        ]
