import { READ_RULES, readManifests, toFinding } from '../../src/yaml';

const TIER = 'apiVersion: projectcalico.org/v3\nkind: Tier\nmetadata:\n  name: a\n';
const POD = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\n';

function names(text: string | Uint8Array): string[] {
  return readManifests(text).manifests.map((manifest) => `${manifest.kind}/${manifest.name}`);
}

/** Rule, severity, line, column and what of each fault. */
function faults(text: string | Uint8Array): unknown[] {
  return readManifests(text).faults.map(({ rule, severity, place, what }) => [rule, severity, place.line, place.column, what]);
}

describe('documents', () => {
  test('are parted by lines of three dashes; empty ones are nothing', () => {
    expect(names(`---\n---   # first\n${TIER}---\n# only a comment\n---\n\n---\r\n${POD}---`)).toEqual(['Tier/a', 'Pod/p']);
    expect(readManifests('')).toEqual({ manifests: [], faults: [], otherDocuments: 0 });
    expect(readManifests('null\n')).toEqual({ manifests: [], faults: [], otherDocuments: 0 });
  });

  test('are read with a byte order mark and with CRLF', () => {
    expect(names(`\uFEFF---\r\n${TIER.replace(/\n/g, '\r\n')}`)).toEqual(['Tier/a']);
    expect(readManifests(`\uFEFF${TIER}`).manifests[0].origin.locate!([])).toEqual({ line: 1, column: 1 });
  });

  test('are read from bytes in UTF-8 and UTF-16', () => {
    expect(names(Buffer.from(`\uFEFF${TIER}`, 'utf8'))).toEqual(['Tier/a']);
    expect(names(Buffer.from(`\uFEFF${TIER}`, 'utf16le'))).toEqual(['Tier/a']);
    expect(names(Buffer.from(`\uFEFF${TIER}`, 'utf16le').swap16())).toEqual(['Tier/a']);
  });

  test('are no manifests without apiVersion, kind, metadata and spec', () => {
    expect(readManifests(`replicas: 3\n---\nmetadata: {}\n---\n${TIER}`)).toMatchObject({ manifests: [{ name: 'a' }], faults: [], otherDocuments: 2 });
  });

  test('may be JSON, one value after the other too', () => {
    const value = '{"apiVersion": "v1",\n\t"kind": "Pod", "metadata": {"name": "a\\n{"}}';
    expect(names(value)).toEqual(['Pod/a\n{']);
    const stream = readManifests(`${value}\n  ${value} ${value}`, { file: 'x.json' });
    expect(stream.faults).toEqual([]);
    expect(stream.manifests.map((manifest) => manifest.origin.locate!(['apiVersion']))).toEqual([
      { file: 'x.json', line: 1, column: 16 }, { file: 'x.json', line: 3, column: 18 }, { file: 'x.json', line: 4, column: 85 },
    ]);
  });

  test.each(['{"a": 1}\n{"b": 2', '{"a": 1}\n{b: 2}', '{"a": 1} x', '{"a": 1}} {"b": 2}', '{"a": 1}\n"b'])('rejects %j, which is no stream of JSON', (text) => {
    expect(faults(text)).toHaveLength(1);
  });

  test('keep the lines of the file that they are a part of', () => {
    const { manifests, faults: found } = readManifests(`${TIER}---\na: [\n`, { file: 'x.yaml', startLine: 10 });
    expect(manifests[0].origin.locate!(['kind'])).toEqual({ file: 'x.yaml', line: 11, column: 7 });
    expect(found[0].place).toEqual({ file: 'x.yaml', line: 15, column: 4 });
  });
});

describe('lists', () => {
  test('are expanded, and their items know their places', () => {
    const text = 'kind: List\napiVersion: v1\nitems:\n- kind: Tier\n  apiVersion: projectcalico.org/v3\n  metadata: {name: a}\n';
    const [tier] = readManifests(text).manifests;
    expect(tier.ref).toEqual({ apiVersion: 'projectcalico.org/v3', kind: 'Tier', name: 'a' });
    expect(tier.origin.locate!(['metadata', 'name'])).toEqual({ line: 6, column: 20 });
  });

  test('report items that are no manifests', () => {
    expect(faults('kind: List\napiVersion: v1\nitems:\n- 7\n-\n- metadata: {name: x}\n- kind: Pod\n')).toEqual([
      ['yaml/not-an-object', 'error', 4, 3, 'an item of this List is the number 7, not an object'],
      ['yaml/not-an-object', 'error', 4, 1, 'an item of this List is empty (null), not an object'],
      ['yaml/no-kind', 'error', 6, 3, 'the object "x" has no apiVersion'],
      ['yaml/no-kind', 'error', 7, 3, 'an object has no apiVersion'],
    ]);
  });

  test('at the top of a document are a fault, and still read', () => {
    const { manifests } = readManifests('- {apiVersion: v1, kind: Pod, metadata: {name: p}}\n- x\n');
    expect(manifests.map((manifest) => [manifest.name, manifest.origin.locate!(['metadata', 'name'])])).toEqual([['p', { line: 1, column: 48 }]]);
    expect(faults('- {apiVersion: v1, kind: Pod}\n- x\n- [1]\n')).toEqual([
      ['yaml/not-an-object', 'error', 1, 1, 'the document is a list of objects'],
      ['yaml/not-an-object', 'error', 2, 3, 'this document is the string "x", not an object'],
      ['yaml/not-an-object', 'error', 3, 3, 'this document is a list, not an object'],
    ]);
  });
});

describe('faults', () => {
  test('hold everything that a report needs', () => {
    const { faults: found } = readManifests(`${TIER}spec:\n\torder: 1\n---\n${POD}`, { file: 'x.yaml' });
    expect(found).toEqual([{
      rule: 'yaml/syntax',
      severity: 'error',
      place: { file: 'x.yaml', line: 6, column: 1 },
      what: 'a tab indents this line',
      why: 'YAML counts only spaces as indentation',
      fix: 'replace the tab by spaces',
    }]);
    expect(toFinding(found[0])).toEqual({
      id: 'yaml/syntax',
      severity: 'error',
      place: { file: 'x.yaml', line: 6, column: 1 },
      what: 'a tab indents this line',
      why: 'YAML counts only spaces as indentation',
      fix: 'replace the tab by spaces',
      docs: 'docs/checks/yaml/syntax.md',
    });
  });

  test('of one document leave the others alone', () => {
    expect(names(`a: [\n---\n${TIER}---\nb: "\n---\n${POD}---\n\u0000\n`)).toEqual(['Tier/a', 'Pod/p']);
  });

  test('are of rules that are listed', () => {
    expect(READ_RULES.map((rule) => rule.id)).toEqual([...new Set(READ_RULES.map((rule) => rule.id))]);
    expect(READ_RULES.every((rule) => /^yaml\/[a-z-]+$/.test(rule.id) && rule.summary.endsWith('.'))).toBe(true);
  });

  test.each([
    ['a: 1\n\tb: 2\n', 'yaml/syntax', 2, 1, 'a tab indents this line'],
    ['a: [1, 2\n', 'yaml/syntax', 1, 4, 'this bracket, brace or quote is never closed'],
    ['a: 1\nb: {c: [1, "]\nd: 2\n', 'yaml/syntax', 2, 12, 'this bracket, brace or quote is never closed'],
    ['a: {b: c\n\nd: e\n', 'yaml/syntax', 1, 4, 'this bracket, brace or quote is never closed'],
    ['a: "x\n', 'yaml/syntax', 1, 4, 'this bracket, brace or quote is never closed'],
    ['a: [1 2: 3 4: 5]', 'yaml/syntax', 1, 13, 'two entries inside brackets have no comma between them'],
    ['a: [1,,2]', 'yaml/syntax', 1, 7, 'an entry inside brackets is empty'],
    ['a: "\\d"', 'yaml/syntax', 1, 6, 'a backslash in double quotes begins no escape that YAML has'],
    ['a: "\\xg"', 'yaml/syntax', 1, 7, 'an escape in double quotes lacks its hexadecimal digits'],
    ['a: *', 'yaml/syntax', 1, 5, 'a value starts with *'],
    ['a: 1\nb\nc: 2', 'yaml/syntax', 3, 2, 'a line above has no colon after its key'],
    ['a: 1\nb', 'yaml/syntax', 2, 2, 'this line has no colon after its key'],
    ['a: 1\n b: 2', 'yaml/syntax', 2, 3, 'a second colon and space stand on the line of a key'],
    ['a:\n  - b\n c: 1', 'yaml/syntax', 3, 2, 'the indentation of this line fits nothing above it'],
    ['a: b: c', 'yaml/syntax', 1, 5, 'a second colon and space stand on the line of a key'],
    ['a: "b" == c', 'yaml/syntax', 1, 8, 'text follows the closing quote of a value'],
    ['a: @b', 'yaml/syntax', 1, 4, 'a value starts with @, % or a backtick'],
    ['a: ]', 'yaml/syntax', 1, 4, 'a value starts with a closing bracket or a comma'],
    ['a: [b] c', 'yaml/syntax', 1, 8, 'text follows a complete value on its line'],
    ['a: !<b', 'yaml/syntax', 1, 7, 'a value starts with !'],
    ['a: |x', 'yaml/syntax', 1, 5, 'this is not YAML: a line break is expected'],
    ['%YAML 1.1\n---\na: 1\n', 'yaml/syntax', 2, 1, 'a % directive stands where the document is expected'],
    ['a: 1\n- b\n', 'yaml/syntax', 2, 1, 'the document is over before this line'],
    ['{a: 1}\nb: 2\n', 'yaml/syntax', 2, 1, 'the document is over before this line'],
    ['a: [b?c]', 'yaml/syntax', 1, 5, 'a plain value inside brackets holds a question mark'],
    ['a: [:b]', 'yaml/syntax', 1, 5, 'a plain value inside brackets starts with a colon'],
    ['{a:[1]}', 'yaml/syntax', 1, 3, 'no space follows the colon of "a"'],
    ['{a: {b\n  c: 1}}', 'yaml/syntax', 1, 6, 'a key inside brackets goes over more than one line'],
    ['a: "\\/"', 'yaml/syntax', 1, 5, 'the escape \\/ stands in double quotes'],
    ['name: {{ .Values.name }}\n', 'yaml/template', 1, 7, 'this file holds a template, {{ … }}, that was not rendered'],
    ['{{- if .Values.on }}\na: 1\n{{- end }}\n', 'yaml/template', 1, 1, 'this file holds a template, {{ … }}, that was not rendered'],
    ['a: {{ x }}-y\nb: 1\n', 'yaml/template', 1, 4, 'this file holds a template, {{ … }}, that was not rendered'],
    ['a: 1\n--- {b: 2}\n', 'yaml/separator', 2, 1, 'the separator line holds "{b: 2}" after its dashes'],
    [`---${'x'.repeat(99)}\n`, 'yaml/separator', 1, 1, `the separator line holds "${'x'.repeat(40)}…" after its dashes`],
    ['a: 1\n... # end\nb: 2\n', 'yaml/separator', 2, 1, 'a document follows the end mark `...`'],
    ['a: "\u0007"', 'yaml/control-character', 1, 5, 'the text holds the control character U+0007'],
    ['\u0000\u0001', 'yaml/control-character', 1, 1, 'the text holds the control character U+0000'],
    ['a: *b', 'yaml/alias', 1, 4, 'the alias *b names no anchor before it in this document'],
    ['a: &b [*b]', 'yaml/alias', 1, 8, 'the alias *b stands inside its own anchor'],
    ['a: &b.c 1', 'yaml/alias', 1, 4, 'the anchor &b.c has a character in its name that is no letter, digit, - or _'],
    ['a: &b [1]\nc:\n  <<: *b\n', 'yaml/merge-key', 3, 7, 'the value of the merge key << is no object'],
    ['a: !!int x', 'yaml/tag', 1, 4, 'the tag !!int stands before "x"'],
    ['a: !!binary "*"', 'yaml/tag', 1, 4, 'the tag !!binary stands before a value that is not base64'],
    ['selector: !has(x)\n', 'yaml/tag', 1, 11, '"!has(x)" is read as a YAML tag, and the value is empty'],
    ['[a]: 1', 'yaml/key', 1, 1, 'a key is an object or a list'],
    ['~: 1', 'yaml/key', 1, 1, 'a key is empty (null)'],
    ['a: .inf', 'yaml/number', 1, 4, '.inf is no number that JSON has'],
    ['just text', 'yaml/not-an-object', 1, 1, 'this document is the string "just text", not an object'],
    ['kind: Pod\nmetadata: {name: p}\n', 'yaml/no-kind', 1, 1, 'the object "p" has no apiVersion'],
    ['kind: 3\napiVersion: v1\n', 'yaml/no-kind', 1, 7, 'an object has something else than text as its kind'],
    ['metadata: {}\nspec: {}\n', 'yaml/no-kind', 1, 1, 'an object has no apiVersion'],
  ])('rejects %j', (text, ...fault) => {
    const [rule, line, column, what] = fault;
    expect(faults(text)).toEqual([[rule, 'error', line, column, what]]);
  });

  test('rejects what Kubernetes reads, but not as it seems, as a warning', () => {
    expect(faults('a: !x y\nb: &c\non: 1\n"off": 2\n&d no: 3\n')).toEqual([
      ['yaml/tag', 'warning', 1, 4, 'the YAML tag "!x" is ignored'],
      ['yaml/key', 'warning', 3, 1, 'this key is a boolean to Kubernetes\' YAML reader: it becomes "true"'],
      ['yaml/key', 'warning', 5, 4, 'this key is a boolean to Kubernetes\' YAML reader: it becomes "false"'],
    ]);
    expect(faults('a: &a yes\ntrue: 1\n*a : 2\n')).toEqual([['yaml/duplicate-key', 'warning', 3, 1, 'true is given twice']]);
  });

  test('rejects a key given twice: an error where calicoctl will refuse it, a warning elsewhere', () => {
    expect(faults(`${TIER}spec:\n  order: 1\n  a: [x, {b: 1, b: 2}]\n  order: 2\n`)).toEqual([
      ['yaml/duplicate-key', 'error', 7, 17, 'spec.a[1].b is given twice'],
      ['yaml/duplicate-key', 'error', 8, 3, 'spec.order is given twice'],
    ]);
    expect(faults(`${POD}kind: Pod\n`)).toEqual([['yaml/duplicate-key', 'warning', 5, 1, 'kind is given twice']]);
    expect(faults('a: &a {b: 1}\nc:\n  <<: *a\n  b: 2\n')).toEqual([
      ['yaml/duplicate-key', 'warning', 4, 3, 'c.b is set more than once, at least once by the merge key <<'],
    ]);
    expect(readManifests(`${TIER}kind: IPPool\n`).manifests[0].kind).toBe('IPPool');
  });

  test('rejects line separators of YAML 1.1 alone, which hide text from one reader or the other', () => {
    expect(faults(`# harmless\u2028kind: X\n${TIER}`)).toEqual([['yaml/control-character', 'error', 1, 11, 'the text holds the line separator U+2028']]);
    expect(faults(`# harmless\u0085kind: X\n${POD}`)).toEqual([['yaml/control-character', 'warning', 1, 11, 'the text holds the line separator U+0085']]);
  });

  test('rejects bytes that are no UTF-8 in the document that holds them', () => {
    const bytes = Buffer.concat([Buffer.from(`${TIER}---\na: b\nc: `), Buffer.from([0xC3, 0x28]), Buffer.from(`\n---\n${POD}`)]);
    expect(faults(bytes)).toEqual([['yaml/encoding', 'error', 7, 4, 'the file holds bytes that are not UTF-8 text']]);
    expect(names(bytes)).toEqual(['Tier/a', 'Pod/p']);
    expect(faults(Buffer.from('a: \uFFFD'))).toEqual([]);
  });

  test('keep what follows a refused separator with its document', () => {
    expect(names(`--- {apiVersion: v1, kind: Pod, metadata: {name: p}}\n---junk\n${TIER}`)).toEqual(['Pod/p', 'Tier/a']);
    expect(faults(`${TIER}---\t{a: b}`)).toEqual([['yaml/separator', 'error', 5, 1, 'the separator line holds "{a: b}" after its dashes']]);
  });
});
