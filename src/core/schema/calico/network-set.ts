import { net } from './field-rules';
import { isObject, JsonObject } from '../../manifests';
import { FieldTable } from '../structural/field-table';
import { Walk } from '../structural/walk';

/** What Calico adds to network sets: networks with or without host bits, and addresses (api/pkg/apis/projectcalico/v3/networkset.go). */
export const NETWORK_SET_TABLE: FieldTable = { 'spec.nets[]': { rules: [net('resource/net')] } };

/** And to reservations of addresses. */
export const RESERVATION_TABLE: FieldTable = { 'spec.reservedCIDRs[]': { rules: [net('resource/net')] } };

/** `validateNetworkSet` and `validateGlobalNetworkSet`. */
export function judgeNetworkSet(object: JsonObject, walk: Walk): void {
  const labels = isObject(object.metadata) ? object.metadata.labels : undefined;
  if (isObject(labels) && Object.hasOwn(labels, 'projectcalico.org/namespace')) {
    walk.refuse(undefined, {
      rule: 'resource/label',
      what: 'a network set has the label projectcalico.org/namespace',
      why: 'Calico sets that label itself, from the namespace that the set is in',
      fix: 'remove the label; a NetworkSet gets it from metadata.namespace',
    }, ['metadata', 'labels', 'projectcalico.org/namespace']);
  }
}
