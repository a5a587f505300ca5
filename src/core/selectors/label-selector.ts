import { abbreviateForDisplay } from '../findings';
import { ALL, compareUtf8, group, hasNode, negation, SelectorNode, setNode, TermNode, valueNode } from './ast';
import { faultOfLabelKey, faultOfLabelValue } from './kubernetes-names';
import { SignedLeaf } from './terms';

/** A Kubernetes LabelSelector. An empty one matches everything. */
export interface LabelSelector {
  readonly matchLabels?: { readonly [key: string]: string };
  readonly matchExpressions?: readonly LabelRequirement[];
}

/** One entry of `matchExpressions`. */
export interface LabelRequirement {
  readonly key: string;
  /** `In`, `NotIn`, `Exists` or `DoesNotExist`. */
  readonly operator: string;
  readonly values?: readonly string[];
}

/** Why something can't be said in the other language. */
export interface Refusal {
  readonly what: string;
  readonly why: string;
  /** The term at fault, where it stands in a text. */
  readonly start?: number;
  readonly end?: number;
}

export type FromLabelSelector = { readonly ok: true; readonly ast: SelectorNode } | { readonly ok: false; readonly refusal: Refusal };
export type ToLabelSelector = { readonly ok: true; readonly labelSelector: LabelSelector } | { readonly ok: false; readonly refusal: Refusal };

class Refused extends Error {
  constructor(public readonly refusal: Refusal) {
    super(refusal.what);
  }
}

/**
 * Says a Kubernetes LabelSelector in Calico's language: `matchLabels` in the order of their keys, then `matchExpressions` as
 * they are, joined by `&&`. Both languages hold `NotIn` true of an absent label. Refuses what Kubernetes would refuse.
 */
export function fromLabelSelector(selector: LabelSelector): FromLabelSelector {
  return refusable(() => {
    const labels = Object.entries(selector.matchLabels ?? {}).sort(([a], [b]) => compareUtf8(a, b));
    const terms: SelectorNode[] = [
      ...labels.map(([key, value]) => valueNode('equals', keyOf(key), valueOf(key, value))),
      ...(selector.matchExpressions ?? []).map(fromRequirement),
    ];
    return { ok: true, ast: terms.length === 0 ? ALL : group('and', terms) };
  });
}

function fromRequirement({ key, operator, values = [] }: LabelRequirement): SelectorNode {
  keyOf(key);
  switch (operator) {
    case 'In':
    case 'NotIn':
      if (values.length === 0) {
        throw refused(`${operator} of ${shown(key)} has no values`, 'Kubernetes takes In and NotIn only with at least one value');
      }
      return setNode(operator === 'In' ? 'in' : 'notIn', key, values.map((value) => valueOf(key, value)));
    case 'Exists':
    case 'DoesNotExist':
      if (values.length > 0) {
        throw refused(`${operator} of ${shown(key)} has values`, 'Kubernetes takes Exists and DoesNotExist only without values');
      }
      return operator === 'Exists' ? hasNode(key) : negation(hasNode(key));
    default:
      throw refused(`operator ${shown(operator)} of ${shown(key)} is unknown`, 'Kubernetes has In, NotIn, Exists and DoesNotExist');
  }
}

/**
 * Says a selector as a Kubernetes LabelSelector, or why that can't be done: a LabelSelector is one list of requirements that
 * must all hold, each about one label and whole values. `||` can be said between values of one label only.
 */
export function toLabelSelector(ast: SelectorNode): ToLabelSelector {
  return refusable(() => {
    const matchLabels = new Map<string, string>();
    const matchExpressions: LabelRequirement[] = [];
    for (const { node, negated } of conjunctsOf(ast)) {
      if (node.kind === 'equals' && !negated && !matchLabels.has(node.label)) {
        matchLabels.set(requirementOf(node, negated).key, node.value);
      } else if (!isAlways(node, negated)) {
        matchExpressions.push(requirementOf(node, negated));
      }
    }
    return {
      ok: true,
      labelSelector: {
        ...(matchLabels.size > 0 && { matchLabels: Object.fromEntries(matchLabels) }),
        ...(matchExpressions.length > 0 && { matchExpressions }),
      },
    };
  });
}

/** The terms that must all hold, in the order of the text. */
function conjunctsOf(ast: SelectorNode): SignedLeaf[] {
  const conjuncts: SignedLeaf[] = [];
  const pending: { node: SelectorNode; negated: boolean }[] = [{ node: ast, negated: false }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, negated } = next;
    if (node.kind === 'not') {
      pending.push({ node: node.operand, negated: !negated });
    } else if (node.kind === 'and' || node.kind === 'or') {
      if ((node.kind === 'and') !== negated) {
        for (let i = node.operands.length - 1; i >= 0; i--) {
          pending.push({ node: node.operands[i], negated });
        }
      } else {
        conjuncts.push({ node: oneOfValues(node.operands, negated), negated: false });
      }
    } else {
      conjuncts.push({ node, negated });
    }
  }
  return conjuncts;
}

/** Alternatives as one `in`, if each is a list of values of the same label. */
function oneOfValues(operands: readonly SelectorNode[], negated: boolean): TermNode {
  const values: string[] = [];
  let label: string | undefined;
  const pending = operands.map((node) => ({ node, negated })).reverse();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node } = next;
    if (node.kind === 'not') {
      pending.push({ node: node.operand, negated: !next.negated });
    } else if ((node.kind === 'or' && !next.negated) || (node.kind === 'and' && next.negated)) {
      pending.push(...node.operands.map((operand) => ({ node: operand, negated: next!.negated })).reverse());
    } else {
      const finite = finiteSet(node, next.negated);
      if (finite === undefined || (label !== undefined && label !== finite.label)) {
        throw refused('the selector has alternatives other than values of one label',
          'a Kubernetes LabelSelector joins all its requirements with and; it has no or', node);
      }
      label = finite.label;
      values.push(...finite.values);
    }
  }
  return setNode('in', label!, values);
}

function finiteSet(node: SelectorNode, negated: boolean): { label: string; values: readonly string[] } | undefined {
  if (node.kind === (negated ? 'notEquals' : 'equals')) {
    return { label: node.label, values: [node.value] };
  }
  return node.kind === (negated ? 'notIn' : 'in') ? node : undefined;
}

/** True of `all()` and of `not in {}`: nothing is required. */
function isAlways(node: SignedLeaf['node'], negated: boolean): boolean {
  return node.kind === 'all' ? !negated : (node.kind === 'in' || node.kind === 'notIn') && node.values.length === 0 && negated === (node.kind === 'in');
}

function requirementOf(node: SignedLeaf['node'], negated: boolean): LabelRequirement {
  switch (node.kind) {
    case 'all':
      throw refused('the selector matches nothing', 'a Kubernetes LabelSelector has no way to say that');
    case 'global':
      throw refused('the selector uses global()', 'Kubernetes has no selector for what belongs to no namespace');
    case 'has':
      return { key: keyOf(node.label, node), operator: negated ? 'DoesNotExist' : 'Exists' };
    case 'equals':
    case 'notEquals':
      return { key: keyOf(node.label, node), operator: negated === (node.kind === 'equals') ? 'NotIn' : 'In', values: [valueOf(node.label, node.value, node)] };
    case 'in':
    case 'notIn':
      if (node.values.length === 0) {
        throw refused('the selector matches nothing', 'a Kubernetes LabelSelector has no way to say that', node);
      }
      return {
        key: keyOf(node.label, node),
        operator: negated === (node.kind === 'in') ? 'NotIn' : 'In',
        values: node.values.map((value) => valueOf(node.label, value, node)),
      };
    default:
      if (node.value === '') {
        return { key: keyOf(node.label, node), operator: negated ? 'DoesNotExist' : 'Exists' };
      }
      throw refused(`the selector compares a part of ${shown(node.label)}`, 'a Kubernetes LabelSelector compares whole values only', node);
  }
}

function keyOf(key: string, term?: SelectorNode): string {
  const fault = faultOfLabelKey(key);
  if (fault !== undefined) {
    throw refused(`${shown(key)} is no label key in Kubernetes`, fault, term);
  }
  return key;
}

function valueOf(key: string, value: string, term?: SelectorNode): string {
  const fault = faultOfLabelValue(value);
  if (fault !== undefined) {
    throw refused(`"${shown(value)}" is no value that label ${shown(key)} can have in Kubernetes`, fault, term);
  }
  return value;
}

function shown(text: string): string {
  return abbreviateForDisplay(text, 80);
}

function refused(what: string, why: string, term?: SelectorNode): Refused {
  const span = term && 'span' in term ? term.span : undefined;
  return new Refused({ what, why, ...(span && { start: span.labelStart, end: span.end }) });
}

function refusable<T>(attempt: () => T): T | { readonly ok: false; readonly refusal: Refusal } {
  try {
    return attempt();
  } catch (error) {
    if (error instanceof Refused) {
      return { ok: false, refusal: error.refusal };
    }
    throw error;
  }
}
