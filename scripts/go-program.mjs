// Builds programs of others from their published Go modules, once, into the user's cache folder. No container and no download of a binary is
// needed.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Why a program can't be started here, in words that say what to install. Not a fault of the code under test. */
export class CannotStart extends Error {}

function cacheFolder() {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'cdk8s-calico');
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function go(args, { cwd, quiet = true }) {
  const result = spawnSync('go', args, {
    cwd,
    env: { ...process.env, GOFLAGS: '-mod=mod -buildvcs=false', GOWORK: 'off' },
    stdio: ['ignore', 'pipe', quiet ? 'pipe' : 'inherit'],
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (result.error?.code === 'ENOENT') {
    throw new CannotStart('Go is missing, and this is built from source. Install Go 1.24 or newer (https://go.dev/dl).');
  }
  if (result.error || result.status !== 0) {
    throw new CannotStart(`go ${args.join(' ')} failed: ${result.error?.message ?? result.stderr ?? `exit status ${result.status}`}`);
  }
  return result.stdout;
}

/**
 * The path of an executable program, built first where the cache has none.
 *
 * @param program its `name` and `version`, its `module` and `mainPackage`, the linker's `flags`, how long building takes, and
 * `prepare(folder, downloaded)`, which writes go.mod and what else the build needs, from what `go mod download` says of the module
 * @param say is told when that takes long
 */
export function ensureGoProgram({ name, version, module, mainPackage, flags = '', takes, prepare }, say) {
  const program = join(cacheFolder(), `${name}-${version}`);
  if (isExecutable(program)) {
    return program;
  }
  const folder = join(cacheFolder(), `build-${name}-${version}-${process.pid}`);
  say(`Building ${name} ${version} into ${program}: about ${takes}, once`);
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(join(folder, 'go.mod'), `module cdk8s-calico.test/${name}\n`);
    prepare(folder, JSON.parse(go(['mod', 'download', '-json', `${module}@v${version}`], { cwd: folder })));
    writeFileSync(join(folder, 'tools.go'), `//go:build tools\n\npackage tools\n\nimport _ "${mainPackage}"\n`);
    const built = join(folder, name);
    go(['build', `-ldflags=-s -w ${flags}`, '-o', built, mainPackage], { cwd: folder, quiet: false });
    // A rename is atomic: whoever builds at the same time never sees half a file.
    renameSync(built, program);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return program;
}
