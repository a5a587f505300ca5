import { createHash } from 'crypto';
import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import { App } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import { keyOf, normalised } from './normalised';
import { OPERATOR_VARIANTS } from './operator-variants';
import { VARIANTS, withoutDifferences } from './variants';
import { ManifestInstall, OperatorInstall } from '../../src';

/** Calico's manifests without their CustomResourceDefinitions, where the project lies beside them. */
const REFERENCE = join(__dirname, '..', '..', '..', 'shared', 'reference', 'manifests');
const NAMES = [...Object.keys(VARIANTS), ...Object.keys(OPERATOR_VARIANTS)];

function synthesised(name: string): Map<string, any> {
  const app = new App();
  const install = name in VARIANTS ? new ManifestInstall(app, 'calico', VARIANTS[name].props) : new OperatorInstall(app, 'calico', OPERATOR_VARIANTS[name].props);
  const objects = install.phases.filter(({ node }) => node.id !== 'crds').flatMap((chart) => chart.apiObjects.map((object) => object.toJson()));
  return new Map(objects.map((object) => [keyOf(object), object]));
}

function reference(name: string): any[] {
  return parseAllDocuments(readFileSync(join(REFERENCE, `${name}.yaml`), 'utf8')).map((document) => document.toJS()).filter((object) => object !== null);
}

test.each(NAMES)('%s has the objects that were compared with Calico\'s', (name) => {
  const objects = [...synthesised(name)].sort(([a], [b]) => a < b ? -1 : 1);
  expect(objects.map(([key, object]) => `${key} ${digest(normalised(object))}`)).toMatchSnapshot();
});

// Calico's own files stay out of this repository: where they aren't beside it, the digests above stand in.
(existsSync(REFERENCE) ? describe : describe.skip)('beside Calico\'s manifests', () => {
  test.each(NAMES)('%s is the same object by object', (name) => {
    const { manifests, differences = [] } = VARIANTS[name] ?? OPERATOR_VARIANTS[name];
    const ours = synthesised(name);
    const theirs = new Map(manifests.flatMap(reference).map((object) => [keyOf(object), object]));
    differences.forEach(({ object, change }) => change(theirs.get(object)));
    expect([...ours.keys()].sort()).toEqual([...theirs.keys()].sort());
    for (const [key, object] of theirs) {
      expect({ key, object: normalised(withoutDifferences(name, key, ours.get(key))) }).toEqual({ key, object: normalised(object) });
    }
  });
});

/** A text that changes with the object: whoever changes what is installed compares it with Calico's again. */
function digest(object: unknown): string {
  return createHash('sha256').update(JSON.stringify(object)).digest('hex').slice(0, 16);
}
