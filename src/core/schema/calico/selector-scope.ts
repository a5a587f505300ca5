import { FieldPath } from '../../findings';
import { Words } from '../resource-fault';
import { Walk } from '../structural/walk';

const GLOBAL = 'global()';

function scopeWords(text: string, what: string, fix: string): Words {
  const start = text.indexOf('global(');
  const end = text.indexOf(')', start) + 1;
  return {
    rule: 'resource/selector-scope',
    what,
    why: 'global() stands for what is in no namespace, which only the namespaceSelector of a source or destination can mean, and alone; Calico finds it anywhere in the text, in quotes too',
    fix,
    span: { text, start, end: end > start ? end : text.length },
  };
}

/** A selector where `global()` has no meaning (`validateEntityRule`, `validateNetworkPolicySpec`): Calico looks for the very text. */
export function judgeSelectorScope(text: string | null | undefined, walk: Walk, field: FieldPath): void {
  if (text && text.includes(GLOBAL)) {
    walk.refuse(undefined, scopeWords(text, 'global() can\'t be used in this selector', 'remove global(); all() selects everything'), field);
  }
}

/** The namespaceSelector of a source or destination, where `global()` has to stand alone (`validateEntityRule`). */
export function judgePeerScope(text: string | null | undefined, walk: Walk, field: FieldPath): void {
  if (text && text.includes('global(') && text !== GLOBAL && !/^[ \t]*global\([ \t]*\)[ \t]*$/.test(text)) {
    walk.refuse(undefined, scopeWords(
      text, 'global() is combined with something else', 'make it two rules: one with namespaceSelector: global(), one with the rest'), field);
  }
}

/** A selector of a pool, where even the beginning `global(` is refused (`validateIPPoolSpec`). */
export function judgePoolScope(text: string | null | undefined, walk: Walk, field: FieldPath): void {
  if (text && text.includes('global(')) {
    walk.refuse(undefined, scopeWords(text, 'global() can\'t be used in the selector of a pool', 'use all()'), field);
  }
}
