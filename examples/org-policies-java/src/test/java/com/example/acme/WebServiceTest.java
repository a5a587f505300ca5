package com.example.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.cdk8s.calico.PolicyTemplateProps;
import io.github.cdk8s.calico.ProbeResult;
import java.util.List;
import java.util.Map;
import org.cdk8s.Chart;
import org.cdk8s.Testing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebServiceTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void keepsWhatItsProbesPromise(boolean staged) {
        List<ProbeResult> results = webService(Testing.chart(), staged).prove();
        assertEquals(3, results.size());
        assertEquals(List.of(), results.stream().filter(result -> !result.getHolds()).map(result -> result.getVerdict().toText()).toList());
    }

    @Test
    void enforcesNothingWhereItIsStaged() {
        Chart chart = Testing.chart();
        webService(chart, true);
        assertEquals(List.of("StagedNetworkPolicy"), Testing.synth(chart).stream().map(manifest -> ((Map<?, ?>) manifest).get("kind")).toList());
    }

    private static WebService webService(Chart chart, boolean staged) {
        return new WebService(chart, "api", "shop", "api", 8080, "shop", PolicyTemplateProps.builder().staged(staged).build());
    }
}
