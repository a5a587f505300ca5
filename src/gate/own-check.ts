import { CheckContext } from './check-context';
import { isOurs } from './check-preset';
import { CheckSeverity } from './check-severity';
import { ClusterCheck, Rule } from '../core/checks';
import { Severity } from '../core/findings';

/**
 * A check of your own: it sees what this library's checks see, and its findings stand in the same report, are acknowledged the same way, and
 * follow the same presets.
 */
export interface ICheck {
  /**
   * `category/name`, both in kebab-case, the category none of this library's: `acme/owner-label`. It doesn't change once people use it. In Python
   * it is a `@property`, as are all others: jsii doesn't see attributes.
   */
  readonly id: string;

  /** ERROR, WARNING or ADVICE. */
  readonly severity: CheckSeverity;

  /** What it finds, in one sentence. */
  readonly summary: string;

  /** Where its findings are explained: an address, or a path in your repository. @default - the summary is all there is */
  readonly docs?: string;

  /**
   * Looks at the objects of a cluster, and reports what it finds. If it throws, that is an error on the report (`gate/check-crashed`), and the
   * other checks go on.
   */
  run(context: CheckContext): void;
}

const ID = /^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/;

/** @throws where the id is not in a namespace of its own, or the severity is none */
export function checkOwnCheck({ id, severity }: ICheck): void {
  // jsii calls properties of another language by what its class says, so that an attribute of a Python object isn't there.
  if (id === undefined) {
    throw new Error('a check has no id; in Python its id, severity, summary and docs are methods with @property, not attributes');
  }
  if (!ID.test(id)) {
    throw new Error(`the id of a check is category/name, both in kebab-case, such as acme/owner-label; got ${JSON.stringify(id)}`);
  }
  if (isOurs(id)) {
    throw new Error(`${id}: the category ${id.slice(0, id.indexOf('/'))} is this library's; take one of your own, such as the name of your organisation`);
  }
  if (severity === CheckSeverity.OFF) {
    throw new Error(`${id}: a check is made with the severity ERROR, WARNING or ADVICE; to turn it off, use a preset`);
  }
}

/** A check of a user as one that the judge runs. @param scope path that its findings are below. */
export function clusterCheckOf(check: ICheck, scope = ''): ClusterCheck {
  const rule: Rule = {
    id: check.id,
    severity: check.severity as string as Severity,
    summary: check.summary,
    refusedByCluster: false,
    docs: check.docs ?? '',
  };
  return { ...rule, sees: 'cluster', run: (cluster, report) => check.run(new CheckContext(cluster, scope, report)) };
}
