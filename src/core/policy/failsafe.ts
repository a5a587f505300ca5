import { numberAt, objectsAt, textAt } from './json-fields';
import { protocolNumber, TCP, UDP } from './protocols';
import { Prefix, readCidrOrAddress } from '../cidr';
import { JsonObject, Manifest } from '../manifests';

/** A port that the policies of host endpoints never close. */
export interface FailsafePort {
  readonly protocol: number;
  readonly port: number;
  /** Undefined: from or to anywhere. */
  readonly net: Prefix | undefined;
}

export interface Failsafe {
  readonly inbound: readonly FailsafePort[];
  readonly outbound: readonly FailsafePort[];
}

/** BGP, etcd, Typha and Kubernetes' API, which are open both ways (`FailsafeInboundHostPorts` in felix/config/config_params.go). */
const CONTROL_PLANE = [179, 2379, 2380, 5473, 6443, 6666, 6667];
/** With SSH and DHCP in, DNS and DHCP out. */
const DEFAULTS: Failsafe = {
  inbound: [open(TCP, 22), open(UDP, 68), ...CONTROL_PLANE.map((port) => open(TCP, port))],
  outbound: [open(UDP, 53), open(UDP, 67), ...CONTROL_PLANE.map((port) => open(TCP, port))],
};

function open(protocol: number, port: number): FailsafePort {
  return { protocol, port, net: undefined };
}

/** The failsafe ports of the FelixConfiguration `default`, or Felix's own. An empty list closes all of them. */
export function readFailsafe(configuration: Manifest | undefined): Failsafe {
  const spec = configuration?.spec ?? {};
  return {
    inbound: readPorts(spec, 'failsafeInboundHostPorts') ?? DEFAULTS.inbound,
    outbound: readPorts(spec, 'failsafeOutboundHostPorts') ?? DEFAULTS.outbound,
  };
}

function readPorts(spec: JsonObject, key: string): FailsafePort[] | undefined {
  return Array.isArray(spec[key]) ? objectsAt(spec, key).flatMap((entry) => {
    const protocol = protocolNumber(entry.protocol);
    const port = numberAt(entry, 'port');
    return protocol === undefined || port === undefined ? [] : [{ protocol, port, net: readCidrOrAddress(textAt(entry, 'net') ?? '')?.network }];
  }) : undefined;
}
