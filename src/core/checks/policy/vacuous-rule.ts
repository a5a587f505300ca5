import { calicoPolicyOf, governedRules } from './rules/calico-policy';
import { writtenTraits } from './rules/written-traits';
import { FieldPath } from '../../findings';
import { JsonObject, Manifest } from '../../manifests';
import { Direction, Policy, protocolName, Rule } from '../../policy';
import { possiblePorts } from '../../policy/port-set';
import { blocksOf, isIcmpWithin } from '../../policy/rule-containment';
import { validateResource } from '../../schema';
import { findLabels, parseStrictly, SelectorNode } from '../../selectors';
import { ResourceCheck } from '../check';

interface Emptiness {
  readonly field: FieldPath;
  /** @default - no packet matches it */
  readonly what?: string;
  readonly why: string;
  readonly fix: string;
}

/**
 * A rule that no packet matches, whoever sends it: its own parts contradict each other, or its own end can't be what the policy selects. What a
 * single selector contradicts in itself is `selector/never-matches`; what Calico refuses is not said again.
 */
export const VACUOUS_RULE: ResourceCheck = {
  id: 'policy/vacuous-rule',
  severity: 'warning',
  summary: 'A rule matches nothing: its parts contradict each other, or the end that the policy selects.',
  refusedByCluster: false,
  sees: 'resource',
  run: (manifest, report) => {
    const policy = writtenTraits(manifest).mayContradict ? calicoPolicyOf(manifest) : undefined;
    for (const { direction, rules } of policy ? governedRules(policy) : []) {
      for (const rule of rules) {
        const emptiness = emptinessOf(rule, direction, policy!);
        if (emptiness && !isRefused(manifest, rule.field)) {
          report({
            what: 'no packet matches this rule', ...emptiness, field: [...rule.field, ...emptiness.field],
          });
        }
      }
    }
  },
};

function emptinessOf(rule: Rule, direction: Direction, policy: Policy): Emptiness | undefined {
  if (rule.protocol !== undefined && rule.protocol === rule.notProtocol) {
    return { field: ['notProtocol'], why: `it asks for ${protocolName(rule.protocol)} and rules it out`, fix: 'remove notProtocol' };
  }
  if (rule.icmp && rule.notIcmp && isIcmpWithin(rule.icmp, rule.notIcmp)) {
    return { field: ['notICMP'], why: 'notICMP rules out all that icmp asks for', fix: 'remove notICMP, or give another type or code' };
  }
  if (!rule.matchesV4 && !rule.matchesV6) {
    return {
      field: [],
      why: 'what it asks for of IPv4 and of IPv6 leaves neither: its networks, protocol and ipVersion are of different families',
      fix: 'make the networks, protocol and ipVersion those of one family',
    };
  }
  for (const side of ['source', 'destination'] as const) {
    const emptiness = emptyEnd(rule, side, policy) ?? foreignEnd(rule, side, direction, policy);
    if (emptiness) {
      return emptiness;
    }
  }
  return undefined;
}

function emptyEnd(rule: Rule, side: 'source' | 'destination', { manifest }: Policy): Emptiness | undefined {
  const entity = rule[side];
  const { ports, notPorts, nets, notNets, selector } = entity;
  if (ports && notPorts && possiblePorts(ports, notPorts).length === 0) {
    return { field: [side, 'notPorts'], why: 'notPorts rules out every port of ports', fix: 'remove notPorts, or the ports that are not meant' };
  }
  const families = [...rule.matchesV4 ? [4 as const] : [], ...rule.matchesV6 ? [6 as const] : []];
  if (nets && notNets && families.every((family) => blocksOf(entity, family).blocks.length === 0)) {
    return { field: [side, 'notNets'], why: 'notNets rules out every address of nets', fix: 'remove notNets, or give the smaller networks that are to be left out' };
  }
  if (selector && isContradiction(selector.ast) && !contradictsItself(manifest, rule.field, side)) {
    return { field: [side], why: `together its selectors ask for what no labels give: ${selector.text}`, fix: 'remove the part that rules out the rest' };
  }
  return undefined;
}

/**
 * The end that the policy itself selects. Where a host forwards, or before addresses are translated, the packet's end may be another one. A network
 * set with the selector's labels may hold the address of what is selected: so this isn't said to match no packet.
 */
function foreignEnd(rule: Rule, side: 'source' | 'destination', direction: Direction, policy: Policy): Emptiness | undefined {
  const { selector } = rule[side];
  const isOwn = side === (direction === 'ingress' ? 'destination' : 'source');
  if (!isOwn || !selector || policy.stage !== 'normal' || policy.appliesOnForward || [policy.selector, selector].some(({ ast }) => isContradiction(ast))
    || !isContradiction(policy.selector.ast, selector.ast)) {
    return undefined;
  }
  const [other, peer] = direction === 'ingress' ? ['destination of ingress', 'source'] : ['source of egress', 'destination'];
  return {
    field: [side],
    what: 'the rule is for an end that the policy doesn\'t select',
    why: `the ${other} is what the policy selects, and nothing that it selects matches ${selector.text} as well`,
    fix: `move the selector to ${peer} if it says who is on the other side, or remove it`,
  };
}

/** Work that one selector may cost; beyond it nothing is known, and nothing is said. */
const BUDGET = 20_000;

function isContradiction(...asts: readonly SelectorNode[]): boolean {
  return findLabels({ matching: asts }, BUDGET).answer === 'no';
}

/** Whether a selector of an end, as it is written, contradicts itself: `selector/never-matches` says so, or it is `!all()` on purpose. */
function contradictsItself(manifest: Manifest, field: FieldPath, side: string): boolean {
  const entity = [...field, side].reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], manifest.object) as JsonObject;
  return [entity.selector, entity.namespaceSelector].some((text) => {
    const parsed = typeof text === 'string' ? parseStrictly(text) : undefined;
    return parsed?.ok === true && isContradiction(parsed.ast);
  });
}

function isRefused(manifest: Manifest, field: FieldPath): boolean {
  return validateResource(manifest).some((fault) => fault.layer !== undefined && field.every((part, index) => fault.field[index] === part));
}
