import { FieldPath } from '../../findings';
import { JsonObject } from '../../manifests';
import { Words } from '../resource-fault';

/** One CEL rule of the CRDs (`x-kubernetes-validations`) as TypeScript: see docs/design/0002-cel.md. */
export interface CelRule {
  /** Whether the object keeps the rule. `self` has the schema's types, and its defaults filled in. */
  readonly holds: (self: JsonObject) => boolean;
  readonly words: (self: JsonObject) => Words;
  /** The field at fault, seen from the object that carries the rule. */
  readonly below: (self: JsonObject) => FieldPath;
}
