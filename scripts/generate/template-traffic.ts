import { Flow, IpVersion } from 'cdk8s-calico';

/** What a flow asks for, without its ends. */
export function trafficOf({ protocol = 'TCP', destinationPort, sourcePort, icmpType, ipVersion, httpMethod, httpPath }: Omit<Flow, 'source' | 'destination'>): string {
  return [
    protocol,
    ...(destinationPort === undefined ? [] : [String(destinationPort)]),
    ...(sourcePort === undefined ? [] : [`from port ${sourcePort}`]),
    ...(icmpType === undefined ? [] : [`type ${icmpType}`]),
    ...(ipVersion === IpVersion.V6 ? ['over IPv6'] : []),
    ...(httpMethod === undefined ? [] : [httpMethod]),
    ...(httpPath === undefined ? [] : [httpPath]),
  ].join(' ');
}
