/** The two families of addresses. */
export type Family = 4 | 6;

/** How many bits an address has. */
export const HOST_LENGTH: Readonly<Record<Family, number>> = { 4: 32, 6: 128 };

/**
 * Prints an address as RFC 5952 says, which is how Go prints it and so how Calico stores it: lower case, no leading zeros,
 * `::` for the first of the longest runs of two or more zero groups. The words are as in `Prefix`.
 */
export function printAddress(family: Family, w0: number, w1: number, w2: number, w3: number): string {
  if (family === 4) {
    return `${w0 >>> 24}.${(w0 >>> 16) & 255}.${(w0 >>> 8) & 255}.${w0 & 255}`;
  }
  groups[0] = w0 >>> 16;
  groups[1] = w0 & 0xffff;
  groups[2] = w1 >>> 16;
  groups[3] = w1 & 0xffff;
  groups[4] = w2 >>> 16;
  groups[5] = w2 & 0xffff;
  groups[6] = w3 >>> 16;
  groups[7] = w3 & 0xffff;
  let longest = 1;
  let runStart = 8;
  for (let start = 0, run = 0; start < 8; start++) {
    run = groups[start] === 0 ? run + 1 : 0;
    if (run > longest) {
      longest = run;
      runStart = start + 1 - run;
    }
  }
  codes.length = 0;
  for (let group = 0; group < 8; group++) {
    if (group === runStart) {
      codes.push(COLON);
      group += longest;
      if (group === 8) {
        codes.push(COLON);
        break;
      }
    }
    if (group > 0) {
      codes.push(COLON);
    }
    pushGroup(groups[group]);
  }
  return String.fromCharCode.apply(null, codes);
}

const COLON = 0x3a;
const DIGITS = Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));

/** Where an IPv6 address is taken apart and its characters gathered, to be joined once: strings of strings take three times as long. */
const groups = new Uint16Array(8);
const codes: number[] = [];

function pushGroup(group: number): void {
  if (group > 0xfff) {
    codes.push(DIGITS[group >>> 12]);
  }
  if (group > 0xff) {
    codes.push(DIGITS[(group >>> 8) & 15]);
  }
  if (group > 0xf) {
    codes.push(DIGITS[(group >>> 4) & 15]);
  }
  codes.push(DIGITS[group & 15]);
}
