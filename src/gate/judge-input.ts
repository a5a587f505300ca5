import { JudgeOptions } from './checks-options';
import { ClusterJudge } from './cluster-judge';
import { Report } from './report';
import { expandLists, isObject, Manifest } from '../core/manifests';

/** Judges a text. */
export function judgeYaml(text: string, options: JudgeOptions): Report {
  const judge = new ClusterJudge(options);
  judge.read(text);
  return new Report(judge.finish().findings);
}

/** Judges plain objects. */
export function judgeObjects(objects: readonly unknown[], options: JudgeOptions): Report {
  const judge = new ClusterJudge(options);
  objects.forEach((object, index) => {
    if (!isObject(object)) {
      throw new Error(`Checks.ofManifests: item ${index} is ${object === null ? 'null' : typeof object}, not an object: `
        + 'give manifests as plain objects, and text to Checks.ofYaml');
    }
    judge.judge(expandLists(new Manifest(object)));
  });
  return new Report(judge.finish().findings);
}
