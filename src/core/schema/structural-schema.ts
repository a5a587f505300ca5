/**
 * The structure of a kind as an API server enforces it: Kubernetes' structural schema (OpenAPI v3 with the `x-kubernetes-` extensions),
 * without descriptions. The data in `*.generated.ts` comes from `crds/`, equal parts of it are one shared object.
 */
export interface StructuralSchema {
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  /** Takes an integer or a string (`x-kubernetes-int-or-string`). Such a schema has no `type`, but for Felix's `istioDSCPMark`, which has both. */
  readonly intOrString?: true;
  /** Takes `null` too. */
  readonly nullable?: true;
  /** Fields that no schema names are kept (`x-kubernetes-preserve-unknown-fields`). */
  readonly preserveUnknownFields?: true;
  /** What the API server fills in where the field is absent and its parent is there. */
  readonly default?: unknown;
  readonly enum?: readonly (string | number)[];
  /** Further demands, each of them an enum of its own. */
  readonly allOf?: readonly StructuralSchema[];
  /** `int32`, `int64`, `date-time`, `cidr` …: as apiextensions-apiserver's `pkg/apiserver/validation/formats.go` knows them. */
  readonly format?: string;
  /** A regular expression of Go's `regexp` syntax, such as `(?i)` groups, that has to match somewhere in the string. */
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  /** In Unicode code points. */
  readonly minLength?: number;
  /** In Unicode code points. */
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly properties?: Readonly<Record<string, StructuralSchema>>;
  readonly required?: readonly string[];
  /** The schema of all values of a map; such a schema has no `properties`. */
  readonly additionalProperties?: StructuralSchema;
  readonly items?: StructuralSchema;
  /** `set`: items are unique. `map`: items are unique by `listMapKeys`. */
  readonly listType?: 'atomic' | 'set' | 'map';
  readonly listMapKeys?: readonly string[];
  readonly mapType?: 'atomic' | 'granular';
  /** CEL rules (`x-kubernetes-validations`). */
  readonly validations?: readonly ValidationRule[];
}

/** One CEL rule of a schema, with `self` the value that the schema describes. */
export interface ValidationRule {
  /** The CEL expression. With `oldSelf` in it, the rule judges changes only. */
  readonly rule: string;
  readonly message: string;
  readonly reason?: string;
}

/** One column that `kubectl get` prints. */
export interface PrinterColumn {
  readonly name: string;
  readonly type: string;
  readonly jsonPath: string;
}

/** One kind: what its CustomResourceDefinition says. */
export interface KindSchema {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  readonly singular: string;
  readonly shortNames: readonly string[];
  readonly scope: 'Cluster' | 'Namespaced';
  /** True where `status` is a subresource: a create or an update of the object itself ignores its `status`. */
  readonly statusSubresource: boolean;
  /** Columns that `kubectl get` prints. */
  readonly printerColumns: readonly PrinterColumn[];
  /** Paths of fields that a list can be selected by, such as `.spec.tier`. */
  readonly selectableFields: readonly string[];
  /** The whole object: `apiVersion`, `kind`, `metadata` (an object without further structure), `spec`, `status`. */
  readonly schema: StructuralSchema;
}
