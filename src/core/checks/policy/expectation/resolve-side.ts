import { parseAddress, parseCidr, Prefix, subtractBlocks } from '../../../cidr';
import { ExpectedEnd, ExpectedSide } from '../../../manifests';
import { Endpoint, endpointTitle, everywhere, findEnd, FlowFault, PolicyModel } from '../../../policy';
import { matchLabels } from '../../../policy/label-view';
import { Match, NO, YES } from '../../../policy/match';
import { SelectorPool } from '../../../policy/selector-pool';
import { likelyNames } from '../../likely-name';

/** What a side of an expectation stands for, before the version of a flow is settled. */
export interface ResolvedSide {
  /** What the cluster declares, and whether each is surely meant. */
  readonly endpoints: ReadonlyMap<Endpoint, boolean>;
  /** Those of them that are meant by name, not as one of a group. */
  readonly named: readonly Endpoint[];
  /** Addresses that are meant one by one. */
  readonly addresses: readonly Prefix[];
  /** Blocks whose addresses are meant, as far as nothing in the cluster has them. */
  readonly outside: readonly Prefix[];
  /** True where the cluster declares nothing of a group: what isn't meant left aside. */
  readonly isEmpty: boolean;
}

interface Found {
  readonly endpoints: Map<Endpoint, Match>;
  readonly addresses: Prefix[];
  readonly outside: Prefix[];
}

/**
 * Finds what a side stands for. Grows with the endpoints of the model, for each end that is a group.
 *
 * @throws FlowFault where an end that is named isn't there
 */
export function resolveSide(model: PolicyModel, { ends, except }: ExpectedSide): ResolvedSide {
  const meant = ends === undefined ? everything(model) : findAll(model, ends);
  const left = findAll(model, except);
  left.addresses.flatMap((address) => model.endpointsAt(address)).forEach((endpoint) => left.endpoints.set(endpoint, YES));
  const endpoints = new Map<Endpoint, boolean>();
  const named = (ends ?? []).filter(isNamed).map((end) => findNamed(model, end));
  for (const [endpoint, match] of meant.endpoints) {
    const exception = left.endpoints.get(endpoint) ?? NO;
    if (exception !== YES) {
      endpoints.set(endpoint, match === YES && exception === NO);
    }
  }
  const taken = [...left.outside, ...left.addresses];
  return {
    endpoints,
    named: named.filter((endpoint) => endpoints.get(endpoint) === true),
    addresses: meant.addresses.filter((address) => !taken.some((block) => block.contains(address))),
    outside: taken.length === 0 ? meant.outside : subtractBlocks(meant.outside, taken),
    isEmpty: meant.endpoints.size + meant.addresses.length + meant.outside.length === 0,
  };
}

function everything(model: PolicyModel): Found {
  return { endpoints: new Map(model.endpoints.map((endpoint) => [endpoint, YES])), addresses: [], outside: [everywhere(4), everywhere(6)] };
}

function findAll(model: PolicyModel, ends: readonly ExpectedEnd[]): Found {
  const found: Found = { endpoints: new Map(), addresses: [], outside: [] };
  ends.forEach((end) => addTo(found, model, end));
  return found;
}

function addTo(found: Found, model: PolicyModel, end: ExpectedEnd): void {
  if (end.by === 'pods') {
    const selector = end.selector === undefined ? undefined : new SelectorPool().compile(end.selector);
    for (const endpoint of model.endpoints) {
      const isCandidate = endpoint.class.kind === 'workload' && (end.namespace === undefined || endpoint.namespace === end.namespace);
      const match = !isCandidate ? NO : selector ? matchLabels(selector, endpoint.class.view) : YES;
      if (match !== NO && found.endpoints.get(endpoint) !== YES) {
        found.endpoints.set(endpoint, match);
      }
    }
  } else if (end.by === 'outside') {
    found.outside.push(...(end.cidr === undefined ? [everywhere(4), everywhere(6)] : [blockOf(end.cidr)]));
  } else if (isNamed(end)) {
    found.endpoints.set(findNamed(model, end), YES);
  } else {
    const address = parseAddress(end.address);
    if (!(address instanceof Prefix)) {
      throw new FlowFault(address.what);
    }
    found.addresses.push(address);
  }
}

type NamedEnd = Exclude<ExpectedEnd, { readonly by: 'pods' | 'outside' | 'address' }>;

/** Whether an end is one endpoint, known by a name or path of its own. */
export function isNamed(end: ExpectedEnd): end is NamedEnd {
  return end.by !== 'pods' && end.by !== 'outside' && end.by !== 'address';
}

/** @throws FlowFault where it isn't there, with names that are */
export function findNamed(model: PolicyModel, end: NamedEnd): Endpoint {
  try {
    return findEnd(model, end) as Endpoint;
  } catch (error) {
    throw error instanceof FlowFault ? new FlowFault(`${error.message}${namesThere(model, end)}`) : error;
  }
}

const NAMES_SHOWN = 3;

/** What may be meant instead: the name that is near, or else the first ones of the namespace. */
function namesThere(model: PolicyModel, end: NamedEnd): string {
  const namespace = 'namespace' in end ? end.namespace : undefined;
  if ('name' in end && model.endpointsNamed(namespace, end.name).length > 0) {
    return '';
  }
  const around = model.endpoints.filter((endpoint) => endpoint.namespace === namespace || end.by === 'object');
  const name = 'name' in end ? likelyNames(() => around.map((endpoint) => endpoint.name))(end.name) : undefined;
  const shown = around.filter((endpoint) => name === undefined || endpoint.name === name).map(endpointTitle).sort();
  const more = shown.length - NAMES_SHOWN;
  return shown.length === 0 ? '' : `; there is ${shown.slice(0, NAMES_SHOWN).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function blockOf(cidr: string): Prefix {
  const block = parseCidr(cidr);
  if (!(block instanceof Prefix)) {
    throw new FlowFault(block.what);
  }
  return block;
}
