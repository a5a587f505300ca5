/** A schema as a CRD writes it: OpenAPI v3 with the `x-kubernetes-` extensions. */
export interface CrdSchema {
  description?: string;
  type?: string;
  properties?: { [name: string]: CrdSchema };
  additionalProperties?: CrdSchema;
  items?: CrdSchema;
  required?: string[];
  enum?: (string | number)[];
  default?: unknown;
  format?: string;
  pattern?: string;
  nullable?: boolean;
  allOf?: CrdSchema[];
  /** Only in compact sources, see references.ts. */
  $ref?: string;
  [keyword: string]: unknown;
}
