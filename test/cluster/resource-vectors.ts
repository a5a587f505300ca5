import { readFileSync } from 'fs';
import { join } from 'path';
import { parse } from 'yaml';

/** One manifest with Calico's own answers: see test/vectors. */
export interface ResourceVector {
  readonly id: string;
  /** The kind that the manifest is meant to be, also where its text doesn't say so. */
  readonly kind: string;
  /** The one defect, or empty. */
  readonly why: string;
  readonly input: { readonly yaml: string };
  /** What Calico's own copy of the API server's validation said. Missing: it wasn't asked. */
  readonly expect: { readonly crdRawOk?: boolean };
}

export function resourceVectors(): ResourceVector[] {
  const lines = readFileSync(join(__dirname, '..', 'vectors', 'resources.jsonl'), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
}

/** The namespace that a manifest names, or `default` where it names none that could be one. */
export function namespaceOf(yaml: string): string {
  let namespace: unknown;
  try {
    namespace = parse(yaml, { logLevel: 'silent', uniqueKeys: false })?.metadata?.namespace;
  } catch {
    // A text that can't be read is the server's to refuse.
  }
  return typeof namespace === 'string' && /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(namespace) ? namespace : 'default';
}
