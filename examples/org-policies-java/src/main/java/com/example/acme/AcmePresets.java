package com.example.acme;

import io.github.cdk8s.calico.CheckPreset;
import io.github.cdk8s.calico.CheckSeverity;

/** How severe findings are at Acme. */
public final class AcmePresets {
    /** What stops a release: warnings too, and policies without an owner. */
    public static CheckPreset release() {
        return CheckPreset.PRODUCTION.withSeverity("acme", CheckSeverity.ERROR);
    }

    private AcmePresets() {
    }
}
