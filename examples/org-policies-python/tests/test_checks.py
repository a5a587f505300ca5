import cdk8s
import pytest
from cdk8s_calico import Checks, NetworkPolicy, Rule

from acme_calico_policies import OwnerLabel, WebService, WideBlock, acme_release, acme_sandbox

NETS = ["10.0.0.0/8", "192.0.0.0/6", "2001:db8::/32", "2000::/3"]


def policy(**options):
    return {
        "apiVersion": "projectcalico.org/v3",
        "kind": "NetworkPolicy",
        "metadata": {"name": "a", "namespace": "shop", **options.pop("metadata", {})},
        "spec": {"types": ["Ingress"], **options},
    }


def judge(check, *manifests):
    report = Checks.of_manifests(list(manifests), checks=[check], only=[check.id])
    return [(finding.id, finding.severity, finding.field, finding.what) for finding in report.findings]


def app_without_owner():
    app = cdk8s.Testing.app()
    chart = cdk8s.Chart(app, "shop", namespace="shop")
    NetworkPolicy(chart, "policy", metadata={"name": "web"}, ingress=[Rule.deny()])
    Checks.of(app).add(OwnerLabel())
    return app, chart


def ours(app):
    return [(finding.id, finding.severity) for finding in Checks.of(app).report().findings if finding.id.startswith("acme/")]


def test_a_policy_without_an_owner_is_found():
    assert judge(OwnerLabel(), policy()) == [
        ("acme/owner-label", "warning", "metadata.labels", "a has no label acme.example/owner")
    ]


def test_a_policy_with_an_owner_is_not():
    assert judge(OwnerLabel(), policy(metadata={"labels": {"acme.example/owner": "shop"}})) == []


def test_wide_blocks_are_found_where_they_stand():
    manifest = policy(ingress=[{"action": "Deny", "source": {"nets": NETS}}, {"action": "Allow", "source": {"nets": NETS}}])
    assert judge(WideBlock(), manifest) == [
        ("acme/wide-block", "error", "spec.ingress[1].source.nets[1]", "192.0.0.0/6 holds 67108864 addresses"),
        (
            "acme/wide-block",
            "error",
            "spec.ingress[1].source.nets[3]",
            "2000::/3 holds 42535295865117307932921825928971026432 addresses",
        ),
    ]


def test_a_finding_is_acknowledged_with_a_reason():
    app, chart = app_without_owner()
    assert ours(app) == [("acme/owner-label", "warning")]
    Checks.of(chart).acknowledge(id="acme/owner-label", reason="the team is being founded")
    assert ours(app) == []
    assert [(one.finding.id, one.reason) for one in Checks.of(app).report().acknowledged] == [
        ("acme/owner-label", "the team is being founded")
    ]


def test_presets_say_how_much_it_counts():
    app, chart = app_without_owner()
    Checks.of(app).use_preset(acme_release())
    assert ours(app) == [("acme/owner-label", "error")]
    with pytest.raises(RuntimeError, match="acme/owner-label"):
        app.synth_yaml()
    Checks.of(chart).use_preset(acme_sandbox())
    assert ours(app) == []
    app.synth_yaml()


def test_what_the_template_makes_has_an_owner():
    app = cdk8s.Testing.app()
    Checks.of(app).add(OwnerLabel())
    WebService(cdk8s.Chart(app, "shop"), "api", namespace="shop", app="api", port=8080, owner="shop")
    assert ours(app) == []


def test_a_check_that_crashes_is_an_error_on_the_report_and_the_others_go_on():
    class Crashing(OwnerLabel):
        def run(self, context):
            raise ValueError("no such label")

    report = Checks.of_manifests([policy()], checks=[Crashing(), WideBlock()], only=["acme", "gate"])
    assert [(finding.id, finding.severity) for finding in report.findings] == [("gate/check-crashed", "error")]
    assert "no such label" in report.findings[0].what
