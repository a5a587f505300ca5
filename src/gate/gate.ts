import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { Acknowledgement } from './acknowledgement';
import { AcknowledgementRecord, applyAcknowledgements, checkAcknowledgement } from './acknowledgements';
import { CheckPreset } from './check-preset';
import { clustersOf, ExpectationSource, PlanSource } from './clusters-of';
import { checkOwnCheck, clusterCheckOf, ICheck } from './own-check';
import { applyPresets } from './presets';
import { Report } from './report';
import { sameCollected } from './same-collected';
import { Check, CHECKS, judge, strictly } from '../core/checks';
import { renderText, sortFindings } from '../core/findings';
import { Cluster, Expectation } from '../core/manifests';
import { Collected, collectManifests } from '../rendering/collect-manifests';

/** Shared by all copies of the library in one process, so that an app has one gate. */
const GATE = Symbol.for('cdk8s-calico.Gate');

/** What is known while cdk8s writes one set of manifests. */
interface Synthesis {
  report?: Report;
  /** The judged rendering of each object: what is written is what was judged, even where a Lazy value changes its mind. */
  readonly rendered: Map<ApiObject, unknown>;
}

interface Judged {
  readonly collected: Collected;
  /** Counts what the findings depend on besides the objects: plans, expectations, acknowledgements and settings. */
  readonly revision: number;
  readonly report: Report;
}

/**
 * Stands between an app and its manifests: cdk8s validates every construct before it writes, and again for each chart. The gate is
 * a validation of the root, so an error there stops every way of synthesising (`synth`, `synthYaml`, `Testing.synth`, `Chart.toJson`).
 * See docs/design/0003-gate.md for why `synth` and `synthYaml` of the app are wrapped as well.
 */
export class Gate {
  /** The gate of the app that holds the scope, made on first use. */
  public static of(scope: IConstruct): Gate {
    const root = scope.node.root as IConstruct & { [GATE]?: Gate };
    if (root[GATE] === undefined) {
      Object.defineProperty(root, GATE, { value: new Gate(root) });
    }
    return root[GATE]!;
  }

  private readonly plans = new Map<IConstruct, PlanSource>();
  private readonly expectations: ExpectationSource[] = [];
  private readonly acknowledgements: AcknowledgementRecord[] = [];
  /** By id. */
  private readonly ownChecks = new Map<string, Check>();
  /** By the paths of their scopes. */
  private readonly presets = new Map<string, CheckPreset>();
  private readonly shown = new Set<string>();
  private strict = false;
  private armed = false;
  private revision = 0;
  private synthesis?: Synthesis;
  private last?: Judged;

  /** `toJson` of all objects, once they were judged in a synthesis: one function for all of them. */
  private readonly toJudgedJson: () => any;
  /** Objects whose `toJson` was somebody's own function already. */
  private readonly ownRenderings = new Map<ApiObject, () => any>();

  private constructor(private readonly root: IConstruct) {
    const gate = this;
    this.toJudgedJson = function (this: ApiObject) {
      const judged = gate.synthesis?.rendered;
      return judged?.has(this) ? judged.get(this) : (gate.ownRenderings.get(this) ?? Object.getPrototypeOf(this).toJson).call(this);
    };
  }

  /** Makes the app fail on errors. Doing it again changes nothing. */
  public arm(): void {
    if (this.armed) {
      return;
    }
    this.armed = true;
    this.root.node.addValidation({ validate: () => this.validate() });
    this.wrap('synth');
    this.wrap('synthYaml');
  }

  /** Makes warnings errors. */
  public makeStrict(): void {
    this.strict = true;
    this.revision++;
  }

  /** Declares what surrounds the scope that holds the plan. */
  public addPlan(plan: PlanSource): void {
    const other = this.plans.get(plan.scope);
    if (other !== undefined) {
      throw new Error(`${plan.path}: ${plan.scope.node.path || 'the app'} has a NetworkPlan already (${other.path}): `
        + 'add the ranges to that one with addRange, or create this plan in the scope of another cluster');
    }
    this.plans.set(plan.scope, plan);
    this.revision++;
  }

  /** Tells that a plan changed. */
  public planChanged(): void {
    this.revision++;
  }

  /** Adds a check of the user's own for what is below a scope. */
  public addCheck(scope: IConstruct, check: ICheck): void {
    checkOwnCheck(check);
    if (this.ownChecks.has(check.id)) {
      throw new Error(`${scope.node.path || 'the app'}: there is a check ${check.id} already; add it once, at a scope that holds all that it is for`);
    }
    this.ownChecks.set(check.id, clusterCheckOf(check, scope.node.path));
    this.revision++;
  }

  /** Makes findings below a scope as severe as the preset says. */
  public usePreset(scope: IConstruct, preset: CheckPreset): void {
    this.presets.set(scope.node.path, preset);
    this.revision++;
  }

  /** Declares what the policies of the construct's cluster are to do. */
  public addExpectation(construct: IConstruct, expectation: Expectation): void {
    this.expectations.push({ construct, expectation });
    this.revision++;
  }

  /** Accepts findings of one check below a scope. */
  public acknowledge(scope: IConstruct, acknowledgement: Acknowledgement): void {
    checkAcknowledgement(scope, acknowledgement, this.ownChecks);
    this.acknowledgements.push({ path: scope.node.path, ...acknowledgement });
    this.revision++;
  }

  /** Manifests of the cluster that the construct belongs to, as they are now. What can't be rendered is left out. */
  public manifestsAround(construct: IConstruct) {
    const clusters = clustersOf(collectManifests(this.root), this.plans);
    return clusters.find((cluster) => cluster.plan?.name === construct.node.path)?.manifests ?? [];
  }

  /** The cluster that the objects below a construct go to, as it is now. What can't be rendered is left out. */
  public clusterOf(construct: IConstruct): Cluster {
    const prefix = `${construct.node.path}/`;
    const clusters = clustersOf(collectManifests(this.root), this.plans);
    return clusters.find(({ manifests }) => manifests.some(({ origin: { path = '' } }) => path.startsWith(prefix))) ?? { name: '', manifests: [] };
  }

  /** Judges the app as it is now; the work is done once for the same objects. */
  public report(): Report {
    if (this.synthesis?.report) {
      return this.synthesis.report;
    }
    const collected = collectManifests(this.root);
    const known = this.last;
    const report = known && known.revision === this.revision && sameCollected(known.collected, collected)
      ? known.report
      : this.judge(collected);
    if (this.synthesis) {
      this.synthesis.report = report;
      this.keepRendered(collected, this.synthesis);
    } else {
      this.last = { collected, revision: this.revision, report };
    }
    return report;
  }

  private judge(collected: Collected): Report {
    const clusters = clustersOf(collected, this.plans, this.expectations);
    const findings = [...collected.faults, ...judge({ clusters, checks: [...CHECKS, ...this.ownChecks.values()] })];
    const { remaining, acknowledged } = applyAcknowledgements(findings, this.acknowledgements);
    const counted = applyPresets(remaining, this.presets);
    return new Report(this.strict ? strictly(counted) : sortFindings(counted), acknowledged);
  }

  private validate(): string[] {
    const report = this.report();
    if (report.hasErrors) {
      return [`the Calico checks refuse this app:\n\n${renderText(report.findings, { closing: 'Nothing was written.' })}`];
    }
    this.show(report);
    return [];
  }

  /** Warnings go to standard error, each one once. */
  private show(report: Report): void {
    const unseen = report.findings.filter((finding) => !this.shown.has(JSON.stringify(finding)));
    if (unseen.length > 0) {
      unseen.forEach((finding) => this.shown.add(JSON.stringify(finding)));
      process.stderr.write(`${renderText(unseen)}\n`);
    }
  }

  private wrap(method: 'synth' | 'synthYaml'): void {
    const app = this.root as unknown as Record<string, unknown>;
    const original = app[method];
    if (typeof original !== 'function') {
      return;
    }
    Object.defineProperty(app, method, {
      configurable: true,
      writable: true,
      value: (...args: unknown[]) => {
        if (this.synthesis) {
          return original.apply(app, args);
        }
        this.synthesis = { rendered: new Map() };
        try {
          return original.apply(app, args);
        } finally {
          this.synthesis = undefined;
        }
      },
    });
  }

  private keepRendered(collected: Collected, synthesis: Synthesis): void {
    for (const { construct, rendered } of collected.objects) {
      synthesis.rendered.set(construct, rendered);
      if (construct.toJson !== this.toJudgedJson) {
        this.makeRenderJudged(construct);
      }
    }
  }

  /** From now on the object renders, during a synthesis, as it was judged in it. */
  private makeRenderJudged(construct: ApiObject): void {
    if (Object.hasOwn(construct, 'toJson')) {
      this.ownRenderings.set(construct, construct.toJson);
    }
    Object.defineProperty(construct, 'toJson', { configurable: true, writable: true, value: this.toJudgedJson });
  }
}
