// np-guard's netpol-analyzer, from its published Go module.
import { chmodSync, copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureGoProgram } from '../go-program.mjs';

const VERSION = '1.4.4';
const MODULE = 'github.com/np-guard/netpol-analyzer';

/** The path of the executable, built first where the cache has none. `say` is told when that takes long. */
export function ensureNetpolAnalyzer(say) {
  return ensureGoProgram({
    name: 'netpol-analyzer',
    version: VERSION,
    module: MODULE,
    mainPackage: `${MODULE}/cmd/netpolicy`,
    takes: '2 minutes',
    prepare: (folder, { Dir }) => {
      writeFileSync(join(folder, 'go.mod'), `module cdk8s-calico.test/netpol-analyzer\n\ngo 1.24.0\n\nrequire ${MODULE} v${VERSION}\n`);
      // The module's own sums of what it needs: not every checksum database knows all of them.
      copyFileSync(join(Dir, 'go.sum'), join(folder, 'go.sum'));
      chmodSync(join(folder, 'go.sum'), 0o644);
    },
  }, say);
}
