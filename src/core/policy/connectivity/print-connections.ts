import { ConnectionRange, hasPlaces, PLACES, PROTOCOLS } from './connections';
import { addToList } from '../../add-to-list';
import { hasPorts, protocolName as numberOrName } from '../protocols';

/** Where more protocols than this pass whole, those that don't are named instead. */
const MANY = PROTOCOLS / 2;

/**
 * Connections in words, a text a protocol: `TCP 80,443`, `ICMP type 8`, `protocol 47`; `everything`; or `everything but TCP`, then what
 * passes of TCP all the same. None for nothing.
 */
export function connectionTexts(ranges: readonly ConnectionRange[]): string[] {
  const byProtocol = new Map<number, ConnectionRange[]>();
  for (const range of ranges.flatMap(withoutPortZero)) {
    addToList(byProtocol, range.protocol, range);
  }
  const whole = [...byProtocol].filter(([protocol, list]) => isWhole(protocol, list[0])).map(([protocol]) => protocol);
  const parts = [...byProtocol].filter(([protocol]) => !whole.includes(protocol)).map(([protocol, list]) => partText(protocol, list));
  if (whole.length <= MANY) {
    return [...whole.map(protocolName), ...parts];
  }
  const missing = Array.from({ length: PROTOCOLS }, (_, protocol) => protocol).filter((protocol) => !whole.includes(protocol));
  return [missing.length === 0 ? 'everything' : `everything but ${missing.map(protocolName).join(', ')}`, ...parts];
}

/** Nothing goes to port 0. */
function withoutPortZero(range: ConnectionRange): ConnectionRange[] {
  if (!hasPorts(range.protocol) || range.first > 0) {
    return [range];
  }
  return range.last === 0 ? [] : [{ ...range, first: 1 }];
}

function isWhole(protocol: number, { first, last }: ConnectionRange): boolean {
  return !hasPlaces(protocol) || (first <= (hasPorts(protocol) ? 1 : 0) && last === PLACES - 1);
}

function partText(protocol: number, ranges: readonly ConnectionRange[]): string {
  return `${protocolName(protocol)} ${ranges.map(({ first, last }) => (hasPorts(protocol) ? rangeText(first, last) : icmpText(first, last))).join(',')}`;
}

function rangeText(first: number, last: number): string {
  return first === last ? String(first) : `${first}-${last}`;
}

function icmpText(first: number, last: number): string {
  const [firstType, firstCode, lastType, lastCode] = [Math.floor(first / 256), first % 256, Math.floor(last / 256), last % 256];
  if (firstCode === 0 && lastCode === 255) {
    return `type ${rangeText(firstType, lastType)}`;
  }
  return firstType === lastType
    ? `type ${firstType} code ${rangeText(firstCode, lastCode)}`
    : `type ${firstType} code ${firstCode} to type ${lastType} code ${lastCode}`;
}

function protocolName(protocol: number): string {
  const name = numberOrName(protocol);
  return name === String(protocol) ? `protocol ${name}` : name;
}
