/** The least severity that is logged. */
export enum LogSeverity {
  /** Everything, each packet and change. */
  TRACE = 'Trace',
  /** What helps to find faults; a lot. */
  DEBUG = 'Debug',
  /** What normally happens. */
  INFO = 'Info',
  /** What may be wrong. */
  WARNING = 'Warning',
  /** What is wrong. */
  ERROR = 'Error',
  /** What ends the process. */
  FATAL = 'Fatal',
}

/** The least severity that calico-kube-controllers logs: the ones that both its CRD and calicoctl take. */
export enum KubeControllersLogSeverity {
  /** What helps to find faults; a lot. */
  DEBUG = 'Debug',
  /** What normally happens. */
  INFO = 'Info',
  /** What may be wrong. */
  WARNING = 'Warning',
  /** What is wrong. */
  ERROR = 'Error',
  /** What ends the process. */
  FATAL = 'Fatal',
}
