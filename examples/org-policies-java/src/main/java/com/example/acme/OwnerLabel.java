package com.example.acme;

import io.github.cdk8s.calico.CheckContext;
import io.github.cdk8s.calico.CheckFault;
import io.github.cdk8s.calico.CheckSeverity;
import io.github.cdk8s.calico.CheckedObject;
import io.github.cdk8s.calico.ICheck;
import java.util.List;
import java.util.Map;

/** Every policy says which team to ask. */
public class OwnerLabel implements ICheck {
    private static final List<String> KINDS =
            List.of("NetworkPolicy", "GlobalNetworkPolicy", "StagedNetworkPolicy", "StagedGlobalNetworkPolicy");

    @Override
    public String getId() {
        return "acme/owner-label";
    }

    @Override
    public CheckSeverity getSeverity() {
        return CheckSeverity.WARNING;
    }

    @Override
    public String getSummary() {
        return "A policy has no label acme.example/owner.";
    }

    @Override
    public String getDocs() {
        return "https://handbook.acme.example/network/owner-label";
    }

    @Override
    public void run(CheckContext context) {
        for (String kind : KINDS) {
            context.objectsOf("projectcalico.org", kind).forEach(object -> look(context, object));
        }
    }

    private static void look(CheckContext context, CheckedObject object) {
        Map<?, ?> metadata = (Map<?, ?>) ((Map<?, ?>) object.toManifest()).get("metadata");
        Map<?, ?> labels = (Map<?, ?>) metadata.get("labels");
        if (labels == null || !labels.containsKey("acme.example/owner")) {
            context.report(CheckFault.builder()
                    .object(object)
                    .field(List.of("metadata", "labels"))
                    .what(object.getName() + " has no label acme.example/owner")
                    .why("whoever is called at night has to know which team to wake")
                    .fix("add acme.example/owner to its labels")
                    .build());
        }
    }
}
