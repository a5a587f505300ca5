import { Duration } from 'cdk8s';
import { goDuration } from './go-duration';

/**
 * A time after which entries of the eBPF connection table end: a duration, or the one that the kernel uses for its own table.
 */
export class BpfConntrackTimeout {
  /** The kernel's own time, read from its settings. */
  public static readonly AUTO = new BpfConntrackTimeout('Auto');

  /**
   * A duration.
   *
   * @throws where the duration is no whole number of milliseconds
   */
  public static of(duration: Duration): BpfConntrackTimeout {
    return new BpfConntrackTimeout(goDuration(duration, 'BpfConntrackTimeout.of'));
  }

  private constructor(private readonly text: string) {}

  /** The time as the manifest has it: `90s`, or `Auto`. */
  public toString(): string {
    return this.text;
  }
}
