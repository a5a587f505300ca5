import { ApiObject, App } from 'cdk8s';
import * as ts from 'typescript';

/** Runs a program that `import` wrote as its user would, but for `synth`; gives its app. Jest maps the package's name to src/. */
export function appOf(program: string): App {
  let app: App | undefined;
  const synth = jest.spyOn(App.prototype, 'synth').mockImplementation(function (this: App) {
    app = this;
  });
  try {
    run(program);
  } finally {
    synth.mockRestore();
  }
  return app!;
}

export function run(program: string): void {
  const { outputText } = ts.transpileModule(program, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
  new Function('require', 'module', 'exports', outputText)(require, { exports: {} }, {});
}

/** The manifests that a program makes, as text that doesn't depend on the order of objects and keys. */
export function manifestsOf(program: string): string[] {
  const objects = appOf(program).node.findAll().filter((construct) => ApiObject.isApiObject(construct));
  return comparable(objects.map((object) => (object as ApiObject).toJson()));
}

/** Each object as text with sorted keys, in sorted order. */
export function comparable(objects: readonly unknown[]): string[] {
  return objects.map((object) => JSON.stringify(sorted(object), undefined, 1)).sort();
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, sorted(part)])
    : value;
}
