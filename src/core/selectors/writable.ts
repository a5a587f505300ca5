import { abbreviateForDisplay } from '../findings';
import { isLabelName, MAX_LABEL_LENGTH, wellFormed } from './characters';

/*
 * What can be written in a selector at all. Calico's language has no escapes, so some label values, though a selector
 * could be meant to compare with them, have no text.
 */

const SHOWN_CHARACTERS = 60;

/** Why a label name can't stand in a selector; undefined for a good one. */
export function faultOfName(name: string): string | undefined {
  if (typeof name !== 'string' || !isLabelName(name)) {
    return `${shown(name)} can't be a label name in a selector: `
      + `Calico takes 1 to ${MAX_LABEL_LENGTH} letters, digits and the characters _ . / -`;
  }
  return undefined;
}

/** Why a value can't stand in a selector; undefined for a good one. */
export function faultOfValue(value: string): string | undefined {
  if (typeof value !== 'string') {
    return `${shown(value)} can't be a value in a selector: Calico compares with texts`;
  }
  if (value.includes('"') && value.includes("'")) {
    return `${shown(value)} can't be written in a selector: it holds both kinds of quote, and Calico has no escapes`;
  }
  if (wellFormed(value) !== value) {
    return `${shown(value)} can't be written in a selector: it holds half a character (a lone surrogate), which UTF-8 can't hold`;
  }
  return undefined;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? `"${abbreviateForDisplay(value, SHOWN_CHARACTERS)}"` : `a ${typeof value}`;
}
