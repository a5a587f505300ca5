import { readFileSync } from 'node:fs';
import { parseCidr, Prefix } from '../core/cidr';
import { escapeForDisplay, FieldPath, printFieldPath, placeText, TextPlace } from '../core/findings';
import { isObject, JsonObject } from '../core/manifests';
import { Cidr } from '../values/cidr';
import { linkMtuFault } from '../values/link-mtu';
import { NetworkRanges } from '../values/network-ranges';
import { Underlay } from '../values/underlay';
import { UnderlayTraffic } from '../values/underlay-traffic';
import { readData } from '../yaml';

const LISTS = ['nodes', 'services', 'vpc', 'vpn', 'onPremises'] as const;
const NAMED_LISTS = ['otherClusters', 'further'] as const;
const KEYS = [...LISTS, ...NAMED_LISTS, 'nodeNames', 'underlay'];

/** Nobody mends more at a time. */
const PROBLEMS_SHOWN = 20;

type Problem = { readonly field: FieldPath; readonly text: string };

/** Reads the ranges of a plan from YAML or JSON. @throws with every problem and its place where it is no plan */
export function readPlan(input: string | Uint8Array, file: string): NetworkRanges {
  const { documents, faults } = readData(input, file);
  if (faults.length > 0) {
    throw planError(file, faults.map(({ place, what, fix }) => `${placeText(place)}  ${what}; ${fix}`));
  }
  if (documents.length !== 1) {
    throw planError(file, [documents.length === 0 ? `it is empty: give at least one of ${KEYS.join(', ')}` : 'it holds more than one document']);
  }
  return rangesOf(documents[0].value, file, documents[0].locate);
}

/** The plan that a path, or plain data, stands for, with its name. @throws where it is none, or can't be read */
export function planOf(plan: unknown): { readonly plan?: NetworkRanges; readonly planName?: string } {
  if (plan === undefined || plan === null) {
    return {};
  }
  return typeof plan === 'string' ? { plan: readPlan(readFileSync(plan), plan), planName: plan } : { plan: rangesOf(plan, 'the plan') };
}

/**
 * The ranges of a plan as plain data: texts in lists.
 *
 * @param data as a plan file holds it
 * @param name that an error uses
 * @param locate where a field stands
 * @throws with every problem where it is no plan
 */
export function rangesOf(data: unknown, name: string, locate?: (field: FieldPath) => TextPlace): NetworkRanges {
  const problems: Problem[] = [];
  const ranges = isObject(data) ? takeRanges(data, problems) : {};
  if (!isObject(data)) {
    problems.push({ field: [], text: `a plan is an object with lists of ranges: ${KEYS.join(', ')}` });
  }
  if (problems.length > 0) {
    throw planError(name, problems.map(({ field, text }) =>
      [locate && placeText(locate(field)), [printFieldPath(field), text].filter((part) => part !== '').join(': ')].filter(Boolean).join('  ')));
  }
  return ranges;
}

function takeRanges(data: JsonObject, problems: Problem[]): NetworkRanges {
  const ranges: { [key: string]: unknown } = {};
  for (const [key, value] of Object.entries(data)) {
    if (value === null) {
      continue;
    }
    if ((LISTS as readonly string[]).includes(key)) {
      ranges[key] = takeCidrs(value, [key], problems);
    } else if ((NAMED_LISTS as readonly string[]).includes(key)) {
      ranges[key] = takeNamed(value, key, problems);
    } else if (key === 'nodeNames') {
      ranges[key] = takeTexts(value, [key], 'node names', problems);
    } else if (key === 'underlay') {
      ranges[key] = takeUnderlay(value, problems);
    } else {
      problems.push({ field: [key], text: `a plan has no such key: ${meant(key) ?? `it has ${KEYS.join(', ')}`}` });
    }
  }
  return ranges;
}

function meant(key: string): string | undefined {
  const plain = key.toLowerCase().replace(/[-_ ]/g, '');
  const found = KEYS.find((known) => [plain, `${plain}s`].includes(known.toLowerCase()));
  return found && `write ${found}`;
}

function takeNamed(value: unknown, key: string, problems: Problem[]): { [name: string]: Cidr[] } {
  if (!isObject(value)) {
    problems.push({ field: [key], text: 'give an object of names, each with a list of ranges' });
    return {};
  }
  return Object.fromEntries(Object.entries(value).map(([name, cidrs]) => [name, takeCidrs(cidrs, [key, name], problems)]));
}

function takeCidrs(value: unknown, field: FieldPath, problems: Problem[]): Cidr[] {
  return takeTexts(value, field, 'ranges', problems).flatMap((text, index) => {
    const parsed = parseCidr(text);
    if (parsed instanceof Prefix) {
      return [Cidr.parse(text)];
    }
    problems.push({ field: [...field, index], text: `${parsed.what}; ${parsed.fix}` });
    return [];
  });
}

function takeUnderlay(value: unknown, problems: Problem[]): Underlay {
  const { allows, routesPods = false, linkMtu, ...others } = isObject(value) ? value : {};
  const [wrong] = Object.keys(others);
  if (allows === undefined || wrong !== undefined || typeof routesPods !== 'boolean') {
    const text = 'give an object with allows, a list of traffic, and if you like routesPods, true or false, and linkMtu, a number of bytes';
    problems.push({ field: wrong === undefined ? ['underlay'] : ['underlay', wrong], text });
    return { allows: [] };
  }
  const fault = linkMtu === undefined ? undefined : linkMtuFault(linkMtu);
  if (fault !== undefined) {
    problems.push({ field: ['underlay', 'linkMtu'], text: fault });
  }
  const field = ['underlay', 'allows'];
  const traffic = takeTexts(allows, field, 'traffic', problems).flatMap((text, index) => {
    try {
      return [UnderlayTraffic.parse(text)];
    } catch (error) {
      problems.push({ field: [...field, index], text: (error as Error).message });
      return [];
    }
  });
  return { allows: traffic, routesPods, ...(typeof linkMtu === 'number' && { linkMtu }) };
}

/** Where one item is no text none is given, so that indexes stay true. */
function takeTexts(value: unknown, field: FieldPath, noun: string, problems: Problem[]): string[] {
  if (!Array.isArray(value)) {
    problems.push({ field, text: `give a list of ${noun}${typeof value === 'string' ? `: [${value}]` : ''}` });
    return [];
  }
  const wrong = value.findIndex((item) => typeof item !== 'string');
  if (wrong >= 0) {
    problems.push({ field: [...field, wrong], text: `give ${noun} as text` });
    return [];
  }
  return value as string[];
}

function planError(name: string, problems: readonly string[]): Error {
  const shown = problems.slice(0, PROBLEMS_SHOWN).map((problem) => `\n  ${escapeForDisplay(problem)}`);
  const more = problems.length - shown.length;
  return new Error(`${escapeForDisplay(name)} can't be used as a plan:${shown.join('')}${more > 0 ? `\n  and ${more} more` : ''}`);
}
