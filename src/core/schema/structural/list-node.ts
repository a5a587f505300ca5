import { FieldRule } from './field-rule';
import { requiredWords } from './scalar-node';
import { SchemaNode } from './schema-node';
import { Walk } from './walk';
import { typeWords } from '../go/go-type';
import { printValue } from '../printed-value';
import { Words } from '../resource-fault';
import { StructuralSchema } from '../structural-schema';

/** A list. Grows with the number of items, sets included. */
export class ListNode implements SchemaNode {
  constructor(private readonly schema: StructuralSchema, private readonly item: SchemaNode, private readonly rules: readonly FieldRule[]) {}

  public read(value: unknown, walk: Walk): unknown {
    if (!Array.isArray(value)) {
      const words = typeWords('a list', value);
      walk.unreadable = true;
      walk.mistyped = true;
      walk.refuse(words, words);
      return undefined;
    }
    let decoded: unknown[] = value;
    for (let index = 0; index < value.length; index++) {
      walk.enter(index);
      const read = value[index] === null ? this.readNull(walk) : this.item.read(value[index], walk);
      walk.leave();
      if (read !== value[index]) {
        decoded = decoded === value ? [...value] : decoded;
        decoded[index] = read;
      }
    }
    const api = this.wrongLength(value.length);
    const calico = walk.unreadable ? undefined : this.refusedByCalico(decoded);
    if (api !== undefined || calico !== undefined) {
      walk.refuse(api, calico);
    }
    if (this.schema.listType === 'set' && value.length > 1) {
      this.reportRepeats(value, walk);
    }
    return decoded;
  }

  public readAbsent(walk: Walk, required: boolean): void {
    let calico: Words | undefined;
    for (const rule of this.rules) {
      calico ??= rule.zero === undefined ? undefined : rule.judge(rule.zero as never);
    }
    walk.refuse(required ? requiredWords() : undefined, calico);
  }

  private readNull(walk: Walk): null | undefined {
    if (this.schema.items?.nullable) {
      return null;
    }
    const words: Words = {
      rule: 'resource/type', what: 'the item is empty', why: 'an empty item of a list is null, which is no value', fix: 'give the item a value, or remove its line',
    };
    walk.unreadable = true;
    walk.mistyped = true;
    walk.refuse(words, words);
    return undefined;
  }

  /** Calico's rules see a list only once Go has read all of it. */
  private refusedByCalico(decoded: readonly unknown[]): Words | undefined {
    if (decoded.includes(undefined)) {
      return undefined;
    }
    let words: Words | undefined;
    for (const rule of this.rules) {
      words ??= rule.judge(decoded as never);
    }
    return words;
  }

  private wrongLength(length: number): Words | undefined {
    const { minItems, maxItems } = this.schema;
    if (length <= (maxItems ?? Infinity) && length >= (minItems ?? 0)) {
      return undefined;
    }
    const tooMany = length > (maxItems ?? Infinity);
    return {
      rule: 'resource/range',
      what: `the list has ${length} items: it takes ${printCount(minItems ?? 0, maxItems)}`,
      why: 'the API server limits the length of the list',
      fix: tooMany ? `leave ${maxItems} at most` : `give ${minItems} or more, or leave the field out`,
    };
  }

  private reportRepeats(value: readonly unknown[], walk: Walk): void {
    const seen = new Set<unknown>();
    for (let index = 0; index < value.length; index++) {
      if (seen.has(value[index])) {
        walk.refuse({
          rule: 'resource/duplicate',
          what: `${printValue(value[index])} is in the list twice`,
          why: 'the list is a set: the API server refuses a second equal item',
          fix: 'remove one of the two',
        }, undefined, [index]);
      }
      seen.add(value[index]);
    }
  }
}

function printCount(least: number, most: number | undefined): string {
  return most === undefined ? `${least} or more` : least === most ? `exactly ${least}` : `${least} to ${most}`;
}
