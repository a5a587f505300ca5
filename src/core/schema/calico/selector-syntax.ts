import { isObject } from '../../manifests';
import { explainNonText, validateSelector } from '../../selectors';
import { Words } from '../resource-fault';
import { FieldRule } from '../structural/field-rule';

/** The id of all faults of selector syntax, wherever they are found. */
export const SELECTOR_SYNTAX = 'selector/syntax';

/** The id of faults that come from writing for Calico as one writes for Kubernetes. */
export const KUBERNETES_SYNTAX = 'resource/kubernetes-syntax';

/** What is wrong with the syntax of a selector; undefined where nothing is. Linear. */
export function selectorWords(text: string): Words | undefined {
  const error = validateSelector(text);
  return error && {
    rule: SELECTOR_SYNTAX,
    what: error.what,
    why: error.why,
    fix: error.fix,
    span: { text, start: error.start, end: error.end },
    ...(error.corrected !== undefined && { corrected: error.corrected }),
  };
}

/** A selector as Calico reads it (`selector`). Empty text is `all()`. */
export const selector: FieldRule<string> = {
  judge: selectorWords,
  misread: (value) => isObject(value) ? { rule: KUBERNETES_SYNTAX, ...explainNonText(value) } : undefined,
};
