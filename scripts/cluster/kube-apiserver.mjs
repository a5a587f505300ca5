// kube-apiserver, from Kubernetes' published Go modules: several minutes and about 1 GB of modules the first time, nothing after that.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart, ensureGoProgram } from '../go-program.mjs';

/** The oldest Kubernetes on which Calico 3.32 supports its native CRDs. */
export const KUBERNETES_VERSION = '1.34.2';

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
  return ensureGoProgram({
    name: 'kube-apiserver',
    version: KUBERNETES_VERSION,
    module: 'k8s.io/kubernetes',
    mainPackage: 'k8s.io/kubernetes/cmd/kube-apiserver',
    flags: versionFlags(),
    takes: '5 minutes',
    prepare: (folder, { GoMod }) => writeFileSync(join(folder, 'go.mod'), goModuleText(readFileSync(GoMod, 'utf8'))),
  }, say);
}
