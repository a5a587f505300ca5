import { decodedProtocol } from '../go/network-types';
import { printValue } from '../printed-value';
import { FieldRule } from '../structural/field-rule';

/** The names of protocols that Calico knows, in exactly this case. */
export const PROTOCOLS = ['TCP', 'UDP', 'ICMP', 'ICMPv6', 'SCTP', 'UDPLite'];

const WITH_PORTS: readonly (string | number | undefined)[] = ['TCP', 'UDP', 'SCTP', 'tcp', 'udp', 'sctp', 6, 17, 132];

/** Whether a protocol has ports for Calico (api/pkg/lib/numorstring/protocol.go, `SupportsPorts`). UDPLite has none. */
export function hasPorts(protocol: unknown): boolean {
  return WITH_PORTS.includes(decodedProtocol(protocol));
}

/** A protocol's name or number (`validateProtocol`): 0 is refused, names are case-sensitive. */
export const protocol: FieldRule<string | number> = {
  judge: (value) => {
    const decoded = decodedProtocol(value);
    if (decoded === 0) {
      return {
        rule: 'resource/protocol',
        what: 'protocol 0 is not allowed',
        why: 'Calico\'s validator takes numbers from 1 to 255; a rule for every protocol has no protocol at all',
        fix: 'remove the field, or give a number from 1 to 255',
      };
    }
    if (typeof decoded !== 'string' || PROTOCOLS.includes(decoded)) {
      return undefined;
    }
    const meant = PROTOCOLS.find((known) => known.toLowerCase() === decoded.trim().toLowerCase());
    return {
      rule: 'resource/protocol',
      what: `${printValue(value)} is no protocol that Calico knows by name: those are ${PROTOCOLS.join(', ')}`,
      why: 'names are case-sensitive, and any other protocol goes by its number',
      fix: meant === undefined ? 'give one of the names, or the number of the protocol' : `write ${meant}`,
      ...(meant !== undefined && { corrected: meant }),
    };
  },
};
