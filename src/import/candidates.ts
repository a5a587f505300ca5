import { ApiObject } from 'cdk8s';
import { Module } from './code';
import { ConstructKind } from './construct-kinds';
import { fitsTypes, kindTypes } from './kind-types';
import { objectOf, plain, propertiesOf, Snippet, ValueClass } from './snippet';
import { typedMetadata, writable } from './writable';
import { isObject, JsonObject, Manifest } from '../core/manifests';

/** A class with properties that may stand for an object. */
export interface Candidate {
  readonly type: ValueClass;
  readonly module: Module;
  readonly properties: Snippet;
  /** True for a construct of L2. */
  readonly isConstruct: boolean;
}

/**
 * What may stand for an object, the most comfortable first: a construct of L2, the class of L1, and a plain ApiObject. The properties compile with
 * each; what they render may differ from the object.
 */
export function* candidatesFor(manifest: Manifest, constructs: ReadonlyMap<string, ConstructKind>): Generator<Candidate> {
  const { apiVersion, kind, metadata: _, ...content } = writable(manifest.object) as JsonObject;
  const typed = typedMetadata(manifest.object.metadata);
  const metadata: [string, Snippet][] = Object.keys(typed).length === 0 ? [] : [['metadata', plain(typed)]];
  const { spec } = content;
  const types = kindTypes(manifest);
  if (types && Object.keys(content).every((key) => key === 'spec') && fitsTypes(types, spec)) {
    const construct = manifest.isCalico ? constructs.get(manifest.kind) : undefined;
    const properties = construct && propertiesOf(isObject(spec) ? spec : {}, construct.fields, construct.required);
    if (properties) {
      yield { type: construct.type, module: 'cdk8s-calico', properties: objectOf(new Map([...metadata, ...properties]), true), isConstruct: true };
    }
    if (types.resource) {
      const entries = [...metadata, ...Object.entries({ spec }).filter(() => spec !== undefined).map(toPlain)];
      yield { type: types.resource, module: 'cdk8s-calico', properties: objectOf(new Map(entries), true), isConstruct: false };
    }
  }
  const entries = [...Object.entries({ apiVersion, kind }).map(toPlain), ...metadata, ...Object.entries(content).map(toPlain)];
  yield { type: ApiObject, module: 'cdk8s', properties: objectOf(new Map(entries), true), isConstruct: false };
}

function toPlain([key, value]: [string, unknown]): [string, Snippet] {
  return [key, plain(value)];
}
