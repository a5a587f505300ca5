import { End } from './end';
import { Endpoint, endpointTitle } from './endpoint';
import { HttpRequest } from './http-path';
import { Packet } from './match-rule';
import { PolicyModel } from './policy-model';
import { ICMP, ICMPV6, protocolName, protocolNumber } from './protocols';
import { Family, parseAddress, Prefix } from '../cidr';

/** An end of a flow as it is asked for. */
export type EndQuery =
  | { readonly by: 'pod' | 'workload'; readonly namespace: string; readonly name: string }
  | { readonly by: 'host-endpoint'; readonly name: string }
  | { readonly by: 'address'; readonly address: string }
  /** By the path of the construct that renders it. */
  | { readonly by: 'object'; readonly path: string };

/** A flow as it is asked for: a connection that the source opens. */
export interface FlowQuery {
  readonly source: EndQuery;
  readonly destination: EndQuery;
  /** A name in any case, or a number. */
  readonly protocol: string | number;
  readonly sourcePort?: number;
  readonly destinationPort?: number;
  readonly icmpType?: number;
  readonly icmpCode?: number;
  readonly ipVersion?: Family;
  readonly http?: HttpRequest;
}

/** Why a flow can't be asked for: an end that isn't there, or no address of the version. */
export class FlowFault extends Error {}

/** An end before the version of the flow is settled. */
type Found = Endpoint | Prefix;

/**
 * Finds the ends of a flow and settles its version: as it is given, that of an address, that of ICMP or ICMPv6, one that both ends have, or IPv4.
 *
 * @throws FlowFault
 */
export function resolveFlow(model: PolicyModel, query: FlowQuery): Packet {
  const protocol = protocolNumber(query.protocol);
  if (protocol === undefined) {
    throw new FlowFault(`there is no protocol ${JSON.stringify(query.protocol)}: give TCP, UDP, SCTP, ICMP, ICMPv6, UDPLite or a number from 0 to 255`);
  }
  const source = findEnd(model, query.source);
  const destination = findEnd(model, query.destination);
  const family = familyOf(model, source, destination, protocol, query.ipVersion);
  return {
    isV6: family === 6,
    protocol,
    source: endOf(model, source, family),
    destination: endOf(model, destination, family),
    sourcePort: query.sourcePort,
    destinationPort: query.destinationPort,
    icmpType: query.icmpType,
    icmpCode: query.icmpCode,
    http: query.http,
  };
}

/**
 * The endpoint or address that an end means.
 *
 * @throws FlowFault where there is none, or several
 */
export function findEnd(model: PolicyModel, query: EndQuery): Found {
  if (query.by === 'object') {
    const rendered = model.endpoints.find(({ manifest }) => manifest.origin.path === query.path);
    if (!rendered) {
      throw new FlowFault(`${query.path} renders no pod, workload or host endpoint of the model`);
    }
    return rendered;
  }
  if (query.by === 'address') {
    const address = parseAddress(query.address);
    if (!(address instanceof Prefix)) {
      throw new FlowFault(address.what);
    }
    return address;
  }
  const namespace = query.by === 'host-endpoint' ? undefined : query.namespace;
  const named = model.endpointsNamed(namespace, query.name);
  if (named.length === 1 && isOf(named[0].kind, query.by)) {
    return named[0];
  }
  const wanted = named.filter(({ kind }) => isOf(kind, query.by));
  if (wanted.length === 1) {
    return wanted[0];
  }
  const what = `${namespace === undefined ? '' : `${namespace}/`}${query.name}`;
  if (wanted.length > 1) {
    throw new FlowFault(`${what} names ${wanted.length} workloads: ${wanted.map(endpointTitle).join(', ')}`);
  }
  const others = named.map(endpointTitle);
  throw new FlowFault(`there is no ${query.by} ${what} in the model${others.length > 0 ? `, but ${others.join(', ')}` : ''}`);
}

function isOf(kind: string, by: 'pod' | 'workload' | 'host-endpoint'): boolean {
  return by === 'host-endpoint' ? kind === 'HostEndpoint' : (kind === 'Pod') === (by === 'pod') && kind !== 'HostEndpoint';
}

function familyOf(model: PolicyModel, source: Found, destination: Found, protocol: number, given: Family | undefined): Family {
  if (given !== undefined) {
    return given;
  }
  if (source instanceof Prefix || destination instanceof Prefix) {
    return source instanceof Prefix ? source.family : (destination as Prefix).family;
  }
  if (protocol === ICMP || protocol === ICMPV6) {
    return protocol === ICMP ? 4 : 6;
  }
  const haveBoth = (family: Family): boolean => model.endOf(source, family) !== undefined && model.endOf(destination, family) !== undefined;
  return haveBoth(4) || !haveBoth(6) ? 4 : 6;
}

function endOf(model: PolicyModel, found: Found, family: Family): End {
  if (found instanceof Prefix) {
    if (found.family !== family) {
      throw new FlowFault(`${found.toAddress()} is no IPv${family} address, and the flow is of IPv${family}`);
    }
    return model.endAt(found);
  }
  const end = model.endOf(found, family);
  if (!end) {
    throw new FlowFault(`${endpointTitle(found)} has no IPv${family} address, but ${found.addresses.map((address) => address.toAddress()).join(', ')}`);
  }
  return end;
}

/** Such as `TCP 8080` or `ICMP type 8`. */
export function packetTitle({ protocol, destinationPort, icmpType, icmpCode }: Packet): string {
  const port = destinationPort === undefined ? '' : ` ${destinationPort}`;
  const icmp = icmpType === undefined ? '' : ` type ${icmpType}${icmpCode === undefined ? '' : ` code ${icmpCode}`}`;
  return `${protocolName(protocol)}${port}${icmp}`;
}

/** Such as `Pod shop/web-1 (10.1.0.1)`, or `203.0.113.10`. */
export function endTitle({ endpoint, block }: End): string {
  if (!endpoint) {
    return block.toAddress();
  }
  return block.isHost ? `${endpointTitle(endpoint)} (${block.toAddress()})` : endpointTitle(endpoint);
}
