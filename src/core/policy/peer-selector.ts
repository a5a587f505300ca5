import { JsonObject } from '../manifests';
import { parseStrictly, printSelector, SelectorNode } from '../selectors';
import { objectAt, objectsAt, optionalObject, textAt, textsAt } from './json-fields';
import { NAMESPACE_LABEL, NAMESPACE_PREFIX, SERVICE_ACCOUNT_LABEL, SERVICE_ACCOUNT_PREFIX } from './reserved-labels';

/*
 * Calico joins everything that selects endpoints into one selector over the labels of the endpoint, those of its namespace and service
 * account behind a prefix. It does so with texts, and what happens to texts has meaning: so do we.
 */

const IN_A_NAMESPACE = `has(${NAMESPACE_LABEL})`;

/** Prefixes every label of a selector and prints it (`parseSelectorAttachPrefix` in updateprocessors/selectors.go). Empty where it is invalid. */
function prefixed(text: string, prefix: string): string {
  const parsed = parseStrictly(text);
  return parsed.ok ? printSelector(withPrefix(parsed.ast, prefix)) : '';
}

/** Keeps its own stack, as selectors nest without limit. */
function withPrefix(ast: SelectorNode, prefix: string): SelectorNode {
  const done: SelectorNode[] = [];
  const pending: { node: SelectorNode; entered: boolean }[] = [{ node: ast, entered: false }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node } = next;
    if (node.kind === 'all' || node.kind === 'global') {
      done.push(node);
    } else if (node.kind !== 'not' && node.kind !== 'and' && node.kind !== 'or') {
      done.push({ ...node, label: prefix + node.label, span: undefined });
    } else if (!next.entered) {
      pending.push({ node, entered: true });
      const operands = node.kind === 'not' ? [node.operand] : node.operands;
      for (let i = operands.length - 1; i >= 0; i--) {
        pending.push({ node: operands[i], entered: false });
      }
    } else if (node.kind === 'not') {
      done.push({ kind: 'not', operand: done.pop()! });
    } else {
      done.push({ kind: node.kind, operands: done.splice(done.length - node.operands.length) });
    }
  }
  return done[0];
}

/**
 * The selector of one end of a rule; empty where the rule says nothing that selects (`GetEntityRuleSelector` in updateprocessors/rules.go).
 * In a namespaced policy any selecting field, `notSelector` too, limits the end to the policy's own namespace.
 */
export function peerSelector(entity: JsonObject, policyNamespace: string | undefined): string {
  const accounts = optionalObject(entity, 'serviceAccounts');
  const namespaceSelector = textAt(entity, 'namespaceSelector');
  const parts = [accounts ? accountsSelector(accounts) : '', textAt(entity, 'selector') ?? ''].filter((part) => part !== '');
  const selector = parts.length > 1 ? `(${parts.join(') && (')})` : parts[0] ?? '';
  const inNamespaces = namespacesSelector(namespaceSelector, policyNamespace);
  if (inNamespaces === '' || (selector === '' && textAt(entity, 'notSelector') === undefined && namespaceSelector === undefined)) {
    return selector;
  }
  return selector === '' ? inNamespaces : `(${inNamespaces}) && (${selector})`;
}

function namespacesSelector(selector: string | undefined, policyNamespace: string | undefined): string {
  if (selector !== undefined) {
    return prefixed(selector, NAMESPACE_PREFIX).replaceAll('all()', IN_A_NAMESPACE).replaceAll('global()', `!${IN_A_NAMESPACE}`);
  }
  return policyNamespace === undefined ? '' : `${NAMESPACE_LABEL} == '${policyNamespace}'`;
}

/** `parseServiceAccounts` in updateprocessors/rules.go. */
function accountsSelector(accounts: JsonObject): string {
  const text = textAt(accounts, 'selector');
  const selector = text === undefined ? '' : prefixed(text, SERVICE_ACCOUNT_PREFIX);
  const names = textsAt(accounts, 'names');
  if (names.length === 0) {
    return selector;
  }
  const named = prefixed(`${SERVICE_ACCOUNT_LABEL} in { '${names.join("', '")}' }`, '');
  return selector === '' || named === '' ? named : `(${selector}) && (${named})`;
}

/** The selector of a NetworkPolicy (`ConvertNetworkPolicyV3ToV1Value` in networkpolicyprocessor.go). */
export function namespacedSubject(spec: JsonObject, namespace: string): string {
  const selector = textAt(spec, 'selector');
  const own = `${NAMESPACE_LABEL} == '${namespace}'`;
  return joined(selector === undefined ? own : `(${selector}) && ${own}`, textAt(spec, 'serviceAccountSelector'), SERVICE_ACCOUNT_PREFIX);
}

/**
 * The selector of a GlobalNetworkPolicy (`ConvertGlobalNetworkPolicyV3ToV1Value` in globalnetworkpolicyprocessor.go). Once there is a
 * namespace or service account selector, `all()` is replaced wherever it stands, within quotes too: that leaves host endpoints out.
 */
export function globalSubject(spec: JsonObject): string {
  let selector = textAt(spec, 'selector') ?? '';
  const namespaces = textAt(spec, 'namespaceSelector');
  if (namespaces !== undefined) {
    selector = joined(selector, namespaces, NAMESPACE_PREFIX).replaceAll('all()', IN_A_NAMESPACE);
  }
  const accounts = textAt(spec, 'serviceAccountSelector');
  if (accounts !== undefined) {
    selector = joined(selector, accounts, SERVICE_ACCOUNT_PREFIX).replaceAll('all()', `has(${SERVICE_ACCOUNT_LABEL})`);
  }
  return selector;
}

/** `prefixAndAppendSelector` in updateprocessors/selectors.go. */
function joined(selector: string, added: string | undefined, prefix: string): string {
  const addition = added === undefined ? '' : prefixed(added, prefix);
  if (addition === '' || selector === '') {
    return addition === '' ? selector : addition;
  }
  return `(${selector}) && ${addition}`;
}

/** A Kubernetes LabelSelector as Calico writes it (`k8sSelectorToCalico` in conversion.go). */
export function labelSelectorText(selector: JsonObject | undefined, of: 'pods' | 'namespaces'): string {
  const terms = of === 'pods' ? ["projectcalico.org/orchestrator == 'k8s'"] : [];
  if (selector === undefined) {
    return terms.join(' && ');
  }
  const labels = Object.entries(objectAt(selector, 'matchLabels'));
  const expressions = objectsAt(selector, 'matchExpressions');
  if (of === 'namespaces' && labels.length === 0 && expressions.length === 0) {
    return 'all()';
  }
  for (const [key, value] of labels) {
    terms.push(`${key} == '${String(value)}'`);
  }
  for (const { key, operator, values } of expressions) {
    const list = Array.isArray(values) ? values.join("', '") : '';
    switch (operator) {
      case 'In':
        terms.push(`${String(key)} in { '${list}' }`);
        break;
      case 'NotIn':
        terms.push(`${String(key)} not in { '${list}' }`);
        break;
      case 'Exists':
        terms.push(`has(${String(key)})`);
        break;
      case 'DoesNotExist':
        terms.push(`! has(${String(key)})`);
    }
  }
  return terms.join(' && ');
}
