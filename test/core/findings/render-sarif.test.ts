import { readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { ADVICE, HOSTILE, IN_FILE, OVERLAP, SYNTAX } from './sample-findings';
import { renderSarif } from '../../../src/core/findings';

const schema = JSON.parse(readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'));
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(schema);

const CHECKS = [
  { id: 'resource/cidr', severity: 'warning', summary: 'A block is written with host bits.' },
  { id: 'cidr/pool-overlaps-network', severity: 'error', summary: 'A pool overlaps a range of the plan.' },
];

function sarif(findings: Parameters<typeof renderSarif>[0]) {
  const log = JSON.parse(renderSarif(findings, { toolVersion: '1.2.3', checks: CHECKS }));
  validate(log);
  return { log, errors: validate.errors ?? [] };
}

describe('a SARIF report', () => {
  test('fits the schema of SARIF 2.1.0, whatever the findings hold', () => {
    expect(sarif([]).errors).toEqual([]);
    expect(sarif([OVERLAP, SYNTAX, IN_FILE, ADVICE, HOSTILE]).errors).toEqual([]);
  });

  test('is refused by the schema when it is broken, so that the schema is known to judge', () => {
    const { log } = sarif([IN_FILE]);
    log.runs[0].results[0].level = 'advice';
    expect(validate(log)).toBe(false);
  });

  test('describes rules by id, those of unknown findings too', () => {
    expect(sarif([ADVICE]).log.runs[0].tool).toEqual({
      driver: {
        name: 'cdk8s-calico',
        version: '1.2.3',
        informationUri: 'https://github.com/cdk8s-calico/cdk8s-calico',
        rules: [
          {
            id: 'cidr/pool-overlaps-network',
            shortDescription: { text: 'A pool overlaps a range of the plan.' },
            help: { text: 'docs/checks/cidr/pool-overlaps-network.md' },
            defaultConfiguration: { level: 'error' },
          },
          {
            id: 'policy/empty',
            shortDescription: { text: 'policy/empty' },
            help: { text: 'docs/checks/policy/empty.md' },
            defaultConfiguration: { level: 'note' },
          },
          {
            id: 'resource/cidr',
            shortDescription: { text: 'A block is written with host bits.' },
            help: { text: 'docs/checks/resource/cidr.md' },
            defaultConfiguration: { level: 'warning' },
          },
        ],
      },
    });
  });

  test('gives a region for files and a logical location for constructs', () => {
    expect(sarif([IN_FILE, OVERLAP, ADVICE]).log.runs[0].results).toEqual([
      {
        ruleId: 'resource/cidr',
        ruleIndex: 2,
        level: 'warning',
        message: { text: '10.0.0.5/16 has host bits; it means 10.0.0.0/16. Fix: write the block' },
        locations: [{
          physicalLocation: { artifactLocation: { uri: 'net/pools.yaml' }, region: { startLine: 12, startColumn: 9 } },
          logicalLocations: [{ fullyQualifiedName: 'NetworkSet/vpn in ops spec.nets[0]', kind: 'resource' }],
        }],
        partialFingerprints: { 'cdk8sCalico/v1': 'resource/cidr|net/pools.yaml|projectcalico.org/v3|NetworkSet|ops|vpn|spec.nets[0]' },
        properties: {
          fix: 'write the block', docs: 'docs/checks/resource/cidr.md', field: 'spec.nets[0]', corrected: '10.0.0.0/16', layer: 'calico', outcome: 'refused',
        },
      },
      {
        ruleId: 'cidr/pool-overlaps-network',
        ruleIndex: 0,
        level: 'error',
        message: { text: `${OVERLAP.what}; ${OVERLAP.why}. Fix: ${OVERLAP.fix}` },
        locations: [{ logicalLocations: [{ fullyQualifiedName: 'calico/pods IPPool/default-ipv4-ippool spec.cidr', kind: 'resource' }] }],
        partialFingerprints: { 'cdk8sCalico/v1': 'cidr/pool-overlaps-network|calico/pods|projectcalico.org/v3|IPPool||default-ipv4-ippool|spec.cidr' },
        properties: { fix: OVERLAP.fix, docs: OVERLAP.docs, field: 'spec.cidr' },
      },
      {
        ruleId: 'policy/empty',
        ruleIndex: 1,
        level: 'note',
        message: { text: 'nothing is selected; no pod carries the label. Fix: remove the policy' },
        partialFingerprints: { 'cdk8sCalico/v1': 'policy/empty||||||' },
        properties: { fix: 'remove the policy', docs: 'docs/checks/policy/empty.md' },
      },
    ]);
  });

  test.each([
    ['a b/ü#?.yaml', 'a%20b/%C3%BC%23%3F.yaml'],
    ['/abs/x.yaml', 'file:///abs/x.yaml'],
    ['C:\\dir\\x.yaml', 'file:///C:/dir/x.yaml'],
    ['lone\ud800.yaml', 'lone%EF%BF%BD.yaml'],
  ])('writes the file %j as a URI', (file, uri) => {
    const { log, errors } = sarif([{ ...IN_FILE, place: { file, line: 1, column: 1 } }]);
    expect(errors).toEqual([]);
    expect(log.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(uri);
  });

  test('has no physical location for a text without a name', () => {
    expect(sarif([{ ...ADVICE, place: { line: 1, column: 1 } }]).log.runs[0].results[0].locations).toBe(undefined);
  });
});
