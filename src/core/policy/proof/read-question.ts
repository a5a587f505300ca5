import { ProofFault } from './placed-end';
import { ProofEnd, TrafficRange } from './question';
import { Prefix, readCidr } from '../../cidr';
import { ExpectedEnd } from '../../manifests';
import { PolicyModel } from '../policy-model';
import { hasPorts, protocolNumber, TCP } from '../protocols';
import { findEnd } from '../resolve-flow';

/**
 * An end as people name it, as ends of a question. Pods in groups are all that somebody may create.
 *
 * @throws FlowFault where there is no such end
 */
export function proofEndOf(model: PolicyModel, end: ExpectedEnd, podBlocks: readonly Prefix[] | undefined): ProofEnd {
  if (end.by === 'pods') {
    const { namespace, selector } = end;
    return { kind: 'pod', ...(namespace !== undefined && { namespace }), ...(selector !== undefined && { selector }), ...(podBlocks && { blocks: podBlocks }) };
  }
  if (end.by === 'outside') {
    return { kind: 'outside', ...(end.cidr !== undefined && { blocks: [readCidr(end.cidr)!.network] }) };
  }
  const found = findEnd(model, end);
  if (!(found instanceof Prefix)) {
    return { kind: 'endpoint', endpoint: found };
  }
  const [endpoint] = model.endpointsAt(found);
  return endpoint ? { kind: 'endpoint', endpoint } : { kind: 'outside', blocks: [found] };
}

/**
 * Traffic as people name it. Undefined: any.
 *
 * @throws ProofFault where there is no such protocol, or it has no ports
 */
export function trafficOf(protocol: string | undefined, port: number | undefined): TrafficRange[] | undefined {
  if (protocol === undefined && port === undefined) {
    return undefined;
  }
  const number = protocol === undefined ? TCP : protocolNumber(protocol);
  if (number === undefined) {
    throw new ProofFault(`there is no protocol ${JSON.stringify(protocol)}: give TCP, UDP, SCTP, ICMP, ICMPv6, UDPLite or a number from 0 to 255`);
  }
  if (port !== undefined && !hasPorts(number)) {
    throw new ProofFault(`${protocol} has no ports in Calico; leave the port out, or give TCP, UDP or SCTP`);
  }
  return [{ protocol: number, ...(port !== undefined && { first: port, last: port }) }];
}
