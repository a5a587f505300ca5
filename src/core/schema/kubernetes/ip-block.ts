import { kubernetesWords } from './kubernetes-words';
import { CalicoReading, parseCidr, Prefix, readCidr } from '../../cidr';
import { FieldPath } from '../../findings';
import { JsonObject } from '../../manifests';
import { withoutLeadingZeros } from '../go/sloppy-address';
import { printValue } from '../printed-value';
import { Walk } from '../structural/walk';

/**
 * A block of addresses with exceptions (`ValidateIPBlock`). Like the API server of 1.34 it takes host bits and leading zeros, since old objects
 * have them; both get a warning, since not everybody reads them alike. Grows with the number of exceptions.
 */
export function judgeIpBlock(block: JsonObject, walk: Walk, place: FieldPath): void {
  if (typeof block.cidr !== 'string' || block.cidr === '') {
    walk.refuse(kubernetesWords('the block has no cidr', 'a block is a range of addresses', 'give cidr'), undefined, [...place, 'cidr']);
    return;
  }
  const whole = judgeCidr(block.cidr, walk, [...place, 'cidr']);
  for (const [index, text] of (Array.isArray(block.except) ? block.except : []).entries()) {
    const field = [...place, 'except', index];
    const exception = typeof text === 'string' ? judgeCidr(text, walk, field) : undefined;
    if (whole !== undefined && exception !== undefined && !isStrictlyInside(exception, whole)) {
      walk.refuse(kubernetesWords(
        `${printValue(text)} is not a smaller network inside of ${block.cidr}`, 'an exception takes a part out of the block', 'give a network inside of cidr, or remove the exception'), undefined, field);
    }
  }
}

function isStrictlyInside(exception: CalicoReading, whole: CalicoReading): boolean {
  return exception.network.length > whole.network.length && whole.network.contains(exception.network);
}

function judgeCidr(text: string, walk: Walk, field: FieldPath): CalicoReading | undefined {
  const reading = readCidr(withoutLeadingZeros(text));
  const strict = parseCidr(text);
  if (strict instanceof Prefix) {
    return reading;
  }
  const words = { ...kubernetesWords(strict.what, strict.why, strict.fix), span: { text, start: strict.start, end: strict.end } };
  const corrected = strict.corrected === undefined ? {} : { corrected: strict.corrected };
  if (reading === undefined) {
    walk.refuse({ ...words, ...corrected }, undefined, field);
  } else {
    walk.warn({ ...words, ...corrected, why: 'the API server takes it for the sake of old objects; other programs refuse it, or read it otherwise' }, field);
  }
  return reading;
}
