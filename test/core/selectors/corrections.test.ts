import { explainNonText, parseSelector, printNonText, printSyntaxError } from '../../../src/core/selectors';

/** What is offered for a text: the correction, or `undefined` for none. */
function corrected(text: string): string | undefined {
  const parsed = parseSelector(text);
  if (parsed.ok) {
    throw new Error(`${text} is a selector`);
  }
  const { error } = parsed;
  expect(error.corrected === undefined || (error.fix === error.corrected && parseSelector(error.corrected).ok)).toBe(true);
  return error.corrected;
}

function why(text: string): string {
  const parsed = parseSelector(text);
  return parsed.ok ? 'no error' : parsed.error.why;
}

describe('corrections', () => {
  test.each([
    // Kubernetes
    ['app = x', 'app == "x"'],
    ["app = 'x'", 'app == "x"'],
    ['app=x,tier=y', 'app == "x" && tier == "y"'],
    ['app=x, tier!=y', 'app == "x" && tier != "y"'],
    ['app in (a, b)', 'app in {"a", "b"}'],
    ['app in (frontend, web)', 'app in {"frontend", "web"}'],
    ['app notin (a)', 'app not in {"a"}'],
    ['app in (a),tier notin (b),!x,y', 'app in {"a"} && tier not in {"b"} && !has(x) && has(y)'],
    ['app', 'has(app)'],
    ['!app', '!has(app)'],
    ['example.com/app', 'has(example.com/app)'],
    // quotes
    ['app == x', 'app == "x"'],
    ['app != v1.2-3', 'app != "v1.2-3"'],
    ['app == caf\u00e9', 'app == "caf\u00e9"'],
    ['app contains web', 'app contains "web"'],
    ['app in {a, "b"}', 'app in {"a", "b"}'],
    ['app == \u201cweb\u201d', 'app == "web"'],
    ['app == \u2018web\u2019 && x == \u00aby\u00bb', 'app == "web" && x == "y"'],
    ['app == `web`', 'app == "web"'],
    ['app == \\"web\\"', 'app == "web"'],
    ["app == 'it\\'s'", 'app == "it\'s"'],
    ['app == "a\\\\b\\"c"', "app == 'a\\b\"c'"],
    ['app == "web', 'app == "web"'],
    ['app == "web\n', 'app == "web"'],
    ["app == \"web'", 'app == "web"'],
    ['app == "web\u201d && has(x)', 'app == "web" && has(x)'],
    ['"app" == "web"', 'app == "web"'],
    ["\"app == 'web'\"", 'app == "web"'],
    ['\u201call()\u201d', 'all()'],
    // words and signs
    ["a == 'b' AND c == 'd'", 'a == "b" && c == "d"'],
    ["a == 'b' and NOT c == 'd' or has(e)", '(a == "b" && !c == "d") || has(e)'],
    ['not has(a)', '!has(a)'],
    ['not !has(a)', 'has(a)'],
    ["a == 'b' & c == 'd'", 'a == "b" && c == "d"'],
    ["a == 'b' | has(c)", 'a == "b" || has(c)'],
    ['HAS(a)', 'has(a)'],
    ['exists(a)', 'has(a)'],
    ['has (a)', 'has(a)'],
    ['has("a")', 'has(a)'],
    ['has a', 'has(a)'],
    ['has "a"', 'has(a)'],
    ['has(a, b)', 'has(a) && has(b)'],
    ['a exists', 'has(a)'],
    ['all', 'all()'],
    ['ALL()', 'all()'],
    ['all ()', 'all()'],
    ['any()', 'all()'],
    ['*', 'all()'],
    ['global', 'global()'],
    ["a IN {'x'}", 'a in {"x"}'],
    ["a NOT IN ('x')", 'a not in {"x"}'],
    ["a not-in {'x'}", 'a not in {"x"}'],
    ["a !in {'x'}", 'a not in {"x"}'],
    ["a === 'x' && b !== 'y'", 'a == "x" && b != "y"'],
    ["a <> 'x'", 'a != "x"'],
    ["a is 'x'", 'a == "x"'],
    ["a is not 'x'", 'a != "x"'],
    ["a equals 'x'", 'a == "x"'],
    ["a startsWith 'x'", 'a starts with "x"'],
    ["a starts_with 'x'", 'a starts with "x"'],
    ["a Starts With 'x'", 'a starts with "x"'],
    ["a not contains 'x'", '!a contains "x"'],
    ["a !endswith 'x'", '!a ends with "x"'],
    ["a in ['x','y']", 'a in {"x", "y"}'],
    ["a == {'x','y'}", 'a in {"x", "y"}'],
    ["a != ('x','y')", 'a not in {"x", "y"}'],
    ["a in 'x'", 'a in {"x"}'],
    ["a == 'x' || 'y' or 'z'", undefined],
    ["a == 'x' || 'y' || 'z'", 'a in {"x", "y", "z"}'],
    ["(a == 'x' || 'y') && has(b)", 'a in {"x", "y"} && has(b)'],
    ['a == web-*', 'a starts with "web-"'],
    ['a == *-web', 'a ends with "-web"'],
    ['a != *web*', '!a contains "web"'],
    ['a == *', 'has(a)'],
    // white space
    ["app == 'x'\n", 'app == "x"'],
    ["app == 'x' &&\r\n  has(b)", 'app == "x" && has(b)'],
    ['\n', 'all()'],
    ["app\u00a0== 'x'", 'app == "x"'],
    ["\ufeffapp == 'x'", 'app == "x"'],
    ["app == 'x'\u200b", 'app == "x"'],
    // objects and fields
    ['{"matchLabels":{"app":"web"}}', 'app == "web"'],
    ['{matchLabels: {app: web, "tier": \'db\'}, matchExpressions: [{key: x, operator: Exists}]}', 'app == "web" && tier == "db" && has(x)'],
    ['matchLabels:\n  app: web # the api\n  "tier": \'db\'\n', 'app == "web" && tier == "db"'],
    ['# comment\nmatchExpressions:\n- key: app\n  operator: In\n  values:\n  - a\n  - "b"\n- {key: x, operator: DoesNotExist}\n', 'app in {"a", "b"} && !has(x)'],
    ['podSelector:\n  matchLabels:\n    app: web', 'app == "web"'],
    ['app: web', 'app == "web"'],
    ['app: web\ntier: db', 'app == "web" && tier == "db"'],
    ['{}', 'all()'],
    ["selector: app == 'x'", 'app == "x"'],
    ['namespaceSelector: "has(a)"', 'has(a)'],
    ['nodeSelector: app = x', 'app == "x"'],
  ])('%j is corrected to %j', (text, expected) => {
    expect(corrected(text)).toBe(expected);
  });

  test.each([
    ['a comma beside an or', 'a=x,b=y || c=z'],
    ['none or not both', '!has(a, b)'],
    ['none or not both, in a group', '!(x == y && has(a, b))'],
    ['a missing join', "a == 'x' b == 'y'"],
    ['a missing comma', "a in {'x' 'y'}"],
    ['two bare words', 'x y'],
    ['a quoted and a bare word', '"web" == app'],
    ['a value alone', "'x' && has(a)"],
    ['a value beside another label\'s', "a != 'x' || 'y'"],
    ['values without brackets', 'a in x, y'],
    ['an empty list', 'a in ()'],
    ['a set to a text operator', "a contains {'x'}"],
    ['mixed brackets', "a in {'x')"],
    ['a set that isn\'t closed', "a in {'x'"],
    ['an open group', "(a == 'x'"],
    ['a closed group', "a == 'x')"],
    ['nothing after &&', "a == 'x' &&"],
    ['nothing after has', 'has('],
    ['no label', '== x'],
    ['a label of odd characters', "\u00e9 == 'x'"],
    ['a label too long', `${'a'.repeat(513)} == 'x'`],
    ['a keyword alone', 'contains'],
    ['has alone', 'has'],
    ['no word', '.'],
    ['a regular expression', 'a =~ web'],
    ['a number to compare with', 'a > 5'],
    ['a star within', 'a == w*b'],
    ['a star in a set', 'a in (web-*)'],
    ['two negations of in', "a !notin ('x')"],
    ['a word after not', "a not x 'y'"],
    ['a template', 'a == {{ .Values.app }}'],
    ['a value with both quotes', 'a = \u201cx"y\'z\u201d'],
    ['typographic quotes that aren\'t closed', 'a == \u201cx'],
    ['escaped quotes that aren\'t closed', 'a == \\"x'],
    ['a backslash', 'a == \\x'],
    ['a quote that isn\'t closed', "a == 'x y"],
    ['a quote that isn\'t closed, of nothing', "a == '"],
    ['an escape that isn\'t closed', "a == 'x\\' b"],
    ['a value in quotes as the whole', "'web'"],
    ['blanks in quotes as the whole', "' '"],
    ['a label selector of other fields', '{matchLabels: {a: b}, matchNames: {c: d}}'],
    ['a label that Kubernetes refuses', '{matchLabels: {a: "b c"}}'],
    ['a label without a value', '{matchLabels: {a: }}'],
    ['labels that are a list', '{matchLabels: [a]}'],
    ['no labels', 'matchLabels:'],
    ['a requirement that is text', '{matchExpressions: [a]}'],
    ['a requirement without a key', '{matchExpressions: [{operator: Exists}]}'],
    ['values that are text', '{matchExpressions: [{key: a, operator: In, values: x}]}'],
    ['an object in an object', 'a:\n  b: c'],
    ['JSON that ends early', '{"matchLabels":{"app":"web"}'],
    ['JSON with more after it', '{"a":"b"} x'],
    ['JSON without a colon', '{"a" "b"}'],
    ['JSON without a comma', '{"a":"b" "c":"d"}'],
    ['JSON without a key', '{:x}'],
    ['JSON with a bad escape', '{"a":"\\q"}'],
    ['JSON in deep nesting', `{a: ${'['.repeat(50)}`],
    ['a YAML quote within quotes', "a: 'x'y'"],
    ['a YAML anchor', 'a: &x b'],
    ['YAML of uneven indentation', 'matchLabels:\n  a: b\n c: d'],
    ['YAML in deep nesting', Array.from({ length: 20 }, (_, i) => `${' '.repeat(i)}k${i}:`).join('\n')],
    ['a YAML list', '- a\n- b'],
    ['YAML with a line that is no entry', 'a: b\nc'],
    ['a field that holds a bare word', 'selector: web'],
    ['a field that holds nonsense', 'selector: a b c'],
    ['deep nesting', `${'('.repeat(200)}a = b${')'.repeat(200)}`],
    ['a long text', `a = ${'x'.repeat(70_000)}`],
  ])('offers none for %s', (_name, text) => {
    expect(corrected(text)).toBeUndefined();
  });

  test.each([
    ['app in (a)', 'this is a Kubernetes label selector; Calico writes sets in braces and quotes every value'],
    ['app = x', 'this is a Kubernetes label selector; Calico compares with == and quotes every value'],
    ["app = 'x'", 'Calico compares with =='],
    ["app == 'x', has(b)", 'in a Kubernetes label selector a comma means and; Calico joins terms with &&'],
    ['!app', 'in a Kubernetes label selector a bare name asks whether the label is there; Calico writes has()'],
    ['HAS(a)', 'Calico takes keywords in lower case only'],
    ["a == 'x'\n", 'Calico takes only spaces and tabs between words; a YAML block (`|`, `>`) adds a line break: use `|-` or one line'],
    ["a == 'x' && b = y", 'this is a Kubernetes label selector; Calico compares with == and quotes every value'],
    ['a == {{ x }}', 'this looks like a template whose placeholder wasn\'t filled in'],
    ['a == ${x}', 'this looks like a template whose placeholder wasn\'t filled in'],
    ['a =~ x', 'Calico has no regular expressions; it has starts with, ends with, contains and in'],
    ['a > 5', 'Calico compares label values as texts only: it has no greater and no less'],
    ['x y', 'Calico reads terms such as app == "web", app in {"a", "b"} or has(app), joined with && and ||, negated with !'],
  ])('%j is explained', (text, expected) => {
    expect(why(text)).toBe(expected);
  });

  test('the whole error of a Kubernetes set', () => {
    const text = 'app in (frontend, web)';
    const parsed = parseSelector(text);
    expect(parsed).toEqual({
      ok: false,
      error: {
        what: 'expected { after in, found (',
        why: 'this is a Kubernetes label selector; Calico writes sets in braces and quotes every value',
        fix: 'app in {"frontend", "web"}',
        start: 7,
        end: 8,
        corrected: 'app in {"frontend", "web"}',
      },
    });
    expect(!parsed.ok && printSyntaxError(text, parsed.error)).toBe([
      'error  selector/syntax',
      '  what   expected { after in, found (',
      '             app in (frontend, web)',
      '                    ^',
      '  why    this is a Kubernetes label selector; Calico writes sets in braces and quotes every value',
      '  fix    app in {"frontend", "web"}',
    ].join('\n'));
  });

  test('an error that nobody can correct says what to write', () => {
    const parsed = parseSelector('a > 5');
    expect(parsed).toEqual({
      ok: false,
      error: {
        what: 'expected ==, !=, in or another operator after a, found >',
        why: 'Calico compares label values as texts only: it has no greater and no less',
        fix: 'write ==, !=, in or another operator after a where the caret stands',
        start: 2,
        end: 3,
      },
    });
  });

  test('nothing of a hostile text reaches the terminal as it is', () => {
    const text = "a == '\u001b[31m\u202e' &";
    const parsed = parseSelector(`${text} has(b)`);
    expect(!parsed.ok && printSyntaxError(text, parsed.error)).toMatch(/^[ -~\n]*$/);
  });

  test.each<[unknown, string | undefined, string]>([
    [{ matchLabels: { app: 'web' } }, 'app == "web"', 'expected a selector as text, found an object'],
    [{ matchLabels: { version: 2, canary: true } }, 'canary == "true" && version == "2"', 'expected a selector as text, found an object'],
    [{ matchExpressions: [{ key: 'a', operator: 'In', values: ['x'] }] }, 'a in {"x"}', 'expected a selector as text, found an object'],
    [{ app: 'web' }, 'app == "web"', 'expected a selector as text, found an object'],
    [{ matchLabels: { app: null } }, undefined, 'expected a selector as text, found an object'],
    [['a'], undefined, 'expected a selector as text, found a list'],
    [null, undefined, 'expected a selector as text, found null'],
    [undefined, undefined, 'expected a selector as text, found undefined'],
    [5, undefined, 'expected a selector as text, found a number'],
  ])('explains %j, which is no text', (value, expected, what) => {
    const explained = explainNonText(value);
    expect([explained.corrected, explained.what]).toEqual([expected, what]);
    expect(printNonText(explained)).toMatch(/^error  selector\/syntax\n  what   .*\n  why    .*\n(?: +.*\n)?  fix    .*$/);
  });

  test('explains an object that holds itself', () => {
    const endless: { matchLabels?: unknown } = {};
    endless.matchLabels = endless;
    expect(explainNonText(endless).corrected).toBeUndefined();
  });
});
