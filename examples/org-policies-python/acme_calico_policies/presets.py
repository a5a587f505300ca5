from cdk8s_calico import CheckPreset, CheckSeverity


def acme_release() -> CheckPreset:
    """What stops a release at Acme: warnings too, and policies without an owner."""
    return CheckPreset.PRODUCTION.with_severity("acme", CheckSeverity.ERROR)


def acme_sandbox() -> CheckPreset:
    """While a team tries things out."""
    return CheckPreset.DEVELOPMENT.with_severity("acme", CheckSeverity.OFF)
