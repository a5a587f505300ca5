import { isObject } from '../../manifests';
import { explainNonText } from '../../selectors';

/** What to do about a field that an object doesn't have. */
export interface Hint {
  readonly fix: string;
  /** The field is one of policies of Kubernetes. */
  readonly ofKubernetes?: boolean;
}

interface KnownField extends Hint {
  /** A field of the objects that the hint is for. */
  readonly beside: string;
}

const GLOBAL_ONLY: KnownField = { beside: 'serviceAccountSelector', fix: 'remove it; policies of one namespace don\'t have it, a GlobalNetworkPolicy does' };
const ON_A_SIDE: KnownField = { beside: 'source', fix: 'move it under source or destination' };

function ofKubernetes(beside: string, instead: string): KnownField {
  return { beside, fix: `write ${instead}; this field belongs to policies of Kubernetes (networking.k8s.io/v1)`, ofKubernetes: true };
}

/** Fields that people look for in the wrong place, or know from elsewhere. */
const HINTS: Readonly<Record<string, KnownField>> = {
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
  from: ofKubernetes('source', 'source, with one rule for each peer of the list'),
  to: ofKubernetes('source', 'destination, with one rule for each peer of the list'),
  ipBlock: ofKubernetes('notNets', 'nets, and notNets for what is excepted'),
  ipip: { beside: 'ipipMode', fix: 'remove it; it is of the older API, and ipipMode: Always, CrossSubnet or Never is meant' },
};

/** What to do about a field that an object of these fields doesn't have; undefined where nothing is known. */
export function fieldHint(field: string, value: unknown, fieldsOfObject: readonly string[]): Hint | undefined {
  if (!Object.hasOwn(HINTS, field) || !fieldsOfObject.includes(HINTS[field].beside)) {
    return undefined;
  }
  const hint = HINTS[field];
  const corrected = field === 'podSelector' && isObject(value) ? explainNonText(value).corrected : undefined;
  return corrected === undefined ? hint : { ...hint, fix: `write selector: ${corrected}; podSelector belongs to policies of Kubernetes (networking.k8s.io/v1)` };
}
