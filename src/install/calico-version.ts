/** The version of Calico that the installs install. */
export const CALICO_VERSION = 'v3.32.1';

/** The version of the operator that installs it. */
export const OPERATOR_VERSION = 'v1.42.3';
