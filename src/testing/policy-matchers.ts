import type { ClusterModel } from '../model/cluster-model';
import type { Flow } from '../model/flow';
import type { Verdict } from '../model/verdict';

/** What a matcher answers. */
export interface MatcherResult {
  readonly pass: boolean;
  /** Why the assertion fails: the whole walk of the flow. */
  readonly message: () => string;
}

/** What the matchers add to `expect(model)`. To declare them to a test runner, let its interface of matchers extend this one. */
export interface PolicyMatchers<R> {
  /** Passes where the cluster's policies allow the flow, for certain. */
  toAllow(flow: Flow): R;

  /** Passes where the cluster's policies deny the flow, for certain. */
  toDeny(flow: Flow): R;
}

/** Matchers for `expect.extend`: plain functions, without a test runner. */
export const policyMatchers = {
  toAllow(this: unknown, model: ClusterModel, flow: Flow): MatcherResult {
    return judge('toAllow', verdictOf('toAllow', model, flow), isNegated(this));
  },

  toDeny(this: unknown, model: ClusterModel, flow: Flow): MatcherResult {
    return judge('toDeny', verdictOf('toDeny', model, flow), isNegated(this));
  },
};

/** Jest and Vitest hand over as `this` what they know of the assertion: also whether `not` stands before the matcher. */
function isNegated(context: unknown): boolean {
  return (context as { readonly isNot?: boolean } | undefined)?.isNot === true;
}

/** The model may come from another copy of this package, so it is known by what it can do. */
function verdictOf(matcher: string, model: ClusterModel, flow: Flow): Verdict {
  if (typeof (model as Partial<ClusterModel> | null | undefined)?.verdict !== 'function') {
    throw new Error(`${matcher}: expect(…) holds no ClusterModel; make one with ClusterModel.ofApp or ClusterModel.ofManifests`);
  }
  return model.verdict(flow);
}

/** A verdict that isn't certain proves nothing, so it fails every assertion, also one with `not`. */
function judge(matcher: string, verdict: Verdict, isNot: boolean): MatcherResult {
  const wanted = (matcher === 'toAllow') !== isNot ? 'allowed' : 'denied';
  const is = verdict.allowed ? 'allowed' : 'denied';
  const what = verdict.certain
    ? `the flow is to be ${wanted}, and is ${is}`
    : `the flow is to be ${wanted}, and whether it is can't be said for certain: the open questions are at the end`;
  return {
    pass: verdict.certain ? verdict.allowed === (matcher === 'toAllow') : isNot,
    message: () => `${isNot ? 'not.' : ''}${matcher}: ${what}\n\n${verdict.toText()}`,
  };
}
