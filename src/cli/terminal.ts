import { escapeForDisplay } from '../core/findings';

/** Somewhere to write: a stream of the process, or what a test puts in its place. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): boolean;
  once(event: 'drain' | 'close', listener: () => void): unknown;
  on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown;
}

/** What surrounds a command. */
export interface Terminal {
  readonly input: AsyncIterable<Uint8Array>;
  readonly output: Output;
  readonly errors: Output;
  readonly environment: { readonly [name: string]: string | undefined };
}

/** 0: nothing is wrong; 1: there are errors in the input; 2: the command couldn't do its work. */
export type ExitStatus = 0 | 1 | 2;

/** An error of the command, of one or more lines, as it goes to standard error. What comes from outside is escaped. */
export function errorLine(message: string): string {
  return `cdk8s-calico: ${message.split('\n').map(escapeForDisplay).join('\n')}\n`;
}

/** Why a command can't do its work, in words for its user. */
export class CannotRun extends Error {}
