import { HOSTILE, IN_FILE, SYNTAX } from './sample-findings';
import { renderJson } from '../../../src/core/findings';

describe('a JSON report', () => {
  test('has a version, a summary and the findings with their keys in a fixed order', () => {
    const shuffled = Object.fromEntries(Object.entries(IN_FILE).reverse()) as typeof IN_FILE;
    expect(renderJson([shuffled])).toBe(`\
{
  "version": 1,
  "summary": {
    "errors": 0,
    "warnings": 1,
    "advice": 0
  },
  "findings": [
    {
      "id": "resource/cidr",
      "severity": "warning",
      "place": {
        "file": "net/pools.yaml",
        "line": 12,
        "column": 9
      },
      "object": {
        "apiVersion": "projectcalico.org/v3",
        "kind": "NetworkSet",
        "namespace": "ops",
        "name": "vpn"
      },
      "field": "spec.nets[0]",
      "what": "10.0.0.5/16 has host bits",
      "why": "it means 10.0.0.0/16",
      "fix": "write the block",
      "docs": "docs/checks/resource/cidr.md",
      "corrected": "10.0.0.0/16",
      "layer": "calico",
      "outcome": "refused"
    }
  ]
}
`);
  });

  test('gives back what it was given, with everything hidden escaped', () => {
    const text = renderJson([HOSTILE, SYNTAX]);
    expect(text.replace(/\n/g, '')).toMatch(/^[\u0020-\u007e]*$/);
    expect(JSON.parse(text).findings).toEqual([HOSTILE, SYNTAX]);
    expect(JSON.parse(renderJson([{ ...SYNTAX, what: '\u{e0041}é' }])).findings[0].what).toBe('\u{e0041}é');
  });
});
