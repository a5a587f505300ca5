import { execFile } from 'node:child_process';
import { CannotRun, Terminal } from './terminal';
import { Answer, Ask, printRefusal, Question, READING_VERBS, refusalOf } from '../health';

/** Which cluster to ask, and for how long. */
export interface ToolOptions {
  readonly kubeconfig?: string;
  readonly context?: string;
  /** Seconds that a request may take. */
  readonly timeout: number;
}

/** Calls of tools at one time: enough to wait for several answers, few enough for a small machine. */
const AT_ONCE = 4;
/** What a call may take beyond its request: kubectl asks for its kinds first, and tries some requests again. */
const MOST_ALLOWANCE_MS = 10_000;
const MOST_BYTES = 268_435_456;

/**
 * Asks the user's kubectl and calicoctl, only with verbs that read. The environment and the kubeconfig are theirs.
 */
export function readOnlyTools(options: ToolOptions, { environment }: Pick<Terminal, 'environment'>): Ask {
  const turns = new Turns();
  return async (question) => {
    const [verb] = question.args;
    if (!(READING_VERBS as readonly string[]).includes(verb)) {
      throw new Error(`${verb} is no verb that only reads`);
    }
    return turns.take(() => run(question, options, environment));
  };
}

/** Refuses to go on where no question could be answered. @throws CannotRun */
export async function requireCluster(ask: Ask): Promise<void> {
  const { refusal } = await ask({ tool: 'kubectl', args: ['get', '--raw', '/version'] });
  if (refusal === undefined || refusal.reason === 'forbidden') {
    return;
  }
  throw new CannotRun(refusal.reason === 'missing-tool'
    ? `${printRefusal(refusal)}: install kubectl (https://kubernetes.io/docs/tasks/tools), or put it on PATH`
    : `${printRefusal(refusal)}\nkubectl cluster-info tells more; --context and --kubeconfig choose another cluster, --timeout waits longer`);
}

/** The arguments of a call, with the cluster and the time limit. */
export function argumentsOf({ tool, args }: Question, { kubeconfig, context, timeout }: ToolOptions): string[] {
  const cluster = context === undefined ? [] : [`--context=${context}`];
  return tool === 'calicoctl'
    ? [...args, ...cluster]
    : [...(kubeconfig === undefined ? [] : [`--kubeconfig=${kubeconfig}`]), ...cluster, `--request-timeout=${timeout}s`, ...args];
}

function run(question: Question, options: ToolOptions, environment: Terminal['environment']): Promise<Answer> {
  const { tool } = question;
  // calicoctl takes its kubeconfig from the environment.
  const env = { ...environment, ...(options.kubeconfig !== undefined && { KUBECONFIG: options.kubeconfig }) };
  const timeout = processLimit(options);
  return new Promise((resolve) => {
    const child = execFile(tool, argumentsOf(question, options), { env, timeout, killSignal: 'SIGKILL', maxBuffer: MOST_BYTES }, (error, text, errors) => {
      if (error === null) {
        resolve({ text });
      } else if (error.code === 'ENOENT') {
        resolve({ refusal: { reason: 'missing-tool', message: `there is no ${tool} on PATH` } });
      } else if ((error.code as unknown) === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') {
        resolve({ refusal: { reason: 'too-long', message: `${tool} printed more than ${MOST_BYTES / 1024 / 1024} MiB` } });
      } else if (error.killed) {
        resolve({ refusal: { reason: 'timeout', message: `${tool} took longer than ${timeout / 1000} s` } });
      } else {
        resolve({ refusal: refusalOf(errors === '' ? error.message : errors) });
      }
    });
    child.stdin?.end();
  });
}

/** Milliseconds after which a call is ended, whatever it waits for. */
export function processLimit({ timeout }: ToolOptions): number {
  return timeout * 1000 + Math.min(timeout * 1000, MOST_ALLOWANCE_MS);
}

/** Lets only so many jobs run at one time, in the order in which they came. */
class Turns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  public async take<T>(job: () => Promise<T>): Promise<T> {
    if (this.running >= AT_ONCE) {
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else {
      this.running++;
    }
    try {
      return await job();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) {
        this.running--;
      } else {
        next();
      }
    }
  }
}
