import { FieldRule } from './field-rule';
import { choicesOf, goPattern } from './pattern';
import { SchemaNode } from './schema-node';
import { Walk } from './walk';
import { readCidr } from '../../cidr';
import { GoType, Misread, rangeWords, typeWords } from '../go/go-type';
import { withoutLeadingZeros } from '../go/sloppy-address';
import { likelyMeant, printAllowed, printValue } from '../printed-value';
import { Words } from '../resource-fault';
import { StructuralSchema } from '../structural-schema';

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'text', integer: 'a whole number', number: 'a number', boolean: 'true or false', object: 'an object', array: 'a list',
};

/** The words for a required field that is absent. */
export function requiredWords(): Words {
  return {
    rule: 'resource/required',
    what: 'the field is missing',
    why: 'it is required: without it the object means nothing',
    fix: 'add the field',
  };
}

/** A value without parts: text, number, boolean, or "number or text". */
export class ScalarNode implements SchemaNode {
  private readonly allowed: readonly (string | number)[] | undefined;
  private readonly pattern: RegExp | undefined;
  private readonly limited: boolean;

  constructor(private readonly schema: StructuralSchema, private readonly go: GoType, private readonly rules: readonly FieldRule[]) {
    const enums = [schema.enum, ...(schema.allOf ?? []).map((part) => part.enum)].filter((allowed) => allowed !== undefined);
    this.allowed = enums.length === 0 ? undefined : enums.reduce((common, allowed) => common.filter((value) => allowed.includes(value)));
    this.pattern = schema.pattern === undefined || schema.pattern === '^.*' ? undefined : goPattern(schema.pattern);
    this.limited = schema.minimum !== undefined || schema.maximum !== undefined;
  }

  public read(value: unknown, walk: Walk): unknown {
    const api = this.refusedByApiServer(value);
    walk.mistyped ||= api?.rule === 'resource/type';
    const decoded = this.go.read(value);
    if (decoded instanceof Misread) {
      walk.unreadable = true;
      const words = this.rules.map((rule) => rule.misread?.(value)).find((better) => better !== undefined) ?? decoded.words;
      walk.refuse(api && words, words);
      return undefined;
    }
    let calico: Words | undefined;
    for (const rule of this.rules) {
      calico ??= rule.judge(decoded as never);
    }
    if (api !== undefined || calico !== undefined) {
      walk.refuse(api, calico);
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

  private refusedByApiServer(value: unknown): Words | undefined {
    const { schema } = this;
    if (typeof value === 'string') {
      return schema.type === 'string' || schema.intOrString ? this.refusedText(value) : typeWords(EXPECTED[schema.type!], value);
    }
    const { type } = schema;
    if (typeof value === 'number' && (type === 'number' || ((type === 'integer' || schema.intOrString) && Number.isInteger(value)))) {
      return this.refusedNumber(value);
    }
    // With a format beside the type, an API server takes any list for text (kube-openapi, pkg/validation/validate/type.go).
    // Times are in metadata only, which is read before its schema is looked at.
    const slipsThrough = Array.isArray(value) && type === 'string' && schema.format === 'cidr';
    return slipsThrough || (typeof value === 'boolean' && type === 'boolean') ? undefined
      : typeWords(schema.intOrString ? 'a whole number or text' : EXPECTED[type!], value);
  }

  private refusedText(text: string): Words | undefined {
    const { schema } = this;
    if (this.allowed !== undefined && !this.allowed.includes(text)) {
      return enumWords(text, this.allowed);
    }
    if (this.pattern !== undefined && !this.pattern.test(text)) {
      return patternWords(text, schema.pattern!);
    }
    if (schema.maxLength !== undefined && text.length > schema.maxLength && codePoints(text) > schema.maxLength) {
      return lengthWords(`the text has more than ${schema.maxLength} characters`, `shorten it to ${schema.maxLength} characters at most`);
    }
    if (schema.minLength !== undefined && codePoints(text) < schema.minLength) {
      return lengthWords(`the text has fewer than ${schema.minLength} characters`, `give at least ${schema.minLength} characters, or leave the field out`);
    }
    if (schema.format === 'date-time') {
      const read = this.go.read(text);
      return read instanceof Misread ? read.words : undefined;
    }
    return schema.format === 'cidr' && readCidr(withoutLeadingZeros(text)) === undefined ? cidrFormatWords(text) : undefined;
  }

  private refusedNumber(value: number): Words | undefined {
    const { schema } = this;
    if (this.allowed !== undefined && !this.allowed.includes(value)) {
      return enumWords(value, this.allowed);
    }
    return this.limited && (value < (schema.minimum ?? -Infinity) || value > (schema.maximum ?? Infinity))
      ? rangeWords(value, schema.minimum, schema.maximum) : undefined;
  }
}

/** A value that is none of those allowed. */
export function enumWords(value: unknown, allowed: readonly (string | number)[], rule = 'resource/enum'): Words {
  const meant = typeof value === 'string' ? likelyMeant(value, allowed) : undefined;
  return {
    rule,
    what: `${printValue(value)} is not allowed here: allowed is ${printAllowed(allowed)}`,
    why: 'these values are all that the field knows, in exactly this spelling',
    fix: meant === undefined ? `give ${printAllowed(allowed)}` : `write ${meant}`,
    ...(meant !== undefined && { corrected: meant }),
  };
}

function patternWords(text: string, pattern: string): Words {
  const choices = choicesOf(pattern);
  return choices !== undefined ? enumWords(text, choices) : {
    rule: 'resource/pattern',
    what: `${printValue(text)} doesn't have the form that the field takes`,
    why: `the API server takes only what matches ${pattern.length > 120 ? `${pattern.slice(0, 120)}…` : pattern}`,
    fix: 'write the value in that form',
  };
}

function lengthWords(what: string, fix: string): Words {
  return { rule: 'resource/range', what, why: 'the API server limits the length of the field', fix };
}

function cidrFormatWords(text: string): Words {
  const address = readCidr(`${text}/0`) === undefined ? undefined : text;
  const corrected = address === undefined ? undefined : `${address}/${address.includes(':') ? 128 : 32}`;
  return {
    rule: 'resource/format',
    what: `${printValue(text)} is no CIDR`,
    why: 'the API server takes an address, a slash and a prefix length only',
    fix: corrected === undefined ? 'write the network as in "10.0.0.0/16" or "fd00::/64"' : `add the prefix length: ${corrected}`,
    ...(corrected !== undefined && { corrected }),
  };
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) {
    count++;
  }
  return count;
}
