import cdk8s  # not `from cdk8s import Testing`: pytest would take the class for tests
import pytest
from cdk8s_calico import Rule, Tier

from acme_calico_policies import WebService

OPTIONS = dict(namespace="shop", app="api", port=8080, owner="shop")


@pytest.mark.parametrize(
    "options",
    [{}, {"callers": ["frontend", "batch"]}, {"callers": ["frontend"], "staged": True}],
    ids=["without callers", "with callers", "staged"],
)
def test_a_web_service_keeps_what_its_probes_promise(options):
    results = WebService(cdk8s.Testing.chart(), "api", **OPTIONS, **options).prove()
    assert len(results) == 7 + len(options.get("callers", []))
    assert [result.verdict.to_text() for result in results if not result.holds] == []


def test_a_probe_that_fails_says_which_connection_passes_and_why():
    class OpenService(WebService):
        def __init__(self, scope, id):
            super().__init__(scope, id, **OPTIONS)
            self._add_network_policy("open", metadata={"name": "open", "namespace": "shop"}, ingress=[Rule.allow()])

    broken = [result for result in OpenService(cdk8s.Testing.chart(), "api").prove() if not result.holds]
    assert len(broken) == 6
    assert all(result.verdict.allowed and not result.must_allow for result in broken)
    assert broken[0].flow.destination.to_string() == "shop/service"
    assert "NetworkPolicy shop/open" in broken[0].verdict.to_text()


def test_a_staged_web_service_enforces_nothing():
    chart = cdk8s.Testing.chart()
    WebService(chart, "api", **OPTIONS, staged=True)
    assert [manifest["kind"] for manifest in cdk8s.Testing.synth(chart)] == ["StagedNetworkPolicy"]


def test_it_goes_to_the_tier_and_order_that_it_was_given():
    chart = cdk8s.Testing.chart()
    tier = Tier(chart, "tier", metadata={"name": "app"}, order=500)
    WebService(chart, "api", **OPTIONS, tier=tier, order=7)
    policy = next(manifest for manifest in cdk8s.Testing.synth(chart) if manifest["kind"] == "NetworkPolicy")
    assert (policy["spec"]["tier"], policy["spec"]["order"]) == ("app", 7)


def test_it_says_what_it_is():
    template = WebService(cdk8s.Testing.chart(), "api", **OPTIONS)
    assert (template.version, template.info.name, template.staged) == ("1.0.0", "acme/web-service", False)
