/** The line by which a script is known to be one that may be written anew. */
export const SCRIPT_MARK = '# Written by cdk8s-calico runbook.';

/** A script of the runbook. */
export interface Script {
  readonly name: string;
  readonly text: string;
}

/** A text as one word of a POSIX shell, always in quotes. */
export function quoted(text: string): string {
  return `'${text.replace(/'/g, '\'\\\'\'')}'`;
}

/** A text in a comment: it stays on its line. */
export function inComment(text: string): string {
  return text.replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]/g, '?');
}

/** What both scripts begin with: calls of kubectl have a time limit, and a call that fails doesn't end the script. */
export function preamble(title: string, about: readonly string[]): string {
  return `#!/bin/sh
${SCRIPT_MARK}
${[title, ...about].map((line) => `# ${inComment(line)}`).join('\n')}
set -u

failed=0

kube() {
  kubectl --request-timeout=20s "$@" || failed=$((failed + 1))
}

section() {
  printf '\\n== %s\\n' "$1"
}
`;
}
