import { RandomSource } from '../../test/cluster/random-source';

type Make = (random: RandomSource, size: number) => string;

const SELECTOR_TERMS = ['a == "b"', 'a != \'b\'', 'has(a)', '!has(b)', 'a in {"b", "c"}', 'c not in {"d"}', 'all()', 'global()', 'a contains "x"', 'a starts with "y"', 'b ends with "z"', '!all()', 'a in {}'];

/** A selector of many terms, in brackets and out of them, sometimes broken. */
const selectorOf: Make = (random, size) => {
  let text = '';
  let open = 0;
  for (let term = 0; term < size; term++) {
    const brackets = random.chance(20) ? random.below(4) : 0;
    open += brackets;
    text += `${random.chance(15) ? '!' : ''}${'('.repeat(brackets)}${random.pick(SELECTOR_TERMS).replace('a', `a${random.below(6)}`)}`;
    const closing = Math.min(open, random.chance(30) ? random.below(4) : 0);
    open -= closing;
    text += `${')'.repeat(closing)}${random.pick([' && ', ' || ', '&&', '||', ' '.repeat(random.below(3))])}`;
  }
  return `${text}all()${')'.repeat(random.chance(90) ? open : random.below(9))}`;
};

const policyWith = (selector: string): string =>
  `apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: p}\nspec: {types: [Ingress], selector: ${JSON.stringify(selector)}}\n`;

/** One kind of attack each; `size` says how hard it tries. */
const ATTACKS: readonly Make[] = [
  (random, size) => policyWith(selectorOf(random, size)),
  (random, size) => policyWith('('.repeat(size * 20) + 'all()' + ')'.repeat(random.chance(50) ? size * 20 : size)),
  (_, size) => policyWith('!'.repeat(size * 50) + 'has(a)'),
  (_, size) => policyWith(`a in {${Array.from({ length: size * 10 }, (__, index) => `"v${index}"`).join(', ')}}`),
  // Terms that contradict each other in many ways: work for whoever decides what a selector can match.
  (random, size) => policyWith(Array.from({ length: Math.min(size, 40) }, () => `(a${random.below(12)} == "x" || a${random.below(12)} != "y")`).join(' && ')),
  (random, size) => random.pick(['[', '{a: ', '- ', '? ', '{"a":', '[[{']).repeat(size * 20),
  (random, size) => `${'a: &a0 [x, x]\n'}${Array.from({ length: Math.min(size, 60) }, (_, index) => `b${index}: &a${index + 1} [*a${index}, *a${random.below(index + 1)}]`).join('\n')}\n`,
  (_, size) => `x0: &x0 {a: 1}\n${Array.from({ length: size }, (__, index) => `x${index + 1}: &x${index + 1} {<<: *x${index}, k${index}: 1}`).join('\n')}\nkind: Tier\napiVersion: projectcalico.org/v3\n`,
  (random, size) => `apiVersion: v1\nkind: List\nitems:\n${Array.from({ length: size }, () => random.pick(['- 1', '- null', '- {kind: List, apiVersion: v1, items: [{}]}', '- {apiVersion: projectcalico.org/v3, kind: Tier}', '- []'])).join('\n')}\n`,
  (_, size) => `${'apiVersion: v1\nkind: List\nitems: [{kind: List, apiVersion: v1, items: ['.repeat(1)}${'{apiVersion: v1, kind: List, items: ['.repeat(Math.min(size, 200))}${']}'.repeat(Math.min(size, 200))}]}]\n`,
  (random, size) => '{"a":1}'.repeat(size * 5) + random.pick(['', '{', '}', ' x']),
  (_, size) => 'a: 1\n'.repeat(size * 20),
  (random, size) => `apiVersion: projectcalico.org/v3\nkind: GlobalNetworkSet\nmetadata: {name: n}\nspec:\n  nets: [${Array.from({ length: size * 5 }, () => `${random.below(300)}.${random.below(256)}.0.0/${random.below(40)}`).join(', ')}]\n`,
  (random, size) => Array.from({ length: size }, (_, index) =>
    `apiVersion: projectcalico.org/v3\nkind: IPPool\nmetadata: {name: p${random.below(size) || index}}\nspec: {cidr: 10.${random.below(4)}.${random.below(256)}.0/${8 + random.below(20)}}\n`).join('---\n'),
  (_, size) => `apiVersion: projectcalico.org/v3\nkind: FelixConfiguration\nmetadata: {name: default}\nspec: {interfacePrefix: ${JSON.stringify('a'.repeat(size * 100))}, bpfDataIfacePattern: ${JSON.stringify('(a+)+'.repeat(size))}}\n`,
  (_, size) => `apiVersion: projectcalico.org/v3\nkind: Tier\nmetadata: {name: t, labels: {${Array.from({ length: size * 5 }, (__, index) => `l${index}: v`).join(', ')}}}\nspec: {order: 1}\n`,
];

/** A text that is made to exhaust or confuse its reader. Most are small: there are many of them. */
export function hostileText(random: RandomSource): string {
  const size = random.chance(90) ? 1 + random.below(20) : 1 + random.below(200);
  return random.pick(ATTACKS)(random, size);
}
