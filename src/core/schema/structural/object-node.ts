import { withDefaults } from './defaults';
import { requiredWords } from './scalar-node';
import { SchemaNode } from './schema-node';
import { Walk } from './walk';
import { isObject, JsonObject } from '../../manifests';
import { fieldHint } from '../calico/field-hints';
import { KUBERNETES_SYNTAX } from '../calico/selector-syntax';
import { CelRule } from '../cel/cel-rule';
import { typeWords } from '../go/go-type';
import { likelyMeant, printValue } from '../printed-value';
import { Words } from '../resource-fault';
import { StructuralSchema } from '../structural-schema';

/** One field of an object. */
export interface FieldNode {
  readonly name: string;
  readonly node: SchemaNode;
  readonly required: boolean;
  readonly judgesAbsence: boolean;
}

/**
 * An object with named fields. Field names are exact for the API server; Go's decoder takes any case (encoding/json), so both are
 * modelled: what is read further down is the object as Go holds it.
 */
export class ObjectNode implements SchemaNode {
  private readonly byName: ReadonlyMap<string, FieldNode>;
  private readonly watched: readonly FieldNode[];
  private byFoldedName: ReadonlyMap<string, FieldNode> | undefined;

  constructor(private readonly schema: StructuralSchema, private readonly fields: readonly FieldNode[], private readonly cel: readonly CelRule[]) {
    this.byName = new Map(fields.map((field) => [field.name, field]));
    this.watched = fields.filter((field) => field.required || field.judgesAbsence);
  }

  public read(value: unknown, walk: Walk): unknown {
    if (!isObject(value)) {
      const words = typeWords('an object', value);
      walk.unreadable = true;
      walk.mistyped = true;
      walk.refuse(words, words);
      return undefined;
    }
    let decoded: Record<string, unknown> | undefined;
    let count = 0;
    for (const key of Object.keys(value)) {
      count++;
      const given = value[key];
      const field = this.byName.get(key) ?? this.foldedField(key, given, walk);
      if (field === undefined || given === null) {
        continue;
      }
      walk.enter(key);
      const read = field.node.read(given, walk);
      walk.leave();
      if (read !== given || field.name !== key) {
        decoded ??= this.knownFields(value);
        decoded[field.name] = read;
      }
    }
    const result: JsonObject = decoded ?? value;
    for (const field of this.watched) {
      if (value[field.name] === undefined || value[field.name] === null) {
        this.readAbsentField(field, result, walk);
      }
    }
    this.judgeCount(count, walk);
    if (this.cel.length > 0 && !walk.mistyped) {
      this.judgeCel(value, walk);
    }
    return result;
  }

  public readAbsent(walk: Walk, required: boolean): void {
    walk.refuse(required ? requiredWords() : undefined, undefined);
  }

  private readAbsentField(field: FieldNode, decoded: JsonObject, walk: Walk): void {
    walk.enter(field.name);
    if (decoded[field.name] === undefined || decoded[field.name] === null) {
      field.node.readAbsent(walk, field.required);
    } else if (field.required) {
      walk.refuse(requiredWords(), undefined);
    }
    walk.leave();
  }

  /** A key that names no field: one that Go takes for a field since only the case differs, or nothing. Reports it. */
  private foldedField(key: string, value: unknown, walk: Walk): FieldNode | undefined {
    if (this.schema.preserveUnknownFields) {
      return undefined;
    }
    this.byFoldedName ??= new Map(this.fields.map((field) => [field.name.toLowerCase(), field]));
    const field = this.byFoldedName.get(key.toLowerCase());
    const words = this.unknownField(key, value);
    walk.refuse(words, field === undefined ? words : undefined, [key]);
    return field;
  }

  private unknownField(key: string, value: unknown): Words {
    const names = this.fields.map((field) => field.name);
    const hint = fieldHint(key, value, names);
    const meant = hint === undefined && key.length < 100 ? likelyMeant(key, names) : undefined;
    return {
      rule: hint?.ofKubernetes ? KUBERNETES_SYNTAX : 'resource/unknown-field',
      what: `there is no field ${printValue(key)} here`,
      why: 'a field that the kind doesn\'t have is refused, and an API server without strict checks would drop it in silence',
      fix: hint?.fix ?? (meant === undefined ? `remove it; the fields here are ${names.slice(0, 20).join(', ')}${names.length > 20 ? ', …' : ''}` : `write ${meant}`),
      ...(meant !== undefined && { corrected: meant }),
    };
  }

  private knownFields(value: JsonObject): Record<string, unknown> {
    const known: Record<string, unknown> = {};
    for (const field of this.fields) {
      if (value[field.name] !== undefined) {
        known[field.name] = value[field.name];
      }
    }
    return known;
  }

  /** Where the schema limits the number of fields at all, each field is a choice, and one has to be made. */
  private judgeCount(count: number, walk: Walk): void {
    if (this.schema.maxProperties !== undefined && count !== this.schema.maxProperties) {
      walk.refuse({
        rule: 'resource/range',
        what: `the object has ${count} fields: it takes exactly ${this.schema.maxProperties}`,
        why: 'each field is a choice of its own, and the choices exclude each other',
        fix: `give one of ${this.fields.map((field) => field.name).join(', ')}`,
      }, undefined);
    }
  }

  /** The CEL rules see the object as the API server stores it: with defaults. */
  private judgeCel(value: JsonObject, walk: Walk): void {
    const self = withDefaults(this.schema, value);
    for (const rule of this.cel) {
      if (!rule.holds(self)) {
        walk.refuse(rule.words(self), undefined, rule.below(self));
      }
    }
  }
}
