/*
 * Judges generated texts - good manifests, changed ones, hostile ones - and fails where one crashes, breaks a promise of the report, or takes too
 * long. The cases depend on the seed alone, so a case that failed can be run again.
 *
 * Run: npx tsx scripts/fuzz.ts [--count 1000000] [--seed 1] [--limit 10]   (seconds a case may take)
 *      npx tsx scripts/fuzz.ts --seed 1 --case 4711                        (one case, printed)
 */
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { FuzzCases } from './fuzz/cases';
import { judgeCase } from './fuzz/judge-case';

/** What the watched thread is told. */
interface Task {
  readonly seed: number;
  readonly count: number;
  /** One number: the case that the thread is at. */
  readonly progress: Int32Array;
}

/** What the watched thread tells: a case that failed, or the end. */
type Message =
  | { readonly failed: number; readonly why: string }
  | { readonly slowest: number; readonly milliseconds: number };

/** Judges every case, in the watched thread. */
function work({ seed, count, progress }: Task, tell: (message: Message) => void): void {
  const cases = new FuzzCases(seed);
  let slowest = 0;
  let milliseconds = 0;
  for (let index = 0; index < count; index++) {
    progress[0] = index;
    const started = performance.now();
    try {
      judgeCase(cases.at(index).text);
    } catch (error) {
      tell({ failed: index, why: error instanceof Error ? String(error.stack) : String(error) });
    }
    const taken = performance.now() - started;
    if (taken > milliseconds) {
      slowest = index;
      milliseconds = taken;
    }
  }
  tell({ slowest, milliseconds });
}

/** Runs the cases in a thread of their own, since nothing else can stop a case that hangs. */
function watch(seed: number, count: number, limitSeconds: number): void {
  const progress = new Int32Array(new SharedArrayBuffer(4));
  // A thread starts without what makes Node understand TypeScript.
  const program = `require('tsx/cjs'); require(${JSON.stringify(__filename)});`;
  const worker = new Worker(program, { eval: true, workerData: { seed, count, progress } satisfies Task });
  const started = Date.now();
  let failures = 0;
  const fail = (index: number, why: string) => {
    failures++;
    console.error(`case ${index}: ${why}\n  again: npx tsx scripts/fuzz.ts --seed ${seed} --case ${index}`);
  };
  let last = -1;
  let since = Date.now();
  const watcher = setInterval(() => {
    const at = progress[0];
    if (at !== last) {
      last = at;
      since = Date.now();
    } else if (Date.now() - since > limitSeconds * 1000) {
      fail(at, `still runs after ${limitSeconds} s`);
      void worker.terminate();
    }
  }, 500);
  worker.on('message', (message: Message) => {
    if ('failed' in message) {
      fail(message.failed, message.why);
    } else {
      console.log(`${count} cases of seed ${seed} in ${Math.round((Date.now() - started) / 1000)} s, ${failures} failed; `
        + `the slowest is case ${message.slowest}: ${Math.round(message.milliseconds)} ms; peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
    }
  });
  worker.on('error', (error) => fail(progress[0], String(error)));
  worker.on('exit', () => {
    clearInterval(watcher);
    process.exitCode = failures === 0 && progress[0] === count - 1 ? 0 : 1;
  });
}

function start(): void {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: '1' },
      limit: { type: 'string', default: '10' },
      case: { type: 'string' },
    },
  });
  if (values.case === undefined) {
    watch(Number(values.seed), Number(values.count), Number(values.limit));
    return;
  }
  const { how, text } = new FuzzCases(Number(values.seed)).at(Number(values.case));
  console.log(`${how}\n${JSON.stringify(text)}`);
  judgeCase(text);
}

if (isMainThread) {
  start();
} else {
  work(workerData as Task, (message) => parentPort!.postMessage(message));
}
