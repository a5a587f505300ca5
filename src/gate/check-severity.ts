/**
 * How severe the findings of a check are to be.
 */
export enum CheckSeverity {
  /** Synth fails. */
  ERROR = 'error',

  /** Shown once; an error where warnings are made errors. */
  WARNING = 'warning',

  /** Often not what was meant. Never an error by itself. */
  ADVICE = 'advice',

  /** Not reported. */
  OFF = 'off',
}
