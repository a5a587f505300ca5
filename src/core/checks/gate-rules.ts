import { Rule } from './check';

/** A check threw. */
export const CHECK_CRASHED: Rule = {
  id: 'gate/check-crashed',
  severity: 'error',
  summary: 'A check failed, so what it looks for is unknown.',
  refusedByCluster: false,
};

/** An object can't be rendered. */
export const RENDER_FAILED: Rule = {
  id: 'gate/render-failed',
  severity: 'error',
  summary: 'An object can\'t be rendered: a JSON patch doesn\'t apply, or a Lazy value throws.',
  refusedByCluster: true,
};

/** An acknowledgement matched nothing. */
export const UNUSED_ACKNOWLEDGEMENT: Rule = {
  id: 'gate/unused-acknowledgement',
  severity: 'warning',
  summary: 'An acknowledgement matches no finding.',
  refusedByCluster: false,
};

/** What the gate itself reports. */
export const GATE_RULES: readonly Rule[] = [CHECK_CRASHED, RENDER_FAILED, UNUSED_ACKNOWLEDGEMENT];
