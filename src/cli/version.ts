import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface PackageJson {
  readonly version: string;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

function readPackageJson(): PackageJson {
  return JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8'));
}

/** The version of this package. */
export function packageVersion(): string {
  return readPackageJson().version;
}

/** What a project that uses this package depends on: it, and what it expects beside it. */
export function dependencyRanges(): Record<string, string> {
  const { version, peerDependencies } = readPackageJson();
  return { ...peerDependencies, 'cdk8s-calico': `^${version}` };
}
