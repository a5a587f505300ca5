import { Duration, Size } from 'cdk8s';
import { constantOf, listOf, make, memberOf, plain, Snippet, text, Writer } from './snippet';
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

export const cidr = parsedBy(Cidr);
export const cidrs = listOf(cidr);
export const ipAddress = parsedBy(IpAddress);
export const peerAddress = parsedBy(PeerAddress);
export const asNumber = ofNumber(AsNumber);
export const toggle = memberOf('Toggle', Toggle);
export const texts = listOf(text);

export const protocol: Writer = (json) => constantOf(Protocol, json)
  ?? (typeof json === 'number' ? make(Protocol, 'ofNumber', [plain(json)]) : undefined);

export const dscp: Writer = (json) => constantOf(Dscp, json) ?? ofNumber(Dscp)(json);

/** A port, a range or a name. */
export const port: Writer = (json) => {
  if (typeof json === 'number') {
    return json === 0 ? constantOf(Port, '0') : make(Port, 'of', [plain(json)]);
  }
  const range = typeof json === 'string' ? /^(\d{1,5}):(\d{1,5})$/.exec(json) : null;
  return range === null ? typeof json === 'string' ? make(Port, 'named', [plain(json)]) : undefined : portRange(Number(range[1]), Number(range[2]));
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

/** The protocols that ports can have, with the factories of their ports. */
const PORT_FACTORIES: Readonly<Record<string, string>> = { TCP: 'tcp', UDP: 'udp', SCTP: 'sctp' };

function factoryOf(protocolName: unknown): string | undefined {
  return typeof protocolName === 'string' && Object.hasOwn(PORT_FACTORIES, protocolName) ? PORT_FACTORIES[protocolName] : undefined;
}

export const failsafePort: Writer = (json) => {
  if (!isObject(json)) {
    return undefined;
  }
  const factory = factoryOf(json.protocol);
  const net = json.net === undefined ? [] : [cidr(json.net)];
  return factory === undefined || typeof json.port !== 'number' || net[0] === undefined !== (net.length === 0)
    ? undefined
    : make(FailsafePort, factory, [plain(json.port), ...net.map((block) => block!)]);
};

export const hostPort: Writer = (json) => {
  const factory = isObject(json) ? factoryOf(json.protocol) : undefined;
  return factory === undefined ? undefined : make(HostPort, factory, [plain((json as { name: unknown }).name), plain((json as { port: unknown }).port)]);
};
