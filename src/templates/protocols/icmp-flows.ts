import { IcmpType } from './icmp-types';
import { Flow } from '../../model/flow';
import { FlowEnd } from '../../values/flow-end';
import { IpVersion } from '../../values/ip-version';

/** Messages between the ends, as far as the addresses are of the message's version of IP. */
export function icmpFlows(sources: readonly FlowEnd[], destinations: readonly FlowEnd[], types: readonly IcmpType[]): Flow[] {
  return types.flatMap(({ protocol, type }) => sources.flatMap((source) => destinations
    .filter((destination) => [source, destination].every((end) => fits(end.toString(), protocol)))
    .map((destination) => ({ source, destination, protocol, icmpType: type, ipVersion: protocol === 'ICMP' ? IpVersion.V4 : IpVersion.V6 }))));
}

/** Names of pods and host endpoints stand for addresses of both versions. */
function fits(end: string, protocol: IcmpType['protocol']): boolean {
  const isV4 = /^[\d.]+$/.test(end);
  const isV6 = end.includes(':');
  return protocol === 'ICMP' ? !isV6 : !isV4;
}
