import cdk8s
from cdk8s_calico import Checks, ClusterModel, FlowEnd, ProbeCluster

from network import Network
from policies import ShopPolicies

FRONTEND = FlowEnd.pod("shop", "frontend")
API = FlowEnd.pod("shop", "api")
DNS = FlowEnd.pod("kube-system", "coredns")


def model() -> ClusterModel:
    """The policies as they are deployed, with pods for them to select."""
    cluster = (
        ProbeCluster()
        .add_namespace("shop")
        .add_namespace("kube-system")
        .add_pod("shop", "frontend", labels={"app": "frontend"})
        .add_pod("shop", "api", labels={"app": "api"})
        .add_pod("kube-system", "coredns", labels={"k8s-app": "kube-dns"})
        # Where the Kubernetes API is: policies that allow it by its Service follow this.
        .add_object(
            {
                "apiVersion": "discovery.k8s.io/v1",
                "kind": "EndpointSlice",
                "metadata": {
                    "name": "kubernetes",
                    "namespace": "default",
                    "labels": {"kubernetes.io/service-name": "kubernetes"},
                },
                "addressType": "IPv4",
                "endpoints": [{"addresses": ["10.20.0.10"]}],
                "ports": [{"name": "https", "protocol": "TCP", "port": 6443}],
            }
        )
    )
    policies = cdk8s.Testing.synth(ShopPolicies(cdk8s.Testing.app(), "shop"))
    return ClusterModel.of_manifests([*policies, *cluster.to_manifests()])


def test_the_frontend_reaches_the_api_on_its_port_only():
    cluster = model()
    assert cluster.verdict(source=FRONTEND, destination=API, destination_port=8080).allowed
    assert not cluster.verdict(source=FRONTEND, destination=API, destination_port=22).allowed
    assert not cluster.verdict(source=API, destination=FRONTEND, destination_port=8080).allowed


def test_pods_resolve_names_and_reach_the_kubernetes_api_and_nobody_else_outside():
    cluster = model()
    for protocol in ("UDP", "TCP"):
        assert cluster.verdict(source=API, destination=DNS, protocol=protocol, destination_port=53).allowed
    kubernetes = FlowEnd.address("10.20.0.10")
    assert cluster.verdict(source=API, destination=kubernetes, destination_port=6443).allowed
    assert not cluster.verdict(source=API, destination=kubernetes, destination_port=22).allowed
    outside = FlowEnd.address("203.0.113.10")
    assert not cluster.verdict(source=API, destination=outside, destination_port=443).allowed


def test_the_checks_find_nothing():
    app = cdk8s.Testing.app()
    Network(app, "network")
    ShopPolicies(app, "shop")
    assert [finding.what for finding in Checks.of(app).report().findings] == []
