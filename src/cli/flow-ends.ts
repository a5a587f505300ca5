import { nearNames } from './near-names';
import { CannotRun } from './terminal';
import { parseAddress, Prefix, tryCidr } from '../core/cidr';
import { isObject, JsonObject, Manifest } from '../core/manifests';
import { EndQuery, Endpoint, endpointTitle, PolicyModel } from '../core/policy';

/** What names an end on the command line. */
const FORMS = 'give namespace/name for a pod or workload, an address, or the name of a host endpoint';
const SHOWN = 3;

/**
 * Reads an end of a flow as it is written on the command line: an address; `namespace/name` of a pod, or of a workload where no pod has the
 * name; or the name of a host endpoint.
 *
 * @throws CannotRun where nothing is named so, with names that are near
 */
export function readFlowEnd(option: string, text: string, model: PolicyModel, manifests: readonly Manifest[]): EndQuery {
  if (/^[\d.]+$/.test(text) || text.includes(':')) {
    const address = parseAddress(text);
    if (!(address instanceof Prefix)) {
      throw new CannotRun(`${option}: ${address.what}`);
    }
    return { by: 'address', address: text };
  }
  if (tryCidr(text) !== undefined) {
    throw new CannotRun(`${option}: ${text} is a block; give one address of it`);
  }
  const parts = text.split('/');
  if (parts.length > 2 || parts.includes('')) {
    throw new CannotRun(`${option}: "${text}" names no end; ${FORMS}`);
  }
  const [namespace, name] = parts.length === 2 ? parts : [undefined, text];
  const named = model.endpointsNamed(namespace, name);
  if (namespace === undefined) {
    return named.length > 0 ? { by: 'host-endpoint', name } : fail(option, text, model, manifests);
  }
  if (named.length === 0) {
    return fail(option, text, model, manifests);
  }
  return { by: named.some(({ kind }) => kind === 'Pod') ? 'pod' : 'workload', namespace, name };
}

function fail(option: string, text: string, model: PolicyModel, manifests: readonly Manifest[]): never {
  const passedOver = text.includes('/') ? manifests.filter(({ namespace, name }) => `${namespace ?? 'default'}/${name}` === text).find(passedOverAs) : undefined;
  if (passedOver) {
    throw new CannotRun(`${option}: ${passedOver.kind} ${text} ${passedOverAs(passedOver)}`);
  }
  const near = nearNames(text, model.endpoints);
  throw new CannotRun(`${option}: nothing is named ${text} in the manifests; ${near.length > 0 ? `there is ${titles(near)}` : others(model.endpoints)}`);
}

/** Why a pod or workload of the manifests is no end of its own, as a clause; undefined where it is neither. */
function passedOverAs({ kind, group, object }: Manifest): string | undefined {
  const isPod = kind === 'Pod' && group === '';
  const spec = objectIn(object, 'spec');
  const podSpec = isPod ? spec : objectIn(objectIn(kind === 'CronJob' ? objectIn(objectIn(spec, 'jobTemplate'), 'spec') : spec, 'template'), 'spec');
  if (podSpec?.hostNetwork === true) {
    return 'is on the network of its node, where no policy of a pod applies; give the address of the node';
  }
  return isPod ? 'is over: it has no address any more' : undefined;
}

function objectIn(holder: JsonObject | undefined, key: string): JsonObject | undefined {
  const value = holder?.[key];
  return isObject(value) ? value : undefined;
}

function others(endpoints: readonly Endpoint[]): string {
  if (endpoints.length === 0) {
    return `they hold no pod, workload or host endpoint; ${FORMS}`;
  }
  const more = endpoints.length - SHOWN;
  return `there is ${titles(endpoints.slice(0, SHOWN))}${more > 0 ? ` and ${more} more` : ''}; ${FORMS}`;
}

function titles(endpoints: readonly Endpoint[]): string {
  return endpoints.map(endpointTitle).join(', ');
}
