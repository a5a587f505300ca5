import { CheckPreset, CheckSeverity } from 'cdk8s-calico';

/** What stops a release at Acme: warnings too, and policies without an owner. */
export const ACME_RELEASE = CheckPreset.PRODUCTION.withSeverity('acme', CheckSeverity.ERROR);

/** While a team tries things out. */
export const ACME_SANDBOX = CheckPreset.DEVELOPMENT.withSeverity('acme', CheckSeverity.OFF);
