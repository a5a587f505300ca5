/** One call of a tool that only reads. */
export interface Question {
  readonly tool: 'kubectl' | 'calicoctl';
  readonly args: readonly string[];
}

/** Why a question has no answer. */
export type RefusalReason =
  | 'missing-tool' | 'unreachable' | 'unauthorised' | 'forbidden' | 'no-such-kind' | 'not-found' | 'unavailable' | 'kubelet' | 'timeout' | 'too-long' | 'failed';

/** A question that wasn't answered. */
export interface Refusal {
  readonly reason: RefusalReason;
  /** What the tool said, or what became of it. Hostile until escaped. */
  readonly message: string;
}

/** What a tool printed, or why it printed nothing of use. */
export type Answer = { readonly text: string; readonly refusal?: undefined } | { readonly refusal: Refusal };

/** Asks a tool. Never rejects. */
export type Ask = (question: Question) => Promise<Answer>;

/** The verbs of kubectl that are asked: none of them changes anything. */
export const READING_VERBS = ['get', 'logs', 'describe', 'events'] as const;

/** What kubectl, client-go and the API server say, and what it means; the first that fits counts. */
const MEANINGS: readonly (readonly [RegExp, RefusalReason])[] = [
  [/\/containerLogs\//, 'kubelet'],
  [/\(Forbidden\)|is forbidden:|forbidden: User/i, 'forbidden'],
  [/\(Unauthorized\)|must be logged in|\bUnauthorized\b|provide credentials/i, 'unauthorised'],
  [/doesn't have a resource type|no matches for kind|could not find the requested resource/i, 'no-such-kind'],
  [/\(NotFound\)|\bnot found\b/i, 'not-found'],
  [/\(ServiceUnavailable\)|currently unable to handle the request/i, 'unavailable'],
  [/Unable to connect to the server|connection to the server .{0,300} was refused|connection refused|no such host|network is unreachable/i, 'unreachable'],
  [/i\/o timeout|TLS handshake timeout|deadline exceeded|Client\.Timeout/i, 'timeout'],
  [/no configuration has been provided|invalid configuration|error loading config file|context .{0,300} does not exist|x509:/i, 'unreachable'],
];

/** What became of a call that failed, from what it wrote to its standard error. */
export function refusalOf(errors: string): Refusal {
  const message = lastLine(errors);
  const meaning = MEANINGS.find(([pattern]) => pattern.test(errors));
  return { reason: meaning === undefined ? 'failed' : meaning[1], message };
}

/** kubectl logs what it tried line by line; the last line is the error. */
function lastLine(errors: string): string {
  const lines = errors.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  return lines.at(-1) ?? 'it failed and said nothing';
}

const WORDS: Readonly<Record<RefusalReason, string>> = {
  'missing-tool': 'the tool is missing',
  'unreachable': 'the cluster can\'t be reached',
  'unauthorised': 'the cluster doesn\'t take your credentials',
  'forbidden': 'you lack the permission',
  'no-such-kind': 'the cluster doesn\'t serve this kind',
  'not-found': 'there is no such object',
  'unavailable': 'the API server that serves this kind is down',
  'kubelet': 'the kubelet of its node doesn\'t answer',
  'timeout': 'no answer in time',
  'too-long': 'the answer is too long',
  'failed': 'the call failed',
};

/** A refusal as a clause: what it means, then what the tool said. */
export function printRefusal({ reason, message }: Refusal): string {
  return `${WORDS[reason]}: ${message}`;
}

/** A question as its user would type it. */
export function printQuestion({ tool, args }: Question): string {
  return [tool, ...args.map(shellWord)].join(' ');
}

/** A word that a POSIX shell reads as it is. */
export function shellWord(word: string): string {
  return /^[A-Za-z0-9_@%+=:,./-]+$/.test(word) ? word : `'${word.replace(/'/g, '\'\\\'\'')}'`;
}
