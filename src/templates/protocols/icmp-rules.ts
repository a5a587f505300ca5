import { IcmpType } from './icmp-types';
import { IcmpMatch } from '../../values/icmp-match';
import { Peer } from '../../values/peer';
import { Protocol } from '../../values/protocol';
import { Rule } from '../../values/rule';

/** A rule for each message. */
export function allowIcmp(types: readonly IcmpType[], ends: { readonly source?: Peer; readonly destination?: Peer } = {}): Rule[] {
  return types.map(({ protocol, type }) =>
    Rule.allow({ protocol: protocol === 'ICMP' ? Protocol.ICMP : Protocol.ICMPV6, icmp: IcmpMatch.ofType(type), ...ends }));
}
