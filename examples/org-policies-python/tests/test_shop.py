"""How a team uses the package: an app with expectations, and what its policies mean."""
import cdk8s
import pytest
from cdk8s_calico import Checks, ClusterModel, Expectation, FlowEnd, NetworkPolicy, Port, ProbeCluster, Reach, Rule

from acme_calico_policies import OwnerLabel, WebService, acme_release

FRONTEND = FlowEnd.workload("shop", "frontend")
API = FlowEnd.workload("shop", "api")


class Shop(cdk8s.Chart):
    def __init__(self, scope, id, *, callers=("frontend",), staged=False):
        super().__init__(scope, id)
        for namespace in ("shop", "ingress"):
            cdk8s.ApiObject(self, namespace, api_version="v1", kind="Namespace", metadata={"name": namespace})
        for name in ("frontend", "api", "batch"):
            labels = {"matchLabels": {"app": name}}
            deployment = cdk8s.ApiObject(self, name, api_version="apps/v1", kind="Deployment", metadata={"name": name, "namespace": "shop"})
            deployment.add_json_patch(
                cdk8s.JsonPatch.add("/spec", {"selector": labels, "template": {"metadata": {"labels": labels["matchLabels"]}}})
            )
        WebService(self, "web", namespace="shop", app="api", port=8080, owner="shop", callers=callers, staged=staged)
        Expectation(self, "the frontend reaches the api", from_=FRONTEND, to=API, ports=[Port.of(8080)], expect=Reach.ALLOWED)


def app_with(**options):
    app = cdk8s.Testing.app()
    Checks.of(app).add(OwnerLabel())
    return app, Shop(app, "shop", **options)


def only_the_frontend(shop):
    callers = FlowEnd.each(FRONTEND, FlowEnd.namespace("ingress"))
    Expectation(shop, "only the frontend reaches the api", to=API, ports=[Port.of(8080)], only_from=[callers])


def test_a_release_has_nothing_that_stops_it():
    app, shop = app_with()
    Checks.of(app).use_preset(acme_release())
    only_the_frontend(shop)
    assert [finding.what for finding in Checks.of(app).report().findings] == []
    assert app.synth_yaml().count("kind: NetworkPolicy") == 1


def test_an_expectation_that_is_broken_stops_synth_and_names_who_gets_in():
    app, shop = app_with()
    only_the_frontend(shop)
    NetworkPolicy(shop, "open", metadata={"name": "open", "namespace": "shop"}, ingress=[Rule.allow()])
    with pytest.raises(RuntimeError, match="only the frontend reaches the api"):
        app.synth_yaml()


def test_the_model_says_who_reaches_the_api_and_why():
    app, _ = app_with()
    model = ClusterModel.of_app(app)
    verdict = model.verdict(source=FRONTEND, destination=API, destination_port=8080)
    assert (verdict.allowed, verdict.certain) == (True, True)
    assert "NetworkPolicy shop/web-service-api" in verdict.to_text()
    assert not model.verdict(source=FlowEnd.workload("shop", "batch"), destination=API, destination_port=8080).allowed


def test_a_change_of_the_callers_is_a_difference_in_meaning():
    before, after = (ClusterModel.of_app(app_with(callers=callers)[0]) for callers in (["frontend"], ["frontend", "batch"]))
    assert before.compare(before).is_empty
    difference = before.compare(after)
    assert [(change.change, change.certain, change.connections) for change in difference.changes] == [("allowed", True, ["TCP 8080"])]
    assert [change.sources.workloads for change in difference.changes] == [["Deployment shop/batch"]]


def test_what_is_staged_shows_what_it_would_change():
    app, _ = app_with(staged=True)
    model = ClusterModel.of_app(app)
    outside = FlowEnd.address("203.0.113.10")
    assert model.verdict(source=outside, destination=API, destination_port=8080).allowed
    assert not model.enforce_staged().verdict(source=outside, destination=API, destination_port=8080).allowed


def test_a_pod_that_somebody_may_create_is_found():
    cluster = ProbeCluster().add_namespace("shop").add_namespace("ingress").to_manifests()
    app, _ = app_with()
    model = ClusterModel.of_manifests([*cdk8s.Testing.synth(Shop(cdk8s.Testing.app(), "shop")), *cluster])
    proof = model.may_reach(source=FlowEnd.pods(namespace="shop"), destination=API, destination_port=8080, reach=Reach.ALLOWED)
    assert proof.answer == "yes"
