import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { argumentsOf, processLimit, ToolOptions } from './kubectl';
import { Terminal } from './terminal';
import { PathTest, pathTestPod, PathTestOutcome } from '../health';

const POLL_MS = 1000;
const WITHIN_MS = 90_000;

/** What a call printed. */
interface Called {
  readonly isFine: boolean;
  readonly output: string;
}

/**
 * Runs a test in a pod, and removes the pod, whatever happened. The one place of this command line that changes a cluster, and only where its
 * user asked for that: it creates one pod, reads it, and deletes it.
 */
export async function runPathTest(test: PathTest, options: ToolOptions, { environment }: Pick<Terminal, 'environment'>): Promise<PathTestOutcome> {
  const name = `netshoot-${randomBytes(4).toString('hex')}`;
  const pod = pathTestPod(test, name);
  const { namespace } = pod.metadata as { namespace: string };
  const kubectl = (args: readonly string[], input?: string) => call(args, options, environment, input);
  const created = await kubectl(['create', '-f', '-'], JSON.stringify(pod));
  if (!created.isFine) {
    return { output: created.output };
  }
  try {
    for (const deadline = Date.now() + WITHIN_MS; Date.now() < deadline; await pause(POLL_MS)) {
      const { isFine, output } = await kubectl(['get', 'pod', name, '-n', namespace, '-o', 'jsonpath={.status.containerStatuses[0].state.terminated.exitCode}']);
      if (isFine && /^\d+$/.test(output)) {
        const log = await kubectl(['logs', name, '-n', namespace, '--tail=20']);
        return { exitStatus: Number(output), output: log.output };
      }
    }
    const state = await kubectl(['get', 'pod', name, '-n', namespace, '-o', 'jsonpath={.status.phase} {.status.containerStatuses[0].state}']);
    return { output: `the pod didn't end within ${WITHIN_MS / 1000} s: ${state.output}` };
  } finally {
    await kubectl(['delete', 'pod', name, '-n', namespace, '--wait=false', '--ignore-not-found']);
  }
}

function call(args: readonly string[], options: ToolOptions, environment: Terminal['environment'], input?: string): Promise<Called> {
  return new Promise((resolve) => {
    const child = execFile('kubectl', argumentsOf({ tool: 'kubectl', args }, options), {
      env: { ...environment }, timeout: processLimit(options), killSignal: 'SIGKILL',
    }, (error, output, errors) => resolve({ isFine: error === null, output: error === null ? output : errors || error.message }));
    child.stdin?.on('error', () => {});
    child.stdin?.end(input ?? '');
  });
}
