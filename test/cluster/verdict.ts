import { Answer } from './api-server';

/** Whether someone takes a manifest, and in which words not. */
export interface Verdict {
  readonly taken: boolean;
  readonly words: readonly string[];
}

/** Statuses of a refusal by what the object says. Anything else that isn't success is a fault of the test, not a verdict. */
const REFUSALS = [400, 422];

export function serverVerdict(answer: Answer): Verdict {
  // That a name is taken is found only after everything else is judged.
  if (answer.status < 300 || (answer.status === 409 && answer.body.reason === 'AlreadyExists')) {
    return { taken: true, words: answer.warnings.map((warning) => `warning: ${warning}`) };
  }
  if (!REFUSALS.includes(answer.status)) {
    throw new Error(`the API server gave no verdict: ${answer.status} ${JSON.stringify(answer.body)}`);
  }
  return { taken: false, words: [answer.body.message] };
}

/** One case on which two judges differ. */
export interface Disagreement {
  readonly id: string;
  readonly why: string;
  readonly server: Verdict;
  readonly other: Verdict;
}

/** Prints each disagreement with both sides' words, so that the output of a run alone tells what to mend. */
export function printDisagreements(title: string, cases: number, found: readonly Disagreement[]): void {
  const lines = found.flatMap(({ id, why, server, other }) => [
    `  ${id}  ${why}`,
    `    API server  ${told(server)}`,
    `    other       ${told(other)}`,
  ]);
  process.stdout.write(`${[`${title}: ${cases - found.length} of ${cases} agree`, ...lines].join('\n')}\n`);
}

function told({ taken, words }: Verdict): string {
  const text = words.join(' | ');
  return `${taken ? 'takes it' : 'refuses it'}${text && `: ${text.length > 600 ? `${text.slice(0, 600)} …` : text}`}`;
}
