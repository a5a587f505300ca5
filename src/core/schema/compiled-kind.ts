import { kindRules, KindRules } from './kind-table';
import { calicoKinds } from './kinds.generated';
import { METADATA_SCHEMA } from './metadata/metadata-schema';
import { profileKind, typesOnly } from './profile-schema';
import { compileSchema } from './structural/compile-schema';
import { SchemaNode } from './structural/schema-node';
import { KindSchema, StructuralSchema } from './structural-schema';

/** A kind, ready to judge manifests of it. */
export interface CompiledKind {
  readonly kind: string;
  readonly namespaced: boolean;
  readonly apiServerKnows: boolean;
  readonly droppedInSilence: boolean;
  readonly root: SchemaNode;
  readonly judge?: KindRules['judge'];
}

const compiled = new Map<string, CompiledKind | undefined>();

/** The kind of that name, compiled at its first use; undefined where projectcalico.org/v3 has none. */
export function compiledKind(kind: string): CompiledKind | undefined {
  if (!compiled.has(kind)) {
    const schema = kind === 'Profile' ? profileKind() : calicoKinds().find((candidate) => candidate.kind === kind);
    if (schema === undefined) {
      return undefined;
    }
    compiled.set(kind, compile(schema));
  }
  return compiled.get(kind);
}

/** True for a kind of projectcalico.org/v3 whose objects are in namespaces. */
export function isNamespaced(kind: string): boolean {
  return compiledKind(kind)?.namespaced ?? false;
}

/** The names of all kinds of projectcalico.org/v3. */
export function kindNames(): readonly string[] {
  return [...calicoKinds().map((kind) => kind.kind), 'Profile'];
}

function compile(kind: KindSchema): CompiledKind {
  const rules = kindRules(kind.kind);
  return {
    kind: kind.kind,
    namespaced: kind.scope === 'Namespaced',
    apiServerKnows: kind.kind !== 'Profile',
    droppedInSilence: rules.droppedInSilence ?? false,
    root: compileSchema(rootSchema(kind), rules.fields),
    judge: rules.judge,
  };
}

/** The kind's schema with what holds for every kind: the structure of metadata, and a status that a create ignores where it is a subresource. */
function rootSchema(kind: KindSchema): StructuralSchema {
  const { schema } = kind;
  const { status, ...properties } = schema.properties!;
  return {
    ...schema,
    properties: { ...properties, ...(status && { status: kind.statusSubresource ? typesOnly(status) : status }), metadata: METADATA_SCHEMA },
  };
}
