interface Hint {
  /** A field of the objects that the hint is for. */
  readonly beside: string;
  readonly fix: string;
}

const GLOBAL_ONLY: Hint = { beside: 'serviceAccountSelector', fix: 'remove it; policies of one namespace don\'t have it, a GlobalNetworkPolicy does' };
const ON_A_SIDE: Hint = { beside: 'source', fix: 'move it under source or destination' };

function ofKubernetes(beside: string, instead: string): Hint {
  return { beside, fix: `remove it; it belongs to policies of Kubernetes (networking.k8s.io/v1), and Calico's have ${instead}` };
}

/** Fields that people look for in the wrong place, or know from elsewhere. */
const HINTS: Readonly<Record<string, Hint>> = {
  namespaceSelector: GLOBAL_ONLY,
  doNotTrack: GLOBAL_ONLY,
  preDNAT: GLOBAL_ONLY,
  applyOnForward: GLOBAL_ONLY,
  ports: ON_A_SIDE,
  port: { beside: 'source', fix: 'move it under source or destination, as ports, which is a list' },
  nets: ON_A_SIDE,
  notNets: ON_A_SIDE,
  notPorts: ON_A_SIDE,
  services: ON_A_SIDE,
  serviceAccounts: ON_A_SIDE,
  podSelector: ofKubernetes('serviceAccountSelector', 'selector'),
  policyTypes: ofKubernetes('serviceAccountSelector', 'types'),
  from: ofKubernetes('source', 'source'),
  to: ofKubernetes('source', 'destination'),
  ipip: { beside: 'ipipMode', fix: 'remove it; it is of the older API, and ipipMode: Always, CrossSubnet or Never is meant' },
};

/** What to do about a field that an object of these fields doesn't have; undefined where nothing is known. */
export function fieldHint(field: string, fieldsOfObject: readonly string[]): string | undefined {
  return Object.hasOwn(HINTS, field) && fieldsOfObject.includes(HINTS[field].beside) ? HINTS[field].fix : undefined;
}
