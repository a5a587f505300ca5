import { ChildProcess, spawn } from 'child_process';
import { mkdtempSync } from 'fs';
import { Agent, request } from 'http';
import { tmpdir } from 'os';
import { join } from 'path';

/** What the API server said to one request. */
export interface Answer {
  readonly status: number;
  /** The JSON that came back: the object, or a `Status` that says why not. */
  readonly body: any;
  /** Texts of the Warning headers. */
  readonly warnings: readonly string[];
}

/**
 * Ends the proxy and removes its folder as soon as the standard input ends: when we close it, and also when we are killed.
 * Arguments: the socket.
 */
const PROXY_SCRIPT = `
kubectl proxy --unix-socket="$1" >/dev/null & proxy=$!
cat >/dev/null
exec 2>/dev/null
kill "$proxy"; wait "$proxy"
rm -rf "$(dirname "$1")"
`;
const CONNECTED_WITHIN_MS = 30_000;
const REQUEST_WITHIN_MS = 60_000;

/** With the pauses between them some 15 seconds: a loaded machine takes that long to serve a new CustomResourceDefinition. */
const ATTEMPTS = 12;

/**
 * An API server, over HTTP. `kubectl proxy` does the authentication, whatever way the kubeconfig asks for, and listens on
 * a socket in a folder that only this user can enter. One request costs a millisecond or two; a kubectl process costs a hundred.
 */
export class ApiServer {
  /** The API server of KUBECONFIG. Throws where that isn't meant for tests: see scripts/cluster/run-tests.mjs. */
  public static async connect(): Promise<ApiServer> {
    if (process.env.CDK8S_CALICO_CLUSTER !== 'given' || !process.env.KUBECONFIG) {
      throw new Error('no cluster to test with: run `npm run test:cluster`, or set CDK8S_CALICO_CLUSTER=given and KUBECONFIG to one that may be written to');
    }
    return ApiServer.of(process.env.KUBECONFIG);
  }

  public static async of(kubeconfig: string): Promise<ApiServer> {
    const folder = mkdtempSync(join(tmpdir(), 'cdk8s-calico-proxy-'));
    const socket = join(folder, 'socket');
    const proxy = spawn('sh', ['-c', PROXY_SCRIPT, 'sh', socket], {
      stdio: ['pipe', 'ignore', 'pipe'], env: { ...process.env, KUBECONFIG: kubeconfig },
    });
    const server = new ApiServer(socket, proxy);
    let complaint = '';
    proxy.stderr.on('data', (text: Buffer) => { complaint += text.toString(); });
    for (const deadline = Date.now() + CONNECTED_WITHIN_MS; Date.now() < deadline && !/^error:|not found/m.test(complaint);) {
      const answer = await server.get('/readyz').catch(() => undefined);
      if (answer?.status === 200) {
        return server;
      }
      await pause(50);
    }
    await server.close();
    throw new Error(`the API server of ${kubeconfig} can't be reached: ${complaint}`);
  }

  /** Enough to keep two cores busy, few enough to stay below the server's own limit on requests in flight. */
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 16 });

  private constructor(private readonly socket: string, private readonly proxy: ChildProcess) {}

  public get(path: string): Promise<Answer> {
    return this.send('GET', path);
  }

  /** Creates an object, its text taken as it is. */
  public create(path: string, yaml: string): Promise<Answer> {
    return this.send('POST', path, { type: 'application/yaml', text: yaml });
  }

  /** Server-side apply, without taking over a field that another manager owns. */
  public apply(path: string, yaml: string): Promise<Answer> {
    return this.send('PATCH', `${path}?fieldManager=cdk8s-calico-test&fieldValidation=Strict`, { type: 'application/apply-patch+yaml', text: yaml });
  }

  public async close(): Promise<void> {
    this.agent.destroy();
    const ended = new Promise((resolve) => this.proxy.once('exit', resolve));
    this.proxy.stdin!.end();
    await ended;
  }

  /** A server that is busy or not there for a moment is asked again: neither is a verdict. 500 is one, of server-side apply, for unknown fields. */
  private async send(method: string, path: string, content?: Content): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      const answer = await this.sendOnce(method, path, content);
      if (answer.status !== 429 && answer.status <= 500) {
        return answer;
      }
      if (attempt === ATTEMPTS) {
        throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      }
      await pause(200 * attempt);
    }
  }

  private sendOnce(method: string, path: string, content?: Content): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const headers = { accept: 'application/json', host: 'localhost', ...content && { 'content-type': content.type } };
      const sent = request({ socketPath: this.socket, agent: this.agent, method, path, headers, timeout: REQUEST_WITHIN_MS }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () => resolve({
          status: response.statusCode ?? 0,
          body: parsed(Buffer.concat(chunks).toString('utf8')),
          warnings: warningTexts(response.headers.warning),
        }));
      });
      sent.once('timeout', () => sent.destroy(new Error(`${method} ${path}: no answer within ${REQUEST_WITHIN_MS / 1000} s`)));
      sent.once('error', reject);
      sent.end(content?.text);
    });
  }
}

interface Content {
  readonly type: string;
  readonly text: string;
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Asks again and again until the answer is there; throws with the last state where it takes too long. */
export async function eventually<T>(what: string, probe: () => Promise<{ done: T } | { state: string }>, withinMs = 60_000): Promise<T> {
  for (const deadline = Date.now() + withinMs; ;) {
    const outcome = await probe();
    if ('done' in outcome) {
      return outcome.done;
    }
    if (Date.now() > deadline) {
      throw new Error(`${what}: not within ${withinMs / 1000} s: ${outcome.state}`);
    }
    await pause(100);
  }
}

/** Runs a job for every item, a bounded number at a time, and gives the results in the order of the items. */
export async function forEachBounded<T, R>(items: readonly T[], atOnce: number, job: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await job(items[index]);
    }
  }));
  return results;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** `299 - "text"`, several joined by commas: the quoted texts. */
function warningTexts(header: string | undefined): string[] {
  return [...(header ?? '').matchAll(/\d{3} \S+ "((?:[^"\\]|\\.)*)"/g)].map((match) => match[1].replace(/\\(.)/g, '$1'));
}
