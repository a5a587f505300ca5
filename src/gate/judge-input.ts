import { JudgeOptions } from './checks-options';
import { Report } from './report';
import { ALL_RULES, judge, strictly } from '../core/checks';
import { Finding, sortFindings } from '../core/findings';
import { expandLists, isObject, Manifest } from '../core/manifests';
import { addressPlan } from '../values/network-ranges';
import { readManifests, toFinding } from '../yaml';

/** Judges a text. What can't be read is reported whatever `only` asks for: nothing can be said of it otherwise. */
export function judgeYaml(text: string, options: JudgeOptions): Report {
  const { manifests, faults } = readManifests(text);
  return judgeManifests(manifests, faults.map(toFinding), options);
}

/** Judges plain objects. */
export function judgeObjects(objects: readonly unknown[], options: JudgeOptions): Report {
  const manifests = objects.flatMap((object, index) => {
    if (!isObject(object)) {
      throw new Error(`Checks.ofManifests: item ${index} is ${object === null ? 'null' : typeof object}, not an object: `
        + 'give manifests as plain objects, and text to Checks.ofYaml');
    }
    return expandLists(new Manifest(object));
  });
  return judgeManifests(manifests, [], options);
}

function judgeManifests(manifests: readonly Manifest[], unread: readonly Finding[], options: JudgeOptions): Report {
  checkOnly(options.only);
  const plan = options.plan && addressPlan('plan', options.plan);
  const findings = sortFindings([
    ...unread,
    ...judge({ clusters: [{ name: '', manifests, ...(plan && { plan }) }], only: options.only }),
  ]);
  return new Report(options.strict ? strictly(findings) : findings);
}

/** @throws where a text names neither a check, nor a category, nor `resource` */
function checkOnly(only: readonly string[] | undefined): void {
  const categories = new Set(ALL_RULES.map(({ id }) => id.slice(0, id.indexOf('/'))));
  const known = new Set([...ALL_RULES.map(({ id }) => id), ...categories, 'resource']);
  for (const text of only ?? []) {
    if (!known.has(text)) {
      throw new Error(`only: there is no check or category ${JSON.stringify(text)}; categories are ${[...categories].join(', ')}, `
        + 'the ids of checks are in docs/checks/README.md');
    }
  }
}
