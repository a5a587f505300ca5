import { readFileSync } from 'fs';
import { join } from 'path';
import { parseDocument } from 'yaml';
import { Manifest } from '../../../src/core/manifests';
import { layersOf, ResourceFault, ResourceLayer, validateResource } from '../../../src/core/schema';

/** What Calico's own code, and the schema code of an API server, say of one manifest. A missing verdict: the layer was not asked. */
interface Vector {
  readonly id: string;
  readonly why: string;
  readonly input: { readonly yaml: string };
  readonly expect: { readonly ok: boolean; readonly crdRawOk?: boolean; readonly createOk?: boolean };
}

const vectors: Vector[] = readFileSync(join(__dirname, '../../vectors/resources.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line));

/** See docs/differences.md: an API server drops null before it looks at types; the schema code that gave these verdicts was run without that. */
const NULL_IS_ABSENT = 'nodestatus.classes.empty';

/** The faults of the manifest; undefined where the text is no YAML. */
function faultsOf(yaml: string): ResourceFault[] | undefined {
  const document = parseDocument(yaml);
  return document.errors.length > 0 ? undefined : validateResource(new Manifest(document.toJS()));
}

function refuses(faults: readonly ResourceFault[] | undefined, layer: ResourceLayer): boolean {
  return faults === undefined || faults.some((fault) => layersOf(fault).includes(layer));
}

function disagreements(judge: (vector: Vector, faults: ResourceFault[] | undefined) => boolean): string[] {
  return vectors.filter((vector) => !judge(vector, faultsOf(vector.input.yaml))).map((vector) => `${vector.id} ${vector.why}`);
}

describe('resource vectors', () => {
  test('every manifest is accepted exactly when all layers accept it', () => {
    expect(disagreements(({ expect: { ok, crdRawOk, createOk } }, faults) =>
      (ok && crdRawOk !== false && createOk !== false) === (faults?.every((fault) => fault.severity === 'warning') ?? false))).toEqual([]);
  });

  test('the layer calico agrees with calicoctl\'s decoding and validator', () => {
    expect(disagreements((vector, faults) => refuses(faults, 'calico') === !vector.expect.ok)).toEqual([]);
  });

  test('the layer api-server agrees with an API server that has the native CRDs', () => {
    expect(disagreements(({ why, expect: { crdRawOk } }, faults) =>
      crdRawOk === undefined || why === NULL_IS_ABSENT || refuses(faults, 'api-server') === !crdRawOk)).toEqual([]);
  });

  test('the layer datastore agrees with calicoctl create', () => {
    expect(disagreements(({ expect: { createOk } }, faults) => createOk === undefined || refuses(faults, 'datastore') === !createOk)).toEqual([]);
  });
});
