import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Checks } from '../../src';
import { ClusterJudge } from '../../src/gate/cluster-judge';
import { FileText } from '../../src/gate/file-text';

const folder = mkdtempSync(join(tmpdir(), 'cluster-judge-'));
afterAll(() => rmSync(folder, { recursive: true }));

const POOL = (name: string, cidr: string) => `apiVersion: projectcalico.org/v3
kind: IPPool
metadata: { name: ${name} }
spec: { cidr: ${cidr} }
`;
const LIST = `apiVersion: v1
kind: List
items:
- {apiVersion: projectcalico.org/v3, kind: IPPool, metadata: {name: third}, spec: {cidr: 10.0.2.0/24}}
- {apiVersion: projectcalico.org/v3, kind: IPPool, metadata: {name: fourth}, spec: &more {cidr: 10.0.3.0/24, ipipMode: *none}}
`.replace('*none', '&none Never');

/** Judges texts as files that are let go one by one. */
function judgeFiles(texts: readonly string[], meanwhile: (index: number, path: string) => void = () => undefined) {
  const judge = new ClusterJudge({});
  texts.forEach((text, index) => {
    const path = join(folder, `${index}.yaml`);
    writeFileSync(path, text);
    const bytes = Buffer.from(text);
    let kept: FileText | undefined;
    judge.read(bytes, { file: `${index}.yaml`, source: (decoded) => (kept = FileText.of(path, bytes, decoded)) });
    kept!.drop();
    meanwhile(index, path);
  });
  return judge.finish();
}

test('files that are let go one by one give the findings and places that one text gives', () => {
  const texts = [POOL('first', '10.0.0.0/16'), `# é\n${POOL('second', '10.0.1.0/24')}`, LIST];
  const { findings, leftOut } = judgeFiles(texts);
  expect(findings.map(({ id, place, object }) => [id, `${place!.file}:${place!.line}:${place!.column}`, object!.name])).toEqual([
    ['cidr/pools-overlap', '1.yaml:5:15', 'second'],
    ['cidr/pools-overlap', '2.yaml:4:90', 'third'],
    ['cidr/pools-overlap', '2.yaml:5:97', 'fourth'],
  ]);
  expect(leftOut).toBe(0);
  expect(findings.map(({ what }) => what)).toEqual(Checks.ofYaml(texts.join('---\n')).findings.map(({ what }) => what));
});

test('a place in a file that changed meanwhile is the start of its document', () => {
  const { findings } = judgeFiles([POOL('first', '10.0.0.0/16'), `---\n---\n${POOL('second', '10.0.1.0/24')}`], (index, path) => {
    if (index === 1) {
      writeFileSync(path, 'something: else\n');
    }
  });
  expect(findings.map(({ place }) => place)).toEqual([{ file: '1.yaml', line: 3, column: 1 }]);
});

test('keeps the first findings of each severity, and counts the others', () => {
  const judge = new ClusterJudge({ mostFindings: 2 });
  for (let index = 0; index < 5; index++) {
    judge.read(`apiVersion: projectcalico.org/v3\nkind: Tiers\nmetadata: {name: t${index}}\n---\na: 1\n---\n: : :\n`);
  }
  judge.read('apiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: {name: a}\nspec: {types: [Ingress]}\n');
  const { findings, leftOut } = judge.finish();
  expect(findings.map(({ severity }) => severity)).toEqual(['error', 'error', 'warning']);
  expect(leftOut).toBe(8);
});

test('hears how far it is', () => {
  const shares: number[] = [];
  new ClusterJudge({}).read('a: 1\n---\nb: 2\n', { progress: (share) => shares.push(Math.round(share * 100)) });
  expect(shares).toEqual([36, 100]);
});

test('counts the resources of the operator among those of Calico', () => {
  const judge = new ClusterJudge({});
  judge.read('apiVersion: operator.tigera.io/v1\nkind: Installation\nmetadata: { name: default }\n---\napiVersion: v1\nkind: Namespace\nmetadata: { name: a }\n');
  expect([judge.objects, judge.calicoObjects]).toEqual([2, 1]);
});

test('reports the first 500 faults of one object', () => {
  const nets = Array.from({ length: 600 }, (_, index) => `10.0.0.${index}/99`);
  const set = { apiVersion: 'projectcalico.org/v3', kind: 'GlobalNetworkSet', metadata: { name: 'many' }, spec: { nets } };
  expect(Checks.ofManifests([set]).findings).toHaveLength(500);
});
