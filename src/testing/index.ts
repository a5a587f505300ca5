/**
 * Matchers for tests of policies: `cdk8s-calico/testing`. It needs no test runner and no types of one; Jest and Vitest take what it exports.
 */
export * from './policy-matchers';
import './jest-matchers';
