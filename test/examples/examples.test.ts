import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { filesIn, runExample } from './run-example';
import { ROOT } from '../docs/files';

const EXAMPLES = join(ROOT, 'examples');
const PROGRAMS = readdirSync(EXAMPLES).filter((name) => existsSync(join(EXAMPLES, name, 'main.ts'))).sort();

/** Refused examples have the report that they print; all others the files that they write. */
const REFUSED = PROGRAMS.filter((name) => existsSync(join(EXAMPLES, name, 'expected-report.txt')));
const WRITTEN = PROGRAMS.filter((name) => !REFUSED.includes(name));

test.each(WRITTEN)('%s writes the expected manifests, without a warning', (name) => {
  const { status, stderr, files } = runExample(name);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(files).toEqual(filesIn(join(EXAMPLES, name, 'expected')));
});

test.each(REFUSED)('%s prints the expected report, fails, and writes nothing', (name) => {
  const { status, stdout, stderr, files } = runExample(name);
  const [, report] = /refuse this app:\n\n([^]*?\n)\n {4}at /.exec(stderr) ?? [undefined, stderr];
  expect(report).toBe(readFileSync(join(EXAMPLES, name, 'expected-report.txt'), 'utf8'));
  expect(status).not.toBe(0);
  expect(stdout).toBe('');
  expect(files).toEqual({});
});

test('there are examples of both kinds', () => {
  expect(WRITTEN).toContain('quickstart');
  expect(REFUSED).toContain('refused');
});

/** What operators write by hand today: a policy for the frontend's way to the API, and the pool of a cluster. */
const BY_HAND = `
apiVersion: projectcalico.org/v3
kind: IPPool
metadata:
  name: default-ipv4-ippool
spec:
  cidr: 192.168.0.0/16
  vxlanMode: Always
  ipipMode: Never
  natOutgoing: true
  disabled: false
---
apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata:
  name: allow-frontend-to-api
  namespace: app
spec:
  selector: app == "web-api"
  types:
    - Ingress
  ingress:
    - action: Allow
      protocol: TCP
      source:
        selector: app == "frontend"
      destination:
        ports:
          - 8080
`;

test('quickstart writes what operators write by hand: no field more, none other', () => {
  const written = readFileSync(join(EXAMPLES, 'quickstart', 'expected', 'calico.k8s.yaml'), 'utf8');
  expect(documents(written)).toEqual(documents(BY_HAND));
});

function documents(yaml: string): unknown[] {
  return parseAllDocuments(yaml).map((document) => document.toJS() as unknown);
}
