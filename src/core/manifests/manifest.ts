import { FieldPath, ObjectRef, TextPlace } from '../findings';

/** A JSON object: a manifest or a part of one. */
export type JsonObject = { readonly [key: string]: unknown };

/** Where a manifest came from. */
export interface Origin {
  /** Path of the construct that rendered it. */
  readonly path?: string;
  /** Finds the place of a field in the input text: of the field itself, or of the closest parent that is there. */
  readonly locate?: (field: FieldPath) => TextPlace | undefined;
}

/** One final manifest, and where it came from. */
export class Manifest {
  public readonly apiVersion: string;
  public readonly kind: string;
  public readonly name: string;
  public readonly namespace: string | undefined;

  constructor(public readonly object: JsonObject, public readonly origin: Origin = {}) {
    const metadata = isObject(object.metadata) ? object.metadata : {};
    this.apiVersion = textOr(object.apiVersion, '');
    this.kind = textOr(object.kind, '');
    this.name = textOr(metadata.name, '');
    this.namespace = typeof metadata.namespace === 'string' && metadata.namespace !== '' ? metadata.namespace : undefined;
  }

  /** The API group: empty for the core group. */
  public get group(): string {
    const slash = this.apiVersion.indexOf('/');
    return slash < 0 ? '' : this.apiVersion.slice(0, slash);
  }

  /** True for a resource of `projectcalico.org/v3`, the API that users write. */
  public get isCalico(): boolean {
    return this.apiVersion === 'projectcalico.org/v3';
  }

  /** `spec`, or an empty object where it is missing or no object. */
  public get spec(): JsonObject {
    return isObject(this.object.spec) ? this.object.spec : {};
  }

  /** What findings say of this object. */
  public get ref(): ObjectRef {
    return {
      ...(this.apiVersion && { apiVersion: this.apiVersion }),
      ...(this.kind && { kind: this.kind }),
      ...(this.name && { name: this.name }),
      ...(this.namespace && { namespace: this.namespace }),
    };
  }
}

/** True for a JSON object: not null, not an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}
