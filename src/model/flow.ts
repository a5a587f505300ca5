import { FlowEnd } from '../values/flow-end';
import { IpVersion } from '../values/ip-version';

/**
 * A connection that a source opens to a destination. What isn't given isn't known: a rule that asks for it is then open, and the verdict
 * may not be certain.
 */
export interface Flow {
  /** Where it comes from. */
  readonly source: FlowEnd;

  /** Where it goes to. */
  readonly destination: FlowEnd;

  /** Protocol, by name in any case (`TCP`, `UDP`, `SCTP`, `ICMP`, `ICMPv6`, `UDPLite`) or by number as text (`47`). @default TCP */
  readonly protocol?: string;

  /** Port at the destination, from 1 to 65535. @default - not known, or the protocol has none */
  readonly destinationPort?: number;

  /** Port at the source, from 1 to 65535. @default - not known, or the protocol has none */
  readonly sourcePort?: number;

  /** ICMP type, from 0 to 255. @default - not known, or the protocol has none */
  readonly icmpType?: number;

  /** ICMP code, from 0 to 255. @default - not known, or the protocol has none */
  readonly icmpCode?: number;

  /** Version of the Internet Protocol. @default - that of an address or of ICMP; otherwise one that both ends have, IPv4 if both have both */
  readonly ipVersion?: IpVersion;

  /**
   * HTTP method of a request, such as `GET`: with it the verdict is that of the request, where application layer policy is on.
   *
   * @default - the verdict is that of the connection, as Felix gives it: HTTP conditions don't count
   */
  readonly httpMethod?: string;

  /** Path of a request, such as `/api/v1`. @default - as for the method */
  readonly httpPath?: string;
}
