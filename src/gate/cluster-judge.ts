import { CheckPreset } from './check-preset';
import { detached } from './detached';
import { FindingStore } from './finding-store';
import { checkOnly } from './known-checks';
import { checkOwnCheck, clusterCheckOf, ICheck } from './own-check';
import { CHECKS, strictly, Trial } from '../core/checks';
import { Finding, sortFindings } from '../core/findings';
import { JsonObject, Manifest } from '../core/manifests';
import { addressPlan, NetworkRanges } from '../values/network-ranges';
import { forgetPlaces, readDocuments, SourceText, toFinding } from '../yaml';

/** How to judge. */
export interface ClusterJudgeOptions {
  /** Check ids, categories, or `resource`. @default - every check */
  readonly only?: readonly string[];
  /** Checks of the user's own. @default - none */
  readonly checks?: readonly ICheck[];
  /** @default - every severity as the catalogue has it */
  readonly preset?: CheckPreset;
  /** @default - nothing is known of the ranges around the cluster */
  readonly plan?: NetworkRanges;
  /** What findings call the plan. @default plan */
  readonly planName?: string;
  /** Make warnings errors. @default false */
  readonly strict?: boolean;
  /** The objects that are in the cluster now. @default - nothing is known of them */
  readonly before?: readonly Manifest[];
  /** How many findings of each severity to keep. @default - all */
  readonly mostFindings?: number;
}

/** A text that is part of the input. */
export interface JudgedText {
  /** Its name, for places. @default - none */
  readonly file?: string;
  /** Makes of the text what stays after it was judged: see `FileText`. @default - the text stays */
  readonly source?: (text: string) => SourceText | undefined;
  /** Hears of the share of the text that was judged, from 0 to 1. */
  readonly progress?: (share: number) => void;
}

/** What was found. */
export interface Verdict {
  /** In their order. */
  readonly findings: Finding[];
  /** How many findings there are beyond those that are kept. */
  readonly leftOut: number;
}

/**
 * Judges texts and objects, one after the other, as the objects of one cluster.
 *
 * What a resource shows by itself is judged as soon as its document is read. Checks of the cluster come last and need the objects, but
 * not the texts; so whoever has many files gives each a source that outlives its text, and only objects and findings stay in memory.
 */
export class ClusterJudge {
  private readonly trial: Trial;
  private readonly store: FindingStore;
  private readonly kept: Manifest[] = [];

  /** @throws where `only` names no check */
  constructor(private readonly options: ClusterJudgeOptions) {
    const own = options.checks ?? [];
    own.forEach(checkOwnCheck);
    checkOnly(options.only, own.map(({ id }) => id));
    this.store = new FindingStore(options.mostFindings ?? Infinity);
    const checks = [...CHECKS, ...own.map((check) => clusterCheckOf(check))];
    this.trial = new Trial({ only: options.only, checks }, (severity) => this.store.wants(severity));
  }

  /** How many objects it has seen. */
  public get objects(): number {
    return this.kept.length;
  }

  /** How many of them are Calico's, those of its operator among them. */
  public get calicoObjects(): number {
    return this.kept.reduce((count, manifest) => count + (manifest.isCalico || manifest.group === 'operator.tigera.io' ? 1 : 0), 0);
  }

  /** Judges a text. What can't be read is reported whatever `only` asks for: nothing can be said of it otherwise. */
  public read(input: string | Uint8Array, { file, source, progress }: JudgedText = {}): void {
    let lasting = false;
    const makeSource = source && ((text: string) => {
      const made = source(text);
      lasting = made !== undefined;
      return made ?? text;
    });
    for (const { manifests, faults, share } of readDocuments(input, { file, source: makeSource })) {
      this.keep(faults.map(toFinding), lasting);
      this.judge(manifests, lasting);
      progress?.(share);
    }
    if (lasting) {
      forgetPlaces();
    }
  }

  /** Judges manifests that are read already. */
  public judge(manifests: readonly Manifest[], lasting = false): void {
    this.trial.judgeResources(manifests);
    this.takeFindings(lasting);
    for (const manifest of manifests) {
      this.kept.push(lasting ? new Manifest(detached(withoutBulk(manifest)), manifest.origin) : manifest);
    }
  }

  /** Judges the objects together, and gives all that was found. */
  public finish(): Verdict {
    const plan = this.options.plan && addressPlan(this.options.planName ?? 'plan', this.options.plan);
    const { before } = this.options;
    const cluster = { name: '', manifests: this.kept, ...(plan && { plan }), ...(before && { before }) };
    this.trial.judgeCluster(cluster);
    this.trial.judgeApp([cluster]);
    this.takeFindings(true);
    const { findings, leftOut } = this.store;
    return { findings: this.options.strict ? strictly(findings) : sortFindings(findings), leftOut };
  }

  private takeFindings(lasting: boolean): void {
    if (this.trial.findings.length > 0) {
      this.keep(this.trial.findings.splice(0), lasting);
    }
  }

  /** As severe as the preset says, before it is counted how many there are. */
  private keep(findings: readonly Finding[], lasting: boolean): void {
    const { preset } = this.options;
    this.store.add(preset ? findings.flatMap((finding) => preset._apply(finding) ?? []) : findings, lasting);
  }
}

/** No check asks for what is secret, or for the schemas of other people's kinds; both can be long. */
function withoutBulk({ object, kind }: Manifest): JsonObject {
  if (kind === 'Secret') {
    const { data, stringData, ...rest } = object;
    return rest;
  }
  return kind === 'CustomResourceDefinition' ? { ...object, spec: {} } : object;
}
