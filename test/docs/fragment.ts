import * as cdk8s from 'cdk8s';
import * as library from '../../src';

/** What the fragments of the documentation may use without declaring it. */
const GIVEN: Readonly<Record<string, string>> = {
  app: 'import(\'cdk8s\').App',
  chart: 'import(\'cdk8s\').Chart',
};

/**
 * Makes a program of a fragment: imports what it names of the two packages, and declares the app and the chart that it stands in. All of
 * that goes on its first line, so that lines count as in the document.
 */
export function completeFragment(text: string): string {
  const taken = declaredIn(text);
  const used = [...new Set(text.match(/\b[A-Za-z]\w*\b/g))].filter((word) => !taken.has(word));
  const exportedBy = (module: object) => used.filter((word) => Object.hasOwn(module, word));
  const fromLibrary = exportedBy(library);
  const fromCdk8s = exportedBy(cdk8s).filter((word) => !fromLibrary.includes(word));
  return [
    `import { ${fromCdk8s.join(', ')} } from 'cdk8s';`,
    `import { ${fromLibrary.join(', ')} } from 'cdk8s-calico';`,
    ...used.filter((word) => Object.hasOwn(GIVEN, word)).map((word) => `declare const ${word}: ${GIVEN[word]};`),
    text,
  ].join(' ');
}

/** Names that the fragment imports or declares itself. */
function declaredIn(text: string): Set<string> {
  const imported = [...text.matchAll(/import\s*\{([^}]*)\}/g)].flatMap(([, names]) => names.split(',').map((name) => name.trim()));
  const declared = [...text.matchAll(/\b(?:const|let|class|function)\s+(\w+)/g)].map(([, name]) => name);
  return new Set([...imported, ...declared]);
}
