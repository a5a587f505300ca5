import { Duration } from 'cdk8s';
import { BpfConntrackTimeout } from '../values/bpf-conntrack-timeout';
import { goDuration } from '../values/go-duration';
import { withoutUndefined } from '../values/without-undefined';

/**
 * The time that a part of Felix has before it counts as dead.
 */
export interface HealthTimeoutOverride {
  /** The part, as Felix's log names it: letters, digits, spaces, `_` and `-`. */
  readonly name: string;

  /** The time; 0 for no limit. */
  readonly timeout: Duration;
}

/**
 * Times after which entries of the eBPF connection table end.
 */
export interface BpfConntrackTimeouts {
  /** A new entry stays for this time whatever happens. @default - Calico's: 10s */
  readonly creationGracePeriod?: BpfConntrackTimeout;

  /** Other protocols may be silent for this time. @default - Calico's: 10m */
  readonly genericTimeout?: BpfConntrackTimeout;

  /** ICMP may be silent for this time. @default - Calico's: 5s */
  readonly icmpTimeout?: BpfConntrackTimeout;

  /** An established TCP connection may be silent for this time. @default - Calico's: 1h */
  readonly tcpEstablished?: BpfConntrackTimeout;

  /** A TCP connection that both ends closed is kept for this time. @default - Calico's: BpfConntrackTimeout.AUTO */
  readonly tcpFinsSeen?: BpfConntrackTimeout;

  /** A TCP connection that was reset is kept for this time. @default - Calico's: 40s */
  readonly tcpResetSeen?: BpfConntrackTimeout;

  /** A TCP connection has to be answered in this time. @default - Calico's: 20s */
  readonly tcpSynSent?: BpfConntrackTimeout;

  /** UDP may be silent for this time. @default - Calico's: 60s */
  readonly udpTimeout?: BpfConntrackTimeout;
}

export function printTimeoutOverride({ name, timeout }: HealthTimeoutOverride, path: string): object {
  return { name, timeout: goDuration(timeout, `${path}: healthTimeoutOverrides, ${name}`) };
}

export function printConntrackTimeouts(timeouts: BpfConntrackTimeouts): object {
  return withoutUndefined({
    creationGracePeriod: timeouts.creationGracePeriod?.toString(),
    genericTimeout: timeouts.genericTimeout?.toString(),
    icmpTimeout: timeouts.icmpTimeout?.toString(),
    tcpEstablished: timeouts.tcpEstablished?.toString(),
    tcpFinsSeen: timeouts.tcpFinsSeen?.toString(),
    tcpResetSeen: timeouts.tcpResetSeen?.toString(),
    tcpSynSent: timeouts.tcpSynSent?.toString(),
    udpTimeout: timeouts.udpTimeout?.toString(),
  });
}
