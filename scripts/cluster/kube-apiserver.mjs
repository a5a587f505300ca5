// Builds kube-apiserver from its published Go modules, once, into the user's cache folder: several minutes and about 1 GB of
// modules the first time, nothing after that. No container and no download of a binary is needed.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The oldest Kubernetes on which Calico 3.32 supports its native CRDs. */
export const KUBERNETES_VERSION = '1.34.2';
const MAIN_PACKAGE = 'k8s.io/kubernetes/cmd/kube-apiserver';

/** Why a cluster can't be started here, in words that say what to install. Not a fault of the code under test. */
export class CannotStart extends Error {}

export function cacheFolder() {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'cdk8s-calico');
}

export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export function go(args, { cwd, quiet = true }) {
  const result = spawnSync('go', args, {
    cwd,
    env: { ...process.env, GOFLAGS: '-mod=mod -buildvcs=false', GOWORK: 'off' },
    stdio: ['ignore', 'pipe', quiet ? 'pipe' : 'inherit'],
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (result.error?.code === 'ENOENT') {
    throw new CannotStart(`Go is missing, and this is built from source. Install Go 1.24 or newer (https://go.dev/dl).`);
  }
  if (result.error || result.status !== 0) {
    throw new CannotStart(`go ${args.join(' ')} failed: ${result.error?.message ?? result.stderr ?? `exit status ${result.status}`}`);
  }
  return result.stdout;
}

/**
 * Kubernetes' own module replaces its sibling modules by folders of its repository, which only exist there.
 * A module that depends on it has to name their published versions: 1.x.y goes with 0.x.y.
 */
function goModuleText(kubernetesModule) {
  const siblings = [...kubernetesModule.matchAll(/^\s*(?:replace\s+)?(k8s\.io\/[\w.-]+)\s+=>\s+\.\//gm)].map((match) => match[1]);
  if (siblings.length === 0) {
    throw new CannotStart(`k8s.io/kubernetes ${KUBERNETES_VERSION} names no sibling modules: its go.mod has another form than this script knows`);
  }
  const siblingVersion = `v0.${KUBERNETES_VERSION.slice('1.'.length)}`;
  return [
    'module cdk8s-calico.test/kube-apiserver',
    'go 1.24.0',
    `require k8s.io/kubernetes v${KUBERNETES_VERSION}`,
    ...siblings.map((module) => `replace ${module} => ${module} ${siblingVersion}`),
    '',
  ].join('\n');
}

/** Without these the server calls itself v0.0.0-master, which clients can't parse. */
function versionFlags() {
  const [major, minor] = KUBERNETES_VERSION.split('.');
  const said = { gitVersion: `v${KUBERNETES_VERSION}`, gitMajor: major, gitMinor: minor, gitCommit: 'from-go-modules', gitTreeState: 'clean' };
  return Object.entries(said).map(([name, value]) => `-X k8s.io/component-base/version.${name}=${value}`).join(' ');
}

/** The path of an executable kube-apiserver, built first where the cache has none. `say` is told when that takes long. */
export function ensureKubeApiserver(say) {
  const server = join(cacheFolder(), `kube-apiserver-${KUBERNETES_VERSION}`);
  if (isExecutable(server)) {
    return server;
  }
  const folder = join(cacheFolder(), `build-${KUBERNETES_VERSION}-${process.pid}`);
  say(`Building kube-apiserver ${KUBERNETES_VERSION} into ${server}: about 5 minutes, once`);
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(join(folder, 'go.mod'), 'module cdk8s-calico.test/kube-apiserver\n');
    const { GoMod } = JSON.parse(go(['mod', 'download', '-json', `k8s.io/kubernetes@v${KUBERNETES_VERSION}`], { cwd: folder }));
    writeFileSync(join(folder, 'go.mod'), goModuleText(readFileSync(GoMod, 'utf8')));
    writeFileSync(join(folder, 'tools.go'), `//go:build tools\n\npackage tools\n\nimport _ "${MAIN_PACKAGE}"\n`);
    const built = join(folder, 'kube-apiserver');
    go(['build', `-ldflags=-s -w ${versionFlags()}`, '-o', built, MAIN_PACKAGE], { cwd: folder, quiet: false });
    // A rename is atomic: whoever builds at the same time never sees half a file.
    renameSync(built, server);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return server;
}
