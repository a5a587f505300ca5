import { FieldRule } from './field-rule';
import { requiredWords } from './scalar-node';
import { SchemaNode } from './schema-node';
import { Walk } from './walk';
import { isObject } from '../../manifests';
import { typeWords } from '../go/go-type';
import { Words } from '../resource-fault';

/** An object whose keys are free and whose values have one schema. */
export class MapNode implements SchemaNode {
  constructor(private readonly values: SchemaNode, private readonly rules: readonly FieldRule[]) {}

  public read(value: unknown, walk: Walk): unknown {
    if (!isObject(value)) {
      const words = typeWords('an object', value);
      walk.unreadable = true;
      walk.mistyped = true;
      walk.refuse(words, words);
      return undefined;
    }
    let decoded: Map<string, unknown> | undefined;
    for (const key of Object.keys(value)) {
      const given = value[key];
      walk.enter(key);
      const read = given === null ? '' : this.values.read(given, walk);
      walk.leave();
      if (read !== given) {
        decoded ??= new Map(Object.entries(value));
        decoded.set(key, read);
      }
    }
    const result = decoded === undefined ? value : Object.fromEntries(decoded);
    if (!walk.unreadable) {
      let calico: Words | undefined;
      for (const rule of this.rules) {
        calico ??= rule.judge(result as never);
      }
      walk.refuse(undefined, calico);
    }
    return result;
  }

  public readAbsent(walk: Walk): void {
    walk.refuse(requiredWords(), undefined);
  }
}
