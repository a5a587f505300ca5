import { FieldPath, Severity, TextSpan } from '../findings';

/**
 * Who refuses a manifest: an API server with the native CRDs; what calicoctl, Calico's API server and Felix judge with (strict decoding
 * and the validator of libcalico-go); or `calicoctl create`, which asks the datastore.
 */
export type ResourceLayer = 'api-server' | 'calico' | 'datastore';

/** The words for one fault, and where inside of the field it is. */
export interface Words {
  /** The id of the rule: see `RESOURCE_RULES`. */
  readonly rule: string;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  readonly severity?: Severity;
  readonly span?: TextSpan;
  readonly corrected?: string;
}

/** One fault of one resource, shown by that resource alone. */
export interface ResourceFault extends Words {
  readonly field: FieldPath;
  /** Who refuses the object first. Left out for a warning: nobody refuses it. */
  readonly layer?: ResourceLayer;
  /** Who else refuses it for the same reason. */
  readonly alsoBy?: readonly ResourceLayer[];
  /** `refused` by whoever takes it in, or `dropped`: taken by an API server with the native CRDs, and then ignored in silence. */
  readonly outcome?: 'refused' | 'dropped';
}

/** All layers that refuse for this fault: empty for a warning. */
export function layersOf(fault: ResourceFault): ResourceLayer[] {
  return fault.layer === undefined ? [] : [fault.layer, ...fault.alsoBy ?? []];
}
