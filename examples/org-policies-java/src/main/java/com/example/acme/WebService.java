package com.example.acme;

import io.github.cdk8s.calico.Flow;
import io.github.cdk8s.calico.FlowEnd;
import io.github.cdk8s.calico.NetworkPolicyProps;
import io.github.cdk8s.calico.Peer;
import io.github.cdk8s.calico.PolicyTemplate;
import io.github.cdk8s.calico.PolicyTemplateProps;
import io.github.cdk8s.calico.PolicyType;
import io.github.cdk8s.calico.Port;
import io.github.cdk8s.calico.ProbeCluster;
import io.github.cdk8s.calico.ProbePod;
import io.github.cdk8s.calico.ProbeSet;
import io.github.cdk8s.calico.Protocol;
import io.github.cdk8s.calico.Rule;
import io.github.cdk8s.calico.RuleProps;
import io.github.cdk8s.calico.Selector;
import io.github.cdk8s.calico.TemplateChange;
import io.github.cdk8s.calico.TemplateInfo;
import java.util.List;
import java.util.Map;
import org.cdk8s.ApiObjectMetadata;
import software.constructs.Construct;

/** Lets the ingress controllers reach a web service, and nobody else. */
public class WebService extends PolicyTemplate {
    private final String namespace;
    private final String app;
    private final int port;

    public WebService(Construct scope, String id, String namespace, String app, int port, String owner,
            PolicyTemplateProps props) {
        super(scope, id, TemplateInfo.builder()
                .name("acme/web-service")
                .summary("Lets the ingress controllers reach a web service, and nobody else.")
                .useWhen(List.of("A service speaks HTTP, and is reached through the ingress controllers."))
                .avoidWhen(List.of("Other namespaces call it directly."))
                .changes(List.of(TemplateChange.builder().version("1.0.0").change("First version.").build()))
                .build(), props);
        this.namespace = namespace;
        this.app = app;
        this.port = port;

        addNetworkPolicy("policy", NetworkPolicyProps.builder()
                .metadata(ApiObjectMetadata.builder()
                        .name("web-service-" + app)
                        .namespace(namespace)
                        .labels(Map.of("acme.example/owner", owner))
                        .build())
                .selector(Selector.label("app").equalTo(app))
                .types(List.of(PolicyType.INGRESS))
                .ingress(List.of(Rule.allow(RuleProps.builder()
                        .protocol(Protocol.TCP)
                        .source(Peer.of(Selector.label("app").equalTo("ingress-controller")).inNamespacesNamed("ingress"))
                        .destination(Peer.ports(Port.of(port)))
                        .build())))
                .build());
    }

    @Override
    public List<ProbeSet> probes() {
        ProbeCluster cluster = new ProbeCluster()
                .addNamespace(namespace)
                .addNamespace("ingress")
                .addPod(namespace, "service", ProbePod.builder().labels(Map.of("app", app)).build())
                .addPod("ingress", "controller", ProbePod.builder().labels(Map.of("app", "ingress-controller")).build())
                .addPod("ingress", "bare");
        FlowEnd controller = FlowEnd.pod("ingress", "controller");
        return List.of(ProbeSet.builder()
                .name("its callers, and pods that look like them")
                .cluster(cluster)
                .mustAllow(List.of(from(controller, port)))
                .mustDeny(List.of(from(controller, port + 1), from(FlowEnd.pod("ingress", "bare"), port)))
                .build());
    }

    private Flow from(FlowEnd source, int destinationPort) {
        return Flow.builder().source(source).destination(FlowEnd.pod(namespace, "service")).destinationPort(destinationPort).build();
    }
}
