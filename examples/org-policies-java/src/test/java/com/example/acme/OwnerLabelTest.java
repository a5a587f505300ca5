package com.example.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.cdk8s.calico.Acknowledgement;
import io.github.cdk8s.calico.Checks;
import io.github.cdk8s.calico.JudgeOptions;
import io.github.cdk8s.calico.NetworkPolicy;
import io.github.cdk8s.calico.NetworkPolicyProps;
import io.github.cdk8s.calico.Report;
import io.github.cdk8s.calico.Rule;
import java.util.List;
import java.util.Map;
import org.cdk8s.ApiObjectMetadata;
import org.cdk8s.App;
import org.cdk8s.Chart;
import org.cdk8s.Testing;
import org.junit.jupiter.api.Test;
import software.constructs.IConstruct;

class OwnerLabelTest {
    @Test
    void findsAPolicyWithoutAnOwner() {
        assertEquals(List.of("warning acme/owner-label metadata.labels: a has no label acme.example/owner"), judge(Map.of()));
    }

    @Test
    void isSilentWhereThereIsAnOwner() {
        assertEquals(List.of(), judge(Map.of("acme.example/owner", "shop")));
    }

    @Test
    void isAcknowledgedWithAReasonAndFollowsPresets() {
        App app = Testing.app();
        Chart chart = new Chart(app, "shop");
        new NetworkPolicy(chart, "policy", NetworkPolicyProps.builder()
                .metadata(ApiObjectMetadata.builder().name("web").namespace("shop").build())
                .ingress(List.of(Rule.deny()))
                .build());
        Checks.of(app).add(new OwnerLabel());
        Checks.of(app).usePreset(AcmePresets.release());
        assertEquals(List.of("error acme/owner-label metadata.labels: web has no label acme.example/owner"), ours(app));
        assertThrows(RuntimeException.class, app::synthYaml);
        Checks.of(chart).acknowledge(Acknowledgement.builder().id("acme/owner-label").reason("the team is being founded").build());
        assertEquals(List.of(), ours(app));
        assertEquals("the team is being founded", Checks.of(app).report().getAcknowledged().get(0).getReason());
        app.synthYaml();
    }

    private static List<String> ours(IConstruct app) {
        return texts(Checks.of(app).report());
    }

    private static List<String> judge(Map<String, String> labels) {
        Map<String, Object> policy = Map.of(
                "apiVersion", "projectcalico.org/v3",
                "kind", "NetworkPolicy",
                "metadata", Map.of("name", "a", "namespace", "shop", "labels", labels),
                "spec", Map.of("types", List.of("Ingress")));
        return texts(Checks.ofManifests(List.of(policy), JudgeOptions.builder().checks(List.of(new OwnerLabel())).build()));
    }

    private static List<String> texts(Report report) {
        return report.getFindings().stream()
                .filter(finding -> finding.getId().startsWith("acme/"))
                .map(finding -> finding.getSeverity() + " " + finding.getId() + " " + finding.getField() + ": " + finding.getWhat())
                .toList();
    }
}
