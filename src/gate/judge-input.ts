import { JudgeOptions } from './checks-options';
import { ClusterJudge } from './cluster-judge';
import { Report } from './report';
import { expandLists, isObject, Manifest } from '../core/manifests';

/** Judges a text. */
export function judgeYaml(text: string, options: JudgeOptions): Report {
  const judge = open(options, 'Checks.ofYaml');
  judge.read(text);
  return new Report(judge.finish().findings);
}

/** Judges plain objects. */
export function judgeObjects(objects: readonly unknown[], options: JudgeOptions): Report {
  const judge = open(options, 'Checks.ofManifests');
  objects.forEach((object, index) => judge.judge(manifestsOf(object, `Checks.ofManifests: item ${index}`)));
  return new Report(judge.finish().findings);
}

function open({ before, ...options }: JudgeOptions, caller: string): ClusterJudge {
  return new ClusterJudge({
    ...options,
    ...(before && { before: before.flatMap((object: unknown, index) => manifestsOf(object, `${caller}: before: item ${index}`)) }),
  });
}

function manifestsOf(object: unknown, name: string): Manifest[] {
  if (!isObject(object)) {
    throw new Error(`${name} is ${object === null ? 'null' : typeof object}, not an object: `
      + 'give manifests as plain objects, and text to Checks.ofYaml');
  }
  return expandLists(new Manifest(object));
}
