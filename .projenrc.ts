import { cdk8s, javascript } from 'projen';

const project = new cdk8s.ConstructLibraryCdk8s({
  name: 'cdk8s-calico',
  description: 'Typed Calico for cdk8s: pools, policies and every other Calico kind, judged at synth the way Calico judges them.',
  author: 'cdk8s-calico maintainers',
  authorAddress: 'maintainers@users.noreply.github.com',
  authorOrganization: true,
  repositoryUrl: 'https://github.com/cdk8s-calico/cdk8s-calico.git',
  license: 'Apache-2.0',
  keywords: ['cdk8s', 'calico', 'kubernetes', 'networkpolicy', 'cni'],
  defaultReleaseBranch: 'main',
  packageManager: javascript.NodePackageManager.NPM,
  projenrcTs: true,
  github: false,
  release: false,
  depsUpgrade: false,
  minNodeVersion: '20.19.0',

  publishToPypi: { distName: 'cdk8s-calico', module: 'cdk8s_calico' },
  publishToMaven: { javaPackage: 'io.github.cdk8s.calico', mavenGroupId: 'io.github.cdk8s-calico', mavenArtifactId: 'cdk8s-calico' },
  publishToGo: { moduleName: 'github.com/cdk8s-calico/cdk8s-calico-go' },

  cdk8sVersion: '2.70.106',
  constructsVersion: '10.8.1',
  jsiiVersion: '~6.0.16',
  typescriptVersion: '~6.0.3',
  peerDeps: ['cdk8s-plus-27@^2.9.5'],
  bundledDeps: ['commander@^14.0.3', 'ip-num@^1.6.2', 'js-yaml@^5.5.0', 'picocolors@^1.1.1'],
  bin: { 'cdk8s-calico': 'bin/cdk8s-calico' },
  devDeps: [
    '@microsoft/jest-sarif@1.0.0-beta.0',
    'ajv@^8',
    'ajv-draft-04@^1',
    'ajv-formats@^3',
    'cdk8s-cli@2.207.56',
    'cdk8s-plus-27@2.9.5',
    'fast-check@^4.10.2',
    'projen@0.103.25',
    'tsx@^4',
    'yaml@^2.9.1',
  ],
  jestOptions: {
    jestVersion: '^30',
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    passWithNoTests: false,
    // The library is type-checked by jsii and the tests by `tsc`; here TypeScript is only stripped.
    jestConfig: {
      coverageProvider: 'babel',
      collectCoverageFrom: ['src/core/**/*.ts', '!**/*.generated.ts'],
      testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/examples/**/*.test.ts', '<rootDir>/init/typescript/*.test.ts'],
      moduleNameMapper: {
        '^cdk8s-calico$': '<rootDir>/src',
        '^cdk8s-calico/testing$': '<rootDir>/src/testing',
        // The package that an example makes, for the example that uses it.
        '^@acme/calico-policies$': '<rootDir>/examples/org-policies/src',
      },
    },
  },
  gitignore: [
    '/dist/', '/examples/*/dist/', '/.jsii', 'tsconfig.json.tsbuildinfo', '/coverage/', '/test-reports/', '.DS_Store', '.cluster/',
  ],
});

project.npmignore?.exclude('/.ci/', '/bench/', '/conformance/', '/examples/', '/scripts/', '/docs/design/', '/.projenrc.ts');
project.jest!.config.coverageReporters = ['text-summary', 'lcovonly', 'json-summary'];
// projen knows only a threshold for everything, jest one for each folder.
project.jest!.config.coverageThreshold = { './src/core/': { branches: 95, lines: 95 } };

// `npm ci` resolves a native binding of the import resolver that later versions of it moved; this one installs everywhere.
project.package.addField('overrides', { 'unrs-resolver': '1.12.2' });
// Self-reference: examples and docs samples import 'cdk8s-calico' just as a user does.
project.package.addField('exports', {
  '.': { types: './lib/index.d.ts', default: './lib/index.js' },
  './testing': { types: './lib/testing/index.d.ts', default: './lib/testing/index.js' },
  './.jsii': './.jsii',
  './package.json': './package.json',
});

// TypeScript that resolves as Node 10 did, the default beside CommonJS for years, doesn't read `exports`.
project.package.addField('typesVersions', { '*': { testing: ['./lib/testing/index.d.ts'] } });

project.setScript('quickstart', 'node scripts/quickstart.mjs');
project.setScript('verify', 'node scripts/verify.mjs');
project.setScript('test:cluster', 'node scripts/cluster/run-tests.mjs');
project.setScript('test:packed', 'node scripts/packed/try-packed.mjs');
// Java and Go are built from what jsii-pacmak generates, cdk8s among it: minutes, so not a part of every run.
project.setScript('test:languages', 'node scripts/packed/try-languages.mjs');
project.setScript('test:np-guard', 'node scripts/np-guard/run.mjs');

/**
 * Which room may import which: the table of docs in ARCHITECTURE.md, as lint.
 * Each row: a room and the rooms it must never reach.
 */
const rooms = ['findings', 'selectors', 'cidr', 'manifests', 'schema', 'policy', 'checks'];
const coreImports: Record<string, string[]> = {
  findings: [],
  selectors: ['findings'],
  cidr: ['findings'],
  manifests: ['findings', 'cidr'],
  schema: ['findings', 'selectors', 'cidr', 'manifests'],
  policy: ['findings', 'selectors', 'cidr', 'manifests'],
  checks: ['findings', 'selectors', 'cidr', 'manifests', 'schema', 'policy'],
};
const layers = ['core', 'values', 'resources', 'rendering', 'gate', 'model', 'constructs', 'install', 'templates', 'testing', 'yaml', 'import', 'health', 'cli'];
const layerImports: Record<string, string[]> = {
  core: [],
  values: ['core'],
  resources: [],
  yaml: ['core'],
  rendering: ['core'],
  model: ['core', 'values', 'rendering'],
  gate: ['core', 'values', 'yaml', 'rendering', 'model'],
  constructs: ['core', 'values', 'resources', 'gate', 'model'],
  install: ['core', 'values', 'resources', 'gate', 'constructs', 'model'],
  templates: ['core', 'values', 'rendering', 'model', 'gate', 'constructs'],
  testing: ['core', 'values', 'model'],
  import: ['core', 'values', 'resources', 'constructs'],
  health: ['core', 'values', 'model'],
  cli: ['core', 'values', 'gate', 'yaml', 'model', 'import', 'health'],
};
const zones = [
  ...rooms.flatMap((room) => rooms
    .filter((other) => other !== room && !coreImports[room].includes(other))
    .map((other) => ({ target: `./src/core/${room}`, from: `./src/core/${other}`, message: `core/${room} may not import core/${other}: see ARCHITECTURE.md` }))),
  ...layers.flatMap((layer) => layers
    .filter((other) => other !== layer && !layerImports[layer].includes(other))
    .map((other) => ({ target: `./src/${layer}`, from: `./src/${other}`, message: `${layer} may not import ${other}: see ARCHITECTURE.md` }))),
  { target: './src/core', from: './node_modules', except: ['ip-num'], message: 'core is pure TypeScript: no packages but ip-num' },
];
project.eslint?.addRules({
  'import/no-restricted-paths': ['error', { basePath: '.', zones }],
  'import/no-cycle': ['error'],
  // Lint comes before the library is compiled; whether its own name leads somewhere is for the type check of the examples.
  'import/no-unresolved': ['error', { ignore: ['^cdk8s-calico(/|$)', '^@acme/'] }],
  '@stylistic/max-len': ['error', { code: 150, ignoreUrls: true, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true }],
});
project.tryFindObjectFile('.eslintrc.json')!.addOverride('settings.import/internal-regex', '^cdk8s-calico(/|$)');
['scripts/**', 'bench/**', 'examples/**'].forEach((folder) => project.eslint?.allowDevDeps(folder));
// Addresses are bits.
project.eslint?.addOverride({ files: ['src/core/cidr/*.ts', 'bench/*.ts'], rules: { 'no-bitwise': 'off' } });
// Samples are found by their folders.
project.eslint?.addOverride({ files: ['scripts/generate/template-page.ts'], rules: { '@typescript-eslint/no-require-imports': 'off' } });
project.eslint?.addIgnorePattern('*.generated.ts');

// Each folder of TypeScript beside src and test has a tsconfig of its own: for editors, lint and `npm run verify`.
for (const folder of ['scripts', 'bench', 'examples']) {
  new javascript.TypescriptConfig(project, {
    fileName: `${folder}/tsconfig.json`,
    extends: javascript.TypescriptConfigExtends.fromPaths(['../tsconfig.json']),
    include: ['**/*.ts'],
    exclude: ['node_modules'],
    compilerOptions: {
      noEmit: true,
      rootDir: '..',
      types: ['jest', 'node'],
      // Scripts run before the library is compiled.
      ...(folder === 'scripts' && { paths: { 'cdk8s-calico': ['../src/index.ts'] } }),
      ...(folder === 'examples' && { paths: { '@acme/calico-policies': ['./org-policies/src/index.ts'] } }),
    },
  });
}

project.synth();
