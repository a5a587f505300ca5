import * as fc from 'fast-check';
import { ADVICE, HOSTILE, IN_FILE, OVERLAP, SYNTAX } from './sample-findings';
import { renderFinding, renderText, summarise } from '../../../src/core/findings';

describe('a text report', () => {
  test('reads as the first scene promises', () => {
    expect(renderText([OVERLAP], { closing: 'Nothing was written.' })).toBe(`\
error  cidr/pool-overlaps-network
  at     calico/pods  IPPool/default-ipv4-ippool  spec.cidr
  what   pool 192.168.0.0/16 overlaps the on-premises range 192.168.100.0/22 of the plan
  why    both hold 192.168.100.0 to 192.168.103.255: pods there can't reach on-premises hosts with the same
         addresses, and replies from those hosts go to pods
  fix    give \`cidr\` a range outside the plan; free in 172.16.0.0/12: 172.16.0.0/16, 172.17.0.0/16, 172.18.0.0/16
  more   docs/checks/cidr/pool-overlaps-network.md

1 error, 0 warnings. Nothing was written.
`);
  });

  test('draws a caret under the part of a value that is meant', () => {
    expect(renderFinding(SYNTAX)).toBe(`\
error  selector/syntax
  what   expected { after in, found (
             app in (frontend, web)
                    ^
  why    this is a Kubernetes label selector; Calico writes sets in braces and quotes every value
  fix    app in {"frontend", "web"}
  more   docs/checks/selector/syntax.md`);
  });

  test('names no page where the check of a user has none', () => {
    expect(renderFinding({ ...OVERLAP, id: 'acme/owner-label', what: 'w', why: 'y', fix: 'f', docs: '' })).toBe(`\
error  acme/owner-label
  at     calico/pods  IPPool/default-ipv4-ippool  spec.cidr
  what   w
  why    y
  fix    f`);
  });

  test('names file, line and column, shows the line, and the corrected value', () => {
    expect(renderFinding(IN_FILE, { sourceLine: (place) => (place.line === 12 ? '    - 10.0.0.5/16' : undefined) })).toBe(`\
warning  resource/cidr
  at     net/pools.yaml:12:9  NetworkSet/vpn in ops  spec.nets[0]
  what   10.0.0.5/16 has host bits
                 - 10.0.0.5/16
                     ^
  why    it means 10.0.0.0/16
  fix    write the block
             10.0.0.0/16
  more   docs/checks/resource/cidr.md`);
  });

  test('shows no line that the caller does not have', () => {
    expect(renderFinding(IN_FILE, { sourceLine: () => undefined })).toBe(renderFinding(IN_FILE));
  });

  test('names the place in a text without a name, and an object without a kind', () => {
    const finding = { ...ADVICE, place: { line: 3, column: 4 }, object: { name: 'x' } };
    expect(renderFinding(finding).split('\n').slice(0, 2)).toEqual(['advice  policy/empty', '  at     line 3, column 4  object/x']);
    expect(renderFinding({ ...ADVICE, object: { kind: 'Tier' } }).split('\n')[1]).toBe('  at     Tier');
  });

  test('decorates severity, labels and carets by the functions given', () => {
    const style = { severity: (word: string, severity: string) => `<${severity}:${word}>`, label: (word: string) => `[${word}]`, carets: (text: string) => `{${text}}` };
    expect(renderFinding(SYNTAX, { style })).toBe(`\
<error:error>  [selector/syntax]
  [what]   expected { after in, found (
             app in (frontend, web)
             {       ^}
  [why]    this is a Kubernetes label selector; Calico writes sets in braces and quotes every value
  [fix]    app in {"frontend", "web"}
  [more]   docs/checks/selector/syntax.md`);
  });

  test('lets nothing through that moves the cursor or hides itself', () => {
    const text = renderText([HOSTILE], { sourceLine: () => '\u001b[2J' });
    expect(text.replace(/\n/g, '')).toMatch(/^[\u0020-\u007e]*$/);
    expect(text.split('\n').slice(0, 5)).toEqual([
      'error  resource/name',
      '  at     a\\u001b[2J<b>&".yaml:1:1  Pod\\u202e/x\\ny\\u0000 in \\u200b  metadata["\\u0007"]',
      '  what   name \\u001b[31mred\\u001b[0m ]]> </failure> \\ud800 \\uffff',
      '             \\u001b]0;title\\u0007',
      '             ^^^^^^',
    ]);
  });

  test('breaks lines only at spaces, and never beyond the columns unless a word is longer', () => {
    fc.assert(fc.property(fc.array(fc.stringMatching(/^[a-z]{1,30}$/), { minLength: 1, maxLength: 60 }), (words) => {
      const lines = renderFinding({ ...ADVICE, why: words.join(' ') }, { columns: 50 }).split('\n');
      const why = lines.slice(lines.findIndex((line) => line.startsWith('  why')), -2);
      expect(why.map((line) => line.slice(9)).join(' ')).toBe(words.join(' '));
      expect(why.every((line) => line.length <= 50)).toBe(true);
    }), { seed: 2, numRuns: 200 });
    expect(renderFinding({ ...ADVICE, why: `${'x'.repeat(80)} y` }, { columns: 50 }).split('\n')[2]).toBe(`  why    ${'x'.repeat(80)}`);
  });
});

describe('the summary', () => {
  test('counts, with advice only where there is some', () => {
    expect(summarise([])).toBe('0 errors, 0 warnings.');
    expect(summarise([OVERLAP, IN_FILE, IN_FILE, ADVICE])).toBe('1 error, 2 warnings, 1 advice.');
    expect(renderText([], { closing: 'All is well.' })).toBe('0 errors, 0 warnings. All is well.\n');
  });
});
