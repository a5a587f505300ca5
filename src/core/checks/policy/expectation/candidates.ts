import { ResolvedSide } from './resolve-side';
import { Family, intersectBlocks, minimalBlocks, parseAddress, Prefix } from '../../../cidr';
import { compareText, End, Endpoint, endpointTitle, endTitle, PolicyModel } from '../../../policy';
import { FamilyConnectivity } from '../../../policy/connectivity';
import { firstFree } from '../../../policy/connectivity/outside';

/** One thing that a side stands for, as an end of a flow. */
export interface Candidate {
  readonly end: End;
  readonly title: string;
  /** False where it isn't known whether it is meant. */
  readonly isSure: boolean;
}

/** An address outside that people know as an example. */
const EXAMPLES: Readonly<Record<Family, Prefix>> = { 4: parseAddress('203.0.113.10') as Prefix, 6: parseAddress('2001:db8::10') as Prefix };

/**
 * The ends of a side in one family, by title: what the cluster declares first, then one address for each kind of outside. Grows with the ends, and
 * with the blocks that rules name where the outside is meant.
 */
export function candidatesOf(model: PolicyModel, side: ResolvedSide, family: Family, connectivity: () => FamilyConnectivity): Candidate[] {
  const declared = [...side.endpoints].flatMap(([endpoint, isSure]) => endsOf(model, endpoint, family).map((end): Candidate =>
    ({ end, title: endpointTitle(endpoint), isSure })));
  const addresses = side.addresses.filter((address) => address.family === family).map((address): Candidate => {
    const end = model.endAt(address);
    return { end, title: endTitle(end), isSure: true };
  });
  const outside = side.outside.filter((block) => block.family === family);
  return [
    ...[...declared, ...addresses].sort((a, b) => compareText(a.title, b.title)),
    ...(outside.length === 0 ? [] : outsideOf(model, outside, connectivity())),
  ];
}

/** An endpoint at each of its addresses. */
function endsOf(model: PolicyModel, endpoint: Endpoint, family: Family): End[] {
  const own = model.endOf(endpoint, family);
  const others = endpoint.addresses.filter((address) => address.family === family).slice(1).map((address) => model.endAt(address));
  return own ? [own, ...others] : [];
}

function outsideOf(model: PolicyModel, blocks: readonly Prefix[], { classes, family }: FamilyConnectivity): Candidate[] {
  const taken = minimalBlocks(model.endpoints.flatMap(({ addresses }) => addresses).filter((address) => address.family === family));
  return classes.flatMap(({ regions }): Candidate[] => {
    for (const region of regions) {
      const address = sampleOf(intersectBlocks(region.blocks, blocks), taken);
      if (address) {
        return [{ end: model.endAt(address), title: `${address.toAddress()}, outside the cluster,`, isSure: true }];
      }
    }
    return [];
  });
}

/** A free address of some blocks: the well-known example if it is there, then one that isn't the first of its network. */
function sampleOf(blocks: readonly Prefix[], taken: readonly Prefix[]): Prefix | undefined {
  const isFree = (address: Prefix): boolean => !taken.some((block) => block.contains(address));
  const known = blocks.length === 0 ? [] : [EXAMPLES[blocks[0].family]];
  const second = blocks.filter(({ isHost }) => !isHost).slice(0, 1).flatMap(({ first }) => first.next() ?? []);
  return [...known, ...second].find((address) => blocks.some((block) => block.contains(address)) && isFree(address)) ?? firstFree(blocks, taken);
}
