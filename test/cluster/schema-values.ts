import { RandomSource } from './random-source';
import { StructuralSchema } from '../../src/core/schema';

/** Texts that some pattern, format or rule of Calico's schemas takes, and their neighbours that it refuses. */
const TEXTS = [
  '', 'a', 'default', 'Default', 'all()', 'has(app)', 'TCP', 'tcp', 'Allow', 'allow', 'Enabled', 'enabled', 'eth0', 'eth[0-9]+', '/^eth/', '.*', '[', '(?=x)',
  '0', '1', '65535', '65536', '1:2', '2:1', '80-90', 'http', '10s', '1m30s', '1.5h', '10', '-5s', '5 s', '0s', '100000h', '1h1', '10.0.0.0/8', '10.0.0.1',
  '10.0.0.1/8', '10.0.0.0/33', '2001:db8::/32', '2001:db8::1', '[2001:db8::1]:179', '10.0.0.1:179', '10.0.0.1:70000', '::ffff:10.0.0.1', '64512', '64512.1',
  '65000:100',
  '65000:1:2', '65000:70000', 'None', 'none', 'Debug', 'INFO', 'tcp:80', 'udp:53', '10.0.0.0/8:tcp:80', 'node-1', 'node.node-1', 'Node_1', 'a.b.c', 'a..b', 'app=web',
  '2024-01-01T00:00:00Z', '2024-01-01', '0x10', '0xffff0000', '1e3', 'true', 'null', 'ä', '🦜', 'x'.repeat(64), 'x'.repeat(260), ' a', 'a ', 'a\nb', '\u0000',
];
const NUMBERS = [
  0, 1, -1, 2, 7, 20, 26, 32, 33, 64, 100, 128, 255, 256, 1000, 4096, 65535, 65536,
  2147483647, 2147483648, 4294967295, 4294967296, -2147483649, 1.5, 1e3, 1e20,
];
/** New ones each time: what is given away may be changed. */
const others = (): unknown[] => [null, true, false, [], {}, [null], { a: 1 }, [[]], 'a', 1];

/** Any JSON value, mostly of the wrong type. */
export function anyValue(random: RandomSource): unknown {
  return random.pick([...others(), random.pick(TEXTS), random.pick(NUMBERS)]);
}

export function anyText(random: RandomSource): string {
  return random.pick(TEXTS);
}

export function anyNumber(random: RandomSource): number {
  return random.pick(NUMBERS);
}

/** A value made along a schema: most parts fit it, each may be wrong. */
export function valueFor(schema: StructuralSchema, random: RandomSource): unknown {
  if (random.chance(4)) {
    return anyValue(random);
  }
  const allowed = [schema, ...schema.allOf ?? []].flatMap((part) => part.enum ?? []);
  if (allowed.length > 0) {
    return random.chance(85) ? random.pick(allowed) : changedCase(String(random.pick(allowed)), random);
  }
  if (schema.intOrString) {
    return random.chance(50) ? anyNumber(random) : anyText(random);
  }
  switch (schema.type) {
    case 'object': return objectFor(schema, random);
    case 'array': {
      const items = Array.from({ length: random.below(4) }, () => valueFor(schema.items ?? {}, random));
      return items.length > 0 && random.chance(10) ? [...items, items[0]] : items;
    }
    case 'string': return textFor(schema, random);
    case 'integer':
    case 'number': return numberFor(schema, random);
    case 'boolean': return random.chance(50);
    default: return anyValue(random);
  }
}

function objectFor({ properties, additionalProperties, required = [] }: StructuralSchema, random: RandomSource): unknown {
  if (additionalProperties !== undefined) {
    return Object.fromEntries(Array.from({ length: random.below(3) }, () => [anyText(random), valueFor(additionalProperties, random)]));
  }
  const names = Object.keys(properties ?? {});
  const share = 1 + random.below(4);
  const chosen = names.filter((name) => required.includes(name) ? random.chance(92) : random.below(names.length) < share);
  return Object.fromEntries(chosen.map((name) => [name, valueFor(properties![name], random)]));
}

/** A text that the pattern takes where one of the pool does; now and then any text. */
function textFor({ pattern }: StructuralSchema, random: RandomSource): string {
  const fitting = pattern === undefined || random.chance(25) ? [] : TEXTS.filter((text) => fits(pattern, text));
  return fitting.length > 0 ? random.pick(fitting) : anyText(random);
}

function fits(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern.replace(/^\^?\(\?i\)/, ''), 'iu').test(text);
  } catch {
    return false;
  }
}

function numberFor({ minimum, maximum }: StructuralSchema, random: RandomSource): number {
  const edges = [minimum, maximum].filter((edge) => edge !== undefined);
  return edges.length > 0 && random.chance(60) ? random.pick(edges) + random.below(3) - 1 : anyNumber(random);
}

function changedCase(text: string, random: RandomSource): string {
  return random.pick([text.toLowerCase(), text.toUpperCase(), `${text} `, text.slice(1)]);
}
