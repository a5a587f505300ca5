import { Duration, Size } from 'cdk8s';
import { constantOf, listOf, make, memberOf, plain, Snippet, text, Writer } from './snippet';
import { readCidr } from '../core/cidr';
import { isObject } from '../core/manifests';
import { AsNumber } from '../values/as-number';
import { BpfConntrackTimeout } from '../values/bpf-conntrack-timeout';
import { Cidr } from '../values/cidr';
import { Dscp } from '../values/dscp';
import { FailsafePort } from '../values/failsafe-port';
import { HostPort } from '../values/host-port';
import { IpAddress } from '../values/ip-address';
import { LogRateLimit } from '../values/log-rate-limit';
import { MemoryLimit } from '../values/memory-limit';
import { PeerAddress } from '../values/peer-address';
import { Port } from '../values/port';
import { Protocol } from '../values/protocol';
import { Toggle } from '../values/toggle';

/** What a class reads from a text by its factory `parse`. */
function parsedBy(type: typeof Cidr | typeof IpAddress | typeof PeerAddress): Writer {
  return (json) => typeof json === 'string' ? make(type, 'parse', [plain(json)]) : undefined;
}

/** What a class makes of a number by its factory. */
function ofNumber(type: typeof AsNumber | typeof Dscp, factory = 'of'): Writer {
  return (json) => typeof json === 'number' ? make(type, factory, [plain(json)]) : undefined;
}

/** A block. Calico takes one address for a block, and reads a block with host bits as the one around it. */
export const cidr: Writer = (json) => {
  const parsed = parsedBy(Cidr)(json);
  if (parsed !== undefined || typeof json !== 'string') {
    return parsed;
  }
  const network = readCidr(json)?.network;
  return network === undefined ? make(Cidr, 'ofAddress', [plain(json)]) : make(Cidr, 'parse', [plain(network.toString())]);
};

export const cidrs = listOf(cidr);
export const ipAddress = parsedBy(IpAddress);
export const peerAddress = parsedBy(PeerAddress);
export const asNumber = ofNumber(AsNumber);
export const toggle = memberOf('Toggle', Toggle);
export const texts = listOf(text);

export const protocol: Writer = (json) => constantOf(Protocol, json)
  ?? (typeof json === 'number' ? make(Protocol, 'ofNumber', [plain(json)]) : undefined);

export const dscp: Writer = (json) => constantOf(Dscp, json) ?? ofNumber(Dscp)(json);

/** A port, a range or a name. Calico takes digits as text too. */
export const port: Writer = (json) => {
  if (json === 0) {
    return constantOf(Port, '0');
  }
  if (typeof json === 'number') {
    return make(Port, 'of', [plain(json)]);
  }
  const numbers = typeof json === 'string' ? /^(\d{1,5})(?::(\d{1,5}))?$/.exec(json) : undefined;
  if (!numbers) {
    return numbers === null ? make(Port, 'named', [plain(json)]) : undefined;
  }
  return numbers[2] === undefined ? make(Port, 'of', [plain(Number(numbers[1]))]) : portRange(Number(numbers[1]), Number(numbers[2]));
};

export const ports = listOf(port);

export function portRange(first: number, last: number): Snippet | undefined {
  return make(Port, 'range', [plain(first), plain(last)]);
}

const GO_DURATION = /^(?=.)(?:(\d{1,9})h)?(?:(\d{1,9})m)?(?:(\d{1,9})s)?(?:(\d{1,9})ms)?$/;
const UNITS = [['hours', 3_600_000], ['minutes', 60_000], ['seconds', 1000], ['millis', 1]] as const;

/** A duration as Go writes one: `90s`, `1m30s`. */
export const duration: Writer = (json) => {
  const parts = typeof json === 'string' ? GO_DURATION.exec(json)?.slice(1) : undefined;
  if (parts === undefined) {
    return undefined;
  }
  const milliseconds = parts.reduce((sum, part, index) => sum + Number(part ?? 0) * UNITS[index][1], 0);
  const only = UNITS[parts.findIndex((part) => part !== undefined)];
  const [unit, size] = only !== undefined && parts.filter((part) => part !== undefined).length === 1
    ? only
    : UNITS.find(([, each]) => milliseconds % each === 0)!;
  return make(Duration, unit, [plain(milliseconds / size)], 'cdk8s');
};

export const conntrackTimeout: Writer = (json) => {
  const time = duration(json);
  return constantOf(BpfConntrackTimeout, json) ?? (time && make(BpfConntrackTimeout, 'of', [time]));
};

export const mebibytes: Writer = (json) => typeof json === 'number' ? make(Size, 'mebibytes', [plain(json)], 'cdk8s') : undefined;

export const memoryLimit: Writer = (json) => {
  const size = mebibytes(json);
  return json === -1 ? constantOf(MemoryLimit, 'none') : size && make(MemoryLimit, 'of', [size]);
};

export const logRateLimit: Writer = (json) => {
  const parts = typeof json === 'string' ? /^([1-9]\d{0,3})\/(second|minute|hour|day)$/.exec(json) : null;
  return parts === null ? undefined : make(LogRateLimit, `per${parts[2][0].toUpperCase()}${parts[2].slice(1)}`, [plain(Number(parts[1]))]);
};

/** Factories of ports by the protocol, which Calico takes as a number too. */
const PORT_FACTORIES: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  ['TCP', 'tcp'], ['UDP', 'udp'], ['SCTP', 'sctp'], [6, 'tcp'], [17, 'udp'], [132, 'sctp'],
]);

/** Without a protocol the port is one of TCP (api felixconfig.go, `ProtoPort`). */
export const failsafePort: Writer = (json) => {
  const { protocol: name = 'TCP', port: number, net } = isObject(json) ? json : {};
  const factory = PORT_FACTORIES.get(name);
  const block = cidr(net);
  if (factory === undefined || (net !== undefined && block === undefined)) {
    return undefined;
  }
  return make(FailsafePort, factory, [plain(number), ...block === undefined ? [] : [block]]);
};

export const hostPort: Writer = (json) => {
  const { protocol: name, port: number, name: label } = isObject(json) ? json : {};
  const factory = PORT_FACTORIES.get(name);
  return factory === undefined ? undefined : make(HostPort, factory, [plain(label), plain(number)]);
};
