import { readFileSync } from 'node:fs';
import { ClusterJudge } from './cluster-judge';
import { FileText } from './file-text';
import { planOf } from './plan-file';
import { violationsOf } from './validation-violations';
import { countFindings } from '../core/findings';
import { isObject } from '../core/manifests';

/**
 * Properties of a `CalicoValidation`: what `properties` in cdk8s.yaml holds.
 */
export interface CalicoValidationProps {
  /**
   * Run only these: check ids (`cidr/pools-overlap`), categories (`selector`), or `resource` for everything that one resource shows by
   * itself.
   *
   * @default - every check
   */
  readonly only?: string[];

  /**
   * The ranges around the cluster: the path of a plan file, from the folder of cdk8s.yaml, or what such a file holds, as in
   * `onPremises: [192.168.100.0/22]`.
   *
   * @default - nothing is known of them
   */
  readonly plan?: any;

  /** Make warnings errors. @default false */
  readonly strict?: boolean;
}

/** What cdk8s-cli hands to a plugin (its `src/plugins/validation.ts`), as far as it is used: it isn't needed at run time. */
interface ValidationContext {
  readonly manifests: readonly string[];
  readonly report: {
    addViolation(violation: object): void;
    submit(status: 'success' | 'failure', metadata: { readonly [key: string]: string }): void;
  };
}

/**
 * The checks as a validation plugin of cdk8s-cli: `cdk8s synth --validate` judges the manifests of any app, also one that doesn't use this
 * library, as the objects of one cluster. Name it under `validations` in cdk8s.yaml.
 *
 * It runs after the manifests are written. An app that uses this library is judged before that, and needs no plugin.
 */
export class CalicoValidation {
  private readonly properties: CalicoValidationProps;

  /** @throws where a property isn't known, or can't be what is given */
  constructor(props: CalicoValidationProps = {}) {
    checkProperties(props);
    this.properties = props;
  }

  /**
   * Judges the manifests of an app: what cdk8s-cli calls.
   *
   * @param context the context that cdk8s-cli gives to plugins
   * @throws where a manifest or the plan can't be read
   */
  public validate(context: any): void {
    const { manifests, report } = context as ValidationContext;
    const { plan, only, strict } = this.properties;
    const judge = new ClusterJudge({ only, strict, ...planOf(plan) });
    for (const file of manifests) {
      const bytes = readFileSync(file);
      let kept: FileText | undefined;
      judge.read(bytes, { file, source: (text) => (kept = FileText.of(file, bytes, text)) });
      kept?.drop();
    }
    const { findings } = judge.finish();
    violationsOf(findings).forEach((violation) => report.addViolation(violation));
    const { errors, warnings, advice } = countFindings(findings);
    report.submit(errors > 0 ? 'failure' : 'success', { Errors: String(errors), Warnings: String(warnings), Advice: String(advice) });
  }
}

/** They come from a file that nothing has checked yet. */
function checkProperties(props: unknown): void {
  const known: { readonly [name: string]: (value: unknown) => boolean } = {
    only: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
    plan: (value) => typeof value === 'string' || isObject(value),
    strict: (value) => typeof value === 'boolean',
  };
  const expected = { only: 'a list of checks or categories', plan: 'a path or an object of ranges', strict: 'true or false' };
  for (const [name, value] of Object.entries(isObject(props) ? props : {})) {
    if (!Object.hasOwn(known, name)) {
      throw new Error(`CalicoValidation: there is no property ${JSON.stringify(name)}; there are ${Object.keys(known).join(', ')}`);
    }
    if (value !== undefined && value !== null && !known[name](value)) {
      throw new Error(`CalicoValidation: ${name} is ${expected[name as keyof typeof expected]}, not ${JSON.stringify(value)}`);
    }
  }
}
