/*
 * Times parsing and matching of varied selectors, beside the figures of Calico's Go code on the same kind of input
 * (4.3 µs a parse, 0.6 µs a match). Run: npx tsx bench/selectors.ts
 */
import { readFileSync } from 'fs';
import { join } from 'path';
import { canonicalise, compileSelector, findLabels, Labels, parseSelector, parseStrictly, printSelector, SelectorNode } from '../src/core/selectors';

const ROUNDS = 9;
const GO_PARSE = 4.3;
const GO_MATCH = 0.6;

interface Row { readonly input: { readonly s: string; readonly labels?: Labels } }

function rows(file: string): Row[] {
  const path = join(__dirname, '..', 'test', 'vectors', file);
  return readFileSync(path, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Row);
}

/** The median of the rounds, in µs a call, after two rounds to warm up. */
function time(calls: number, round: () => void): number {
  const times: number[] = [];
  for (let i = 0; i < ROUNDS + 2; i++) {
    const start = process.hrtime.bigint();
    round();
    times.push(Number(process.hrtime.bigint() - start) / 1000 / calls);
  }
  return times.slice(2).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)];
}

function show(name: string, microseconds: number, go?: number): void {
  const beside = go === undefined ? '' : `   Calico's Go ${go.toFixed(1).padStart(4)} µs   ${microseconds <= go ? 'as fast or faster' : 'SLOWER'}`;
  console.log(`${name.padEnd(36)} ${microseconds.toFixed(3).padStart(9)} µs${beside}`);
}

const evals = rows('evals.jsonl');
const texts = evals.map((row) => row.input.s);
const asts: SelectorNode[] = [];
for (const text of texts) {
  const parsed = parseStrictly(text);
  if (parsed.ok) {
    asts.push(parsed.ast);
  }
}
const matchers = asts.map(compileSelector);
const labels = evals.map((row) => row.input.labels!);
let sink = 0;

console.log(`${texts.length} varied selectors, ${(texts.join('').length / texts.length).toFixed(0)} characters on average\n`);
show('parse', time(texts.length, () => texts.forEach((text) => { sink += parseSelector(text).ok ? 1 : 0; })), GO_PARSE);
show('match', time(matchers.length, () => matchers.forEach((matches, i) => { sink += matches(labels[i]) ? 1 : 0; })), GO_MATCH);
show('compile', time(asts.length, () => asts.forEach((ast) => { sink += compileSelector(ast).length; })));
show('print', time(asts.length, () => asts.forEach((ast) => { sink += printSelector(ast).length; })));
show('canonicalise', time(asts.length, () => asts.forEach((ast) => { sink += canonicalise(ast).kind.length; })));
show('satisfiable, with a witness', time(asts.length, () => asts.forEach((ast) => { sink += findLabels({ matching: [ast] }).answer.length; })));

const refused = rows('selectors.jsonl').map((row) => row.input.s).filter((text) => !parseStrictly(text).ok);
show('refuse, with why and fix', time(refused.length, () => refused.forEach((text) => { sink += parseSelector(text).ok ? 1 : 0; })));

console.log('\ntexts of 1 MB, one call each');
const million = 1_000_000;
const large: Record<string, string> = {
  'one && chain': Array.from({ length: million / 14 }, (_, i) => `a${i} == "b"`).join(' && '),
  'one set': `a in {${Array.from({ length: million / 10 }, (_, i) => `"v${i}"`).join(',')}}`,
  'nesting': `${'!('.repeat(million / 4)}has(a)${')'.repeat(million / 4)}`,
  'open parentheses': '('.repeat(million),
  'an open quote': `a == "${'x'.repeat(million)}`,
};
for (const [name, text] of Object.entries(large)) {
  show(name, time(1, () => { sink += parseSelector(text).ok ? 1 : 0; }));
}
if (sink === 0) {
  throw new Error('nothing was measured');
}
