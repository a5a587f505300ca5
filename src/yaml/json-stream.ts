/** One value of a stream. */
export interface JsonPart {
  readonly start: number;
  readonly end: number;
  /** Line of its first character, from 0. */
  readonly line: number;
  /** Number of characters before it on that line. */
  readonly column: number;
}

/**
 * Splits JSON values that stand one after the other with nothing but white space between, as `jq` prints them: kubectl reads such a stream
 * (apimachinery, pkg/util/yaml, YAMLOrJSONDecoder), YAML does not. Undefined where the text is anything else. One pass.
 */
export function splitJson(text: string): readonly JsonPart[] | undefined {
  if (!/^\s*\{/.test(text)) {
    return undefined;
  }
  const values: JsonPart[] = [];
  let line = 0;
  let lineStart = 0;
  let start = -1;
  let startLine = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '\n') {
      line++;
      lineStart = depth === 0 ? at + 1 : lineStart;
    } else if (char === '"') {
      at = endOfString(text, at);
    } else if (char === '{' || char === '[') {
      if (depth === 0) {
        start = at;
        startLine = line;
      }
      depth++;
    } else if ((char === '}' || char === ']') && --depth === 0) {
      if (!isJson(text.slice(start, at + 1))) {
        return undefined;
      }
      values.push({ start, end: at + 1, line: startLine, column: start - lineStart });
    } else if (depth <= 0 && !/\s/.test(char)) {
      return undefined;
    }
  }
  return depth === 0 && values.length > 1 ? values : undefined;
}

function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') {
    at += text[at] === '\\' ? 2 : 1;
  }
  return at;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
