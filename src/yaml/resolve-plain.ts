/**
 * What a plain (unquoted) YAML scalar means to Kubernetes.
 *
 * kubectl, the API server and calicoctl read YAML with go-yaml v2, which follows YAML 1.1 with exceptions (go.yaml.in/yaml/v2, resolve.go,
 * resolve): `yes`, `on` and `y` are booleans, `0644` and `0o644` are octal, `1_000` is a number, but `1:30` is text. A date stays text.
 * Constant time but for the scan of the scalar itself.
 */
export function resolvePlain(text: string): unknown {
  if (text === '') {
    return null;
  }
  const first = text.charCodeAt(0);
  if ((first >= 0x30 && first <= 0x39) || first === 0x2B || first === 0x2D || first === 0x2E) {
    return resolveNumber(text);
  }
  return text.length <= 5 && WORDS.has(text) ? WORDS.get(text) : text;
}

const WORDS = new Map<string, boolean | null>([
  ...cased(['y', 'yes', 'true', 'on'], true),
  ...cased(['n', 'no', 'false', 'off'], false),
  ...cased(['null'], null),
  ['~', null],
]);

const INFINITIES = new Map<string, number>([
  ...['.nan', '.NaN', '.NAN'].map((word): [string, number] => [word, NaN]),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word): [string, number] => [word, Infinity]),
  ...['-.inf', '-.Inf', '-.INF'].map((word): [string, number] => [word, -Infinity]),
]);

// Go's own syntax: here an underscore may only part digits (strconv, underscoreOK).
const POINT_FLOAT = /^\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const DECIMAL = /^[-+]?(?:0|[1-9][0-9]*)$/;
const PREFIXED = /^([-+]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+)$/;
const LARGEST = 2n ** 64n - 1n;
const LARGEST_SIGNED = 2n ** 63n;

function resolveNumber(text: string): unknown {
  if (INFINITIES.has(text)) {
    return INFINITIES.get(text);
  }
  if (text.charCodeAt(0) === 0x2E) {
    return POINT_FLOAT.test(text) ? finiteOr(text.replaceAll('_', ''), text) : text;
  }
  const plain = text.includes('_') ? text.replaceAll('_', '') : text;
  if (DECIMAL.test(plain)) {
    // Go's integers have no negative zero.
    return Number(plain) || 0;
  }
  const prefixed = PREFIXED.exec(plain);
  const integer = prefixed === null ? undefined : prefixedInteger(prefixed[1], prefixed[2]);
  if (integer !== undefined) {
    return integer;
  }
  return FLOAT.test(plain) ? finiteOr(plain, text) : text;
}

/** Integers in base 2, 8 and 16: undefined where they exceed what 64 bits hold. */
function prefixedInteger(sign: string, digits: string): number | undefined {
  const octal = /^0[0-7]/.test(digits);
  const value = BigInt(octal ? `0o${digits.slice(1)}` : digits.toLowerCase());
  if (sign === '' ? value > LARGEST : value > LARGEST_SIGNED - (sign === '+' ? 1n : 0n)) {
    return undefined;
  }
  return Number(sign === '-' ? -value : value);
}

function finiteOr(plain: string, otherwise: string): unknown {
  const value = Number(plain);
  return Number.isFinite(value) ? value : otherwise;
}

function cased<T>(words: readonly string[], value: T): [string, T][] {
  return words.flatMap((word) => [...new Set([word, word[0].toUpperCase() + word.slice(1), word.toUpperCase()])]
    .map((spelling): [string, T] => [spelling, value]));
}
