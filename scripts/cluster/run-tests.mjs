// npm run test:cluster: the tests of test/cluster against a real API server.
// Starts one for itself, or takes the cluster of KUBECONFIG where CDK8S_CALICO_CLUSTER=given says so (CRDs and namespaces are
// written to it: give one to throw away). Exit status: 0, 1 (a test failed), 2 (no API server).
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CannotStart } from '../go-program.mjs';
import { startCluster, stopCluster } from './local-cluster.mjs';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const CONFIGURATION = join('test', 'cluster', 'jest.config.json');
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
let child;
let interruptedBy;
for (const signal of SIGNALS) {
  process.on(signal, () => {
    interruptedBy ??= signal;
    child?.kill(signal);
  });
}

/** Runs jest on a cluster. The tests use KUBECONFIG only with the explicit word, so that nobody's cluster is hit by accident. */
async function runJest(kubeconfig, folder) {
  const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
  child = spawn(process.execPath, [jest, '-c', CONFIGURATION, '--ci', '--runInBand', ...process.argv.slice(2)], {
    cwd: PROJECT,
    stdio: 'inherit',
    env: { ...process.env, KUBECONFIG: kubeconfig, CDK8S_CALICO_CLUSTER: 'given', CDK8S_CALICO_CLUSTER_FOLDER: folder },
  });
  return new Promise((ended, failed) => {
    child.once('error', failed);
    child.once('exit', (status) => ended(status ?? 1));
  });
}

/** Where no cluster is given, starts one. Tests may start more of them in the folder: whatever happens to the tests, all of them end. */
async function run(folder) {
  if (process.env.CDK8S_CALICO_CLUSTER !== 'given') {
    const kubeconfig = await startCluster(join(folder, 'shared'), console.error);
    return interruptedBy ? 1 : runJest(kubeconfig, folder);
  }
  if (!process.env.KUBECONFIG) {
    throw new CannotStart('CDK8S_CALICO_CLUSTER=given asks for the cluster of KUBECONFIG, and KUBECONFIG is not set');
  }
  return runJest(process.env.KUBECONFIG, folder);
}

const folder = mkdtempSync(join(tmpdir(), 'cdk8s-calico-clusters-'));
try {
  process.exitCode = await run(folder);
} catch (error) {
  if (!(error instanceof CannotStart)) {
    throw error;
  }
  console.error(`No API server to test with.\n${error.message}`);
  process.exitCode = 2;
} finally {
  for (const cluster of readdirSync(folder)) {
    await stopCluster(join(folder, cluster));
  }
  rmSync(folder, { recursive: true, force: true });
}
if (interruptedBy) {
  process.exitCode = 128 + constants.signals[interruptedBy];
}
