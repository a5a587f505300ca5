import { Peer } from '../values/peer';
import { Port } from '../values/port';
import { Protocol } from '../values/protocol';
import { RuleProps } from '../values/rule';

/** Ports and protocol, as options of a template. */
export interface Traffic {
  readonly ports?: readonly Port[];
  readonly protocol?: Protocol;
}

/** The part of a rule that says ports and protocol: ports need a protocol that has them. */
export function matchOf({ ports, protocol }: Traffic): RuleProps {
  return ports ? { protocol: protocol ?? Protocol.TCP, destination: Peer.ports(...ports) } : { protocol };
}

/** What to try of ports and protocol. */
export interface TrafficSamples {
  /** Traffic that is meant. */
  readonly meant: readonly { readonly protocol: string; readonly destinationPort?: number }[];
  /** Traffic that isn't. */
  readonly others: readonly { readonly protocol: string; readonly destinationPort?: number }[];
  /** Ports that pods have to declare, by name. */
  readonly named: { readonly [name: string]: number };
}

/** Numbers of the ports that have a name. */
const FIRST_NAMED = 18080;

/** A port of each, and one of none; other protocols. */
export function samplesOf({ ports, protocol }: Traffic): TrafficSamples {
  const name = (protocol ?? Protocol.TCP).toString();
  const otherProtocol = name === 'UDP' ? 'TCP' : 'UDP';
  if (!ports) {
    const hasPorts = ['TCP', 'UDP', 'SCTP'].includes(name);
    const meant = protocol ? [{ protocol: name, ...(hasPorts && { destinationPort: 8080 }) }] : [{ protocol: 'TCP', destinationPort: 8080 }, { protocol: 'UDP', destinationPort: 53 }];
    return { meant, others: protocol ? [{ protocol: otherProtocol, destinationPort: 8080 }] : [], named: {} };
  }
  const named: Record<string, number> = {};
  const spans = ports.map((port, index) => {
    const [first, last] = port.toString().split(':');
    if (/^\d+$/.test(first)) {
      return [Number(first), Number(last ?? first)];
    }
    named[first] = FIRST_NAMED + index;
    return [named[first], named[first]];
  });
  let unused = 9999;
  while (spans.some(([first, last]) => first <= unused && unused <= last)) {
    unused--;
  }
  return {
    meant: spans.map(([destinationPort]) => ({ protocol: name, destinationPort })),
    others: [
      ...['TCP', 'UDP', 'SCTP'].filter((other) => other !== name).map((other) => ({ protocol: other, destinationPort: spans[0][0] })),
      ...unused > 0 ? [{ protocol: name, destinationPort: unused }] : [],
    ],
    named,
  };
}
