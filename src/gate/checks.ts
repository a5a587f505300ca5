import { IConstruct } from 'constructs';
import { Acknowledgement } from './acknowledgement';
import { CheckPreset } from './check-preset';
import { ChecksOptions, JudgeOptions } from './checks-options';
import { Gate } from './gate';
import { judgeObjects, judgeYaml } from './judge-input';
import { ICheck } from './own-check';
import { Report } from './report';

/**
 * The checks of an app, or of manifests that come as text or objects: one judgement for all of them.
 */
export class Checks {
  /** The checks as a scope of an app sees them. */
  public static of(scope: IConstruct): Checks {
    return new Checks(scope);
  }

  /**
   * Makes an app fail on errors that holds no construct of this library, but plain API objects, Include or Helm. Creating any construct of
   * this library does the same.
   */
  public static enable(scope: IConstruct, options: ChecksOptions = {}): Checks {
    const gate = Gate.of(scope);
    gate.arm();
    if (options.strict) {
      gate.makeStrict();
    }
    return new Checks(scope);
  }

  /**
   * Judges the documents of a YAML or JSON text as the objects of one cluster. What can't be read is a finding too.
   *
   * @throws where `only` names no check
   */
  public static ofYaml(text: string, options: JudgeOptions = {}): Report {
    return judgeYaml(text, options);
  }

  /**
   * Judges manifests, each a plain object, as the objects of one cluster.
   *
   * @throws where `only` names no check
   */
  public static ofManifests(objects: any[], options: JudgeOptions = {}): Report {
    return judgeObjects(objects, options);
  }

  private constructor(private readonly scope: IConstruct) {}

  /**
   * Accepts the findings of one check below the scope: they count no more, and stand in the report with the reason.
   *
   * @throws where there is no such check, the reason is empty, or the cluster would refuse the object whatever the reason
   */
  public acknowledge(acknowledgement: Acknowledgement): void {
    Gate.of(this.scope).acknowledge(this.scope, acknowledgement);
  }

  /**
   * Runs a check of your own, besides this library's, over the objects below the scope. It arms the gate.
   *
   * @throws where its id is not in a category of its own, or is taken
   */
  public add(check: ICheck): void {
    Gate.of(this.scope).addCheck(this.scope, check);
    Gate.of(this.scope).arm();
  }

  /**
   * Says which checks report below the scope, and how severely. For a finding the preset of the closest scope counts, as a whole; one that is
   * used later at the same scope takes the place of the earlier.
   */
  public usePreset(preset: CheckPreset): void {
    Gate.of(this.scope).usePreset(this.scope, preset);
  }

  /** Judges the whole app as it is now. */
  public report(): Report {
    return Gate.of(this.scope).report();
  }
}
