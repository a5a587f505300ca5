import { SourceDocument } from './places';

/**
 * Splits JSON values that stand one after the other with nothing but white space between, as `jq` prints them: kubectl reads such a stream
 * (apimachinery, pkg/util/yaml, YAMLOrJSONDecoder), YAML does not. Undefined where the text is anything else. One pass.
 */
export function splitJson(document: SourceDocument): readonly SourceDocument[] | undefined {
  const { text } = document;
  if (!/^\s*\{/.test(text)) {
    return undefined;
  }
  const values: SourceDocument[] = [];
  let line = document.line;
  let lineStart = 0;
  let start = -1;
  let startLine = line;
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
      const value = text.slice(start, at + 1);
      if (!isJson(value)) {
        return undefined;
      }
      // Spaces keep the columns of a value that starts in the middle of a line.
      values.push({ ...document, text: ' '.repeat(start - lineStart) + value, line: startLine });
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
