import { CheckPreset } from './check-preset';
import { ICheck } from './own-check';
import { NetworkRanges } from '../values/network-ranges';

/**
 * How to judge manifests that don't come from constructs.
 */
export interface JudgeOptions {
  /**
   * Run only these: check ids (`cidr/pools-overlap`), categories (`selector`), or `resource` for everything that one resource shows by
   * itself.
   *
   * @default - every check
   */
  readonly only?: string[];

  /** The ranges around the cluster. @default - nothing is known of them */
  readonly plan?: NetworkRanges;

  /**
   * Manifests that are in the cluster now, each a plain object: what can't be changed in place, or hurts, is found too (`change`).
   *
   * @default - nothing is known of them
   */
  readonly before?: any[];

  /** Make warnings errors, after everything that the preset says. @default false */
  readonly strict?: boolean;

  /** Which checks report, and how severely. @default CheckPreset.DEFAULT */
  readonly preset?: CheckPreset;

  /** Checks of your own, besides this library's. @default - none */
  readonly checks?: ICheck[];
}

/**
 * How the checks work on an app.
 */
export interface ChecksOptions {
  /** Make warnings errors. @default false */
  readonly strict?: boolean;
}
