// Builds np-guard's netpol-analyzer from its published Go module, once, into the user's cache folder: about two minutes the first time.
import { chmodSync, copyFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, go, isExecutable } from '../cluster/kube-apiserver.mjs';

const VERSION = '1.4.4';
const MODULE = 'github.com/np-guard/netpol-analyzer';
const MAIN_PACKAGE = `${MODULE}/cmd/netpolicy`;

/** The path of the executable, built first where the cache has none. `say` is told when that takes long. */
export function ensureNetpolAnalyzer(say) {
  const analyzer = join(cacheFolder(), `netpol-analyzer-${VERSION}`);
  if (isExecutable(analyzer)) {
    return analyzer;
  }
  const folder = join(cacheFolder(), `build-netpol-analyzer-${VERSION}-${process.pid}`);
  say(`Building netpol-analyzer ${VERSION} into ${analyzer}: about 2 minutes, once`);
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(join(folder, 'go.mod'), `module cdk8s-calico.test/netpol-analyzer\n\ngo 1.24.0\n\nrequire ${MODULE} v${VERSION}\n`);
    // The module's own sums of what it needs: not every checksum database knows all of them.
    const { Dir } = JSON.parse(go(['mod', 'download', '-json', `${MODULE}@v${VERSION}`], { cwd: folder }));
    copyFileSync(join(Dir, 'go.sum'), join(folder, 'go.sum'));
    chmodSync(join(folder, 'go.sum'), 0o644);
    writeFileSync(join(folder, 'tools.go'), `//go:build tools\n\npackage tools\n\nimport _ "${MAIN_PACKAGE}"\n`);
    const built = join(folder, 'netpol-analyzer');
    go(['build', '-ldflags=-s -w', '-o', built, MAIN_PACKAGE], { cwd: folder, quiet: false });
    renameSync(built, analyzer);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return analyzer;
}
