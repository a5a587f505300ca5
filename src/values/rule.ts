import { HttpMatch } from './http-match';
import { IcmpMatch } from './icmp-match';
import { IpVersion } from './ip-version';
import { Peer } from './peer';
import { Protocol } from './protocol';
import { withoutUndefined } from './without-undefined';

/**
 * What a rule matches. Every part that is given has to match; a rule without any matches all traffic.
 */
export interface RuleProps {
  /** The protocol. @default - every protocol */
  readonly protocol?: Protocol;

  /** A protocol that doesn't match. @default - none */
  readonly notProtocol?: Protocol;

  /** ICMP messages; needs `protocol` ICMP or ICMPv6. @default - every message */
  readonly icmp?: IcmpMatch;

  /** ICMP messages that don't match; needs `protocol` ICMP or ICMPv6. @default - none */
  readonly notIcmp?: IcmpMatch;

  /** Only this IP version. @default - both */
  readonly ipVersion?: IpVersion;

  /** Where the traffic comes from. @default - anywhere */
  readonly source?: Peer;

  /** Where the traffic goes to. @default - anywhere */
  readonly destination?: Peer;

  /** HTTP requests; Allow rules of ingress only. @default - not looked at */
  readonly http?: HttpMatch;

  /** Annotations that Calico keeps with the rule, shown in logs and generated data. @default - none */
  readonly annotations?: { readonly [key: string]: string };
}

/**
 * One rule of a policy: the first that matches decides, so their order matters.
 *
 * @see https://docs.tigera.io/calico/latest/reference/resources/networkpolicy#rule
 */
export class Rule {
  /** Lets the traffic through. */
  public static allow(props: RuleProps = {}): Rule {
    return new Rule('Allow', props);
  }

  /** Drops the traffic. */
  public static deny(props: RuleProps = {}): Rule {
    return new Rule('Deny', props);
  }

  /** Writes a log line and goes on with the next rule. */
  public static log(props: RuleProps = {}): Rule {
    return new Rule('Log', props);
  }

  /** Skips the rest of the tier: the next tier, or at the end the profiles, decide. */
  public static pass(props: RuleProps = {}): Rule {
    return new Rule('Pass', props);
  }

  private constructor(
    /** `Allow`, `Deny`, `Log` or `Pass`. */
    public readonly action: string,
    private readonly props: RuleProps,
  ) {}

  /** @internal */
  public _toManifest(): any {
    const { protocol, notProtocol, icmp, notIcmp, ipVersion, source, destination, http, annotations } = this.props;
    return withoutUndefined({
      action: this.action,
      ipVersion,
      protocol: protocol?._toManifest(),
      notProtocol: notProtocol?._toManifest(),
      icmp: icmp?._toManifest(),
      notICMP: notIcmp?._toManifest(),
      source: source?._toManifest(),
      destination: destination?._toManifest(),
      http,
      metadata: annotations && { annotations },
    });
  }
}
