// node scripts/packed/try-languages.mjs: an organisation's templates and checks in Java and Go, by the tests of their examples. Each language is
// tried where its tools are there (mvn; go). cdk8s and cdk8s-plus-27 are generated too, since the versions that this library asks for aren't
// published for both languages. Takes minutes, most of them Maven's. Needs the compiled library. Ends with `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { PROJECT, Trial } from './trial.mjs';

const trial = new Trial();
const LIBRARIES = ['cdk8s', 'cdk8s-plus-27', 'cdk8s-calico'];

/** Generates the code of a library. One at a time: together, jsii-pacmak finds a cycle. */
function generate(language, library) {
  const from = library === 'cdk8s-calico' ? '.' : join('node_modules', library);
  return trial.run(PROJECT, [[`Generating ${library} for ${language}`, 'npx', 'jsii-pacmak', '-t', language, '--code-only', '-o', folderOf(language, library), from]]);
}

function folderOf(language, library) {
  return join(trial.scratch, language, library);
}

function tryJava() {
  const maven = ['mvn', '--batch-mode', '--quiet', `-Dmaven.repo.local=${join(trial.scratch, 'm2')}`];
  const skipped = ['-DskipTests', '-Dmaven.javadoc.skip=true', '-Dmaven.source.skip=true'];
  return LIBRARIES.every((library) => generate('java', library)
      && trial.run(join(folderOf('java', library), 'java'), [[`mvn install of ${library}`, ...maven, ...skipped, 'install']]))
    && trial.run(trial.copyExample('org-policies-java'), [['mvn test of org-policies-java', ...maven, 'test']]);
}

const MODULES = {
  'cdk8s': ['github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2', 'cdk8s'],
  'cdk8s-plus-27': ['github.com/cdk8s-team/cdk8s-plus-go/cdk8splus27/v2', 'cdk8splus27'],
  'cdk8s-calico': ['github.com/cdk8s-calico/cdk8s-calico-go/cdk8scalico', 'cdk8scalico'],
};

function tryGo() {
  const replacements = Object.entries(MODULES).map(([library, [module, folder]]) => `-replace=${module}=${join(folderOf('go', library), 'go', folder)}`);
  return LIBRARIES.every((library) => generate('go', library))
    && trial.run(trial.copyExample('org-policies-go'), [
      ['go mod edit of org-policies-go', 'go', 'mod', 'edit', ...replacements],
      ['go mod tidy of org-policies-go', 'go', 'mod', 'tidy'],
      ['go vet of org-policies-go', 'go', 'vet', '.'],
      ['go test of org-policies-go', 'go', 'test', '.'],
    ]);
}

trial.do(() => {
  for (const [tool, version, language, tries] of [['mvn', '--version', 'Java', tryJava], ['go', 'version', 'Go', tryGo]]) {
    if (spawnSync(tool, [version]).status === 0) {
      tries();
    } else {
      console.log(`\nThere is no ${tool} here: ${language} was not tried.`);
    }
  }
});
