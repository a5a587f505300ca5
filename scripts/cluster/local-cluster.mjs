// An empty Kubernetes API: etcd and kube-apiserver on loopback, on ports that are free, with all their data in one folder.
// There are no controllers, no scheduler and no nodes: objects stay as they are written, which is what tests of objects need.
import { spawn, spawnSync } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ensureKubeApiserver } from './kube-apiserver.mjs';
import { CannotStart } from '../go-program.mjs';

const LOOPBACK = '127.0.0.1';
const READY_WITHIN_MS = 120_000;
const STOPPED_WITHIN_MS = 10_000;
/** Both are told to stop in this order: an API server without its etcd only fills its log. */
const PROGRAMS = ['kube-apiserver', 'etcd'];

/** Fails with the words that say what to install, before anything is started. */
export function requireTools(say) {
  const missing = [
    ['etcd', ['--version'], 'etcd is missing: install it (Debian and Ubuntu: apt-get install etcd-server, or scripts/cluster/install-etcd.sh as root)'],
    ['kubectl', ['version', '--client'], 'kubectl is missing: install it (https://kubernetes.io/docs/tasks/tools)'],
  ].filter(([program, args]) => spawnSync(program, args, { stdio: 'ignore' }).error?.code === 'ENOENT');
  if (missing.length > 0) {
    throw new CannotStart(missing.map(([, , words]) => words).join('\n'));
  }
  return ensureKubeApiserver(say);
}

/** Ports that nobody listened on a moment ago. They are held together, so that no two are the same. */
async function freePorts(count) {
  const listeners = await Promise.all(Array.from({ length: count }, () => new Promise((found, failed) => {
    const listener = createServer();
    listener.once('error', failed);
    listener.listen(0, LOOPBACK, () => found(listener));
  })));
  const ports = listeners.map((listener) => listener.address().port);
  await Promise.all(listeners.map((listener) => new Promise((closed) => listener.close(closed))));
  return ports;
}

/** Starts one program by itself, so that Ctrl+C in a terminal reaches only us, and we stop both in order. */
function start(folder, program, command, args) {
  const log = openSync(join(folder, `${program}.log`), 'a');
  const child = spawn(command, args, { cwd: folder, stdio: ['ignore', log, log], detached: true });
  closeSync(log);
  child.unref();
  const running = { child, exited: undefined };
  child.once('error', (error) => { running.exited = error.message; });
  child.once('exit', (status, signal) => { running.exited = `ended with ${signal ?? `exit status ${status}`}`; });
  if (child.pid !== undefined) {
    writeFileSync(join(folder, `${program}.pid`), String(child.pid));
  }
  return running;
}

function lastWords(folder, program) {
  const lines = readFileSync(join(folder, `${program}.log`), 'utf8').trimEnd().split('\n');
  return lines.slice(-8).join('\n');
}

async function answers(kubeconfig) {
  return new Promise((answered) => {
    const asked = spawn('kubectl', ['--kubeconfig', kubeconfig, '--request-timeout=5s', 'get', '--raw', '/readyz'], { stdio: 'ignore' });
    asked.once('error', () => answered(false));
    asked.once('exit', (status) => answered(status === 0));
  });
}

function kubeconfigText(folder, port, token) {
  const quoted = (text) => JSON.stringify(text);
  return [
    'apiVersion: v1',
    'kind: Config',
    'clusters:',
    '  - name: local',
    `    cluster: { server: "https://${LOOPBACK}:${port}", certificate-authority: ${quoted(join(folder, 'certificates', 'apiserver.crt'))} }`,
    'users:',
    `  - { name: administrator, user: { token: ${quoted(token)} } }`,
    'contexts:',
    '  - { name: local, context: { cluster: local, user: administrator } }',
    'current-context: local',
    '',
  ].join('\n');
}

function writeServiceAccountKey(folder) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  writeFileSync(join(folder, 'service-account.key'), privateKey, { mode: 0o600 });
  writeFileSync(join(folder, 'service-account.pub'), publicKey);
}

function etcdArguments(folder, clientPort, peerPort) {
  const client = `http://${LOOPBACK}:${clientPort}`;
  const peer = `http://${LOOPBACK}:${peerPort}`;
  return [
    `--data-dir=${join(folder, 'etcd')}`,
    `--listen-client-urls=${client}`, `--advertise-client-urls=${client}`,
    `--listen-peer-urls=${peer}`, `--initial-advertise-peer-urls=${peer}`, `--initial-cluster=default=${peer}`,
  ];
}

function apiServerArguments(folder, apiPort, etcdPort) {
  return [
    `--etcd-servers=http://${LOOPBACK}:${etcdPort}`,
    `--bind-address=${LOOPBACK}`, `--advertise-address=${LOOPBACK}`, `--secure-port=${apiPort}`,
    // Endpoints of the service `kubernetes` may not be loopback, and nothing here needs them.
    '--endpoint-reconciler-type=none',
    `--cert-dir=${join(folder, 'certificates')}`,
    `--token-auth-file=${join(folder, 'tokens.csv')}`,
    `--service-account-key-file=${join(folder, 'service-account.pub')}`,
    `--service-account-signing-key-file=${join(folder, 'service-account.key')}`,
    '--service-account-issuer=https://kubernetes.default.svc',
    '--authorization-mode=RBAC',
    '--service-cluster-ip-range=10.96.0.0/16',
    // The node agent runs privileged.
    '--allow-privileged=true',
    // No controller makes service accounts here; without this no Pod could be created.
    '--disable-admission-plugins=ServiceAccount',
    // Calico's native CRDs come with mutating admission policies, which Kubernetes 1.34 serves only when asked.
    '--feature-gates=MutatingAdmissionPolicy=true', '--runtime-config=admissionregistration.k8s.io/v1beta1=true',
  ];
}

/**
 * Starts an empty cluster whose files all lie in `folder`, which must not exist or be empty.
 * @returns {Promise<string>} the path of an administrator's kubeconfig
 */
export async function startCluster(folder, say) {
  const server = requireTools(say);
  const root = resolve(folder);
  if (PROGRAMS.some((program) => existsSync(join(root, `${program}.pid`)))) {
    throw new CannotStart(`${root} holds a cluster already: stop it first`);
  }
  mkdirSync(join(root, 'certificates'), { recursive: true });
  chmodSync(root, 0o700);
  const [apiPort, etcdPort, peerPort] = await freePorts(3);
  const token = randomBytes(24).toString('hex');
  const kubeconfig = join(root, 'kubeconfig');
  writeFileSync(join(root, 'tokens.csv'), `${token},administrator,administrator,"system:masters"\n`, { mode: 0o600 });
  writeFileSync(kubeconfig, kubeconfigText(root, apiPort, token), { mode: 0o600 });
  writeServiceAccountKey(root);
  const running = {
    'etcd': start(root, 'etcd', 'etcd', etcdArguments(root, etcdPort, peerPort)),
    'kube-apiserver': start(root, 'kube-apiserver', server, apiServerArguments(root, apiPort, etcdPort)),
  };
  try {
    const deadline = Date.now() + READY_WITHIN_MS;
    while (!await answers(kubeconfig)) {
      const ended = PROGRAMS.find((program) => running[program].exited !== undefined);
      if (ended !== undefined) {
        throw new CannotStart(`${ended} ${running[ended].exited}:\n${lastWords(root, ended)}`);
      }
      if (Date.now() > deadline) {
        throw new CannotStart(`kube-apiserver was not ready within ${READY_WITHIN_MS / 1000} s:\n${lastWords(root, 'kube-apiserver')}`);
      }
      await pause(250);
    }
  } catch (error) {
    await stopCluster(root);
    throw error;
  }
  return kubeconfig;
}

/** The command line of a process, or nothing where it has ended. Linux tells without `ps`, which small images lack. */
function commandLine(pid) {
  if (existsSync('/proc/self/cmdline')) {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    } catch {
      return '';
    }
  }
  return spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
}

/** True while the process of that id is the one that was started for this folder: ids are used again. */
function isOurs(pid, root) {
  return commandLine(pid).includes(root);
}

/** Ends both processes, by their ids, and waits for them. Says nothing where they have ended already. */
export async function stopCluster(folder) {
  const root = resolve(folder);
  for (const program of PROGRAMS) {
    const file = join(root, `${program}.pid`);
    if (!existsSync(file)) {
      continue;
    }
    const pid = Number(readFileSync(file, 'utf8'));
    for (const [signal, withinMs] of [['SIGTERM', STOPPED_WITHIN_MS], ['SIGKILL', STOPPED_WITHIN_MS]]) {
      if (!isOurs(pid, root)) {
        break;
      }
      process.kill(pid, signal);
      for (const deadline = Date.now() + withinMs; isOurs(pid, root) && Date.now() < deadline;) {
        await pause(50);
      }
    }
    rmSync(file, { force: true });
  }
}
