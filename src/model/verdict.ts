import { endTitle, Explained, explain, Packet, packetTitle, PolicyModel, printWalk, TraceStation } from '../core/policy';

/**
 * Whether a flow is allowed, and why.
 */
export class Verdict {
  /** Whether the connection is let through, at both ends. Where that isn't certain: as far as is known. */
  public readonly allowed: boolean;

  /** False where the verdict rests on something that the manifests don't say, and that could change it: see `openQuestions`. */
  public readonly certain: boolean;

  private explained: Explained | undefined;

  /** @internal */
  constructor(private readonly model: any, private readonly packet: any, allowed: boolean, certain: boolean) {
    this.allowed = allowed;
    this.certain = certain;
  }

  /** The way of the packet: egress at the source, then ingress at the destination, each tier by tier, up to where it is denied. */
  public get trace(): TraceStation[] {
    return [...this.explain().stations];
  }

  /** What decided, on one line: the last of the trace. */
  public get by(): string {
    const { stations, decision } = this.explain();
    return decision.barrier ?? stations.at(-1)?.by ?? 'no policy of the model applies to either end';
  }

  /** What isn't known and could change the verdict, as sentences. Empty where it is certain. */
  public get openQuestions(): string[] {
    return this.certain ? [] : [...this.explain().open];
  }

  /** The walk as people read it. Whatever comes from a manifest is escaped. */
  public toText(): string {
    const packet = this.packet as Packet;
    const { stations, decision } = this.explain();
    return printWalk({
      title: `${this.allowed ? 'allowed' : 'denied'}  ${endTitle(packet.source)} -> ${endTitle(packet.destination)}  ${packetTitle(packet)}`,
      stations,
      barrier: decision.barrier,
      open: this.openQuestions,
    });
  }

  private explain(): Explained {
    this.explained ??= explain(this.model as PolicyModel, this.packet as Packet);
    return this.explained;
  }
}
