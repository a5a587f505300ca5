import { ApiObjectMetadata, Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { IBgpFilter } from './bgp-filter';
import { CalicoObject } from './calico-object';
import { BgpPasswordSpec } from '../resources';
import { AsNumber } from '../values/as-number';
import { BgpNextHopMode, BgpReversePeering, BgpSourceAddress } from '../values/bgp-modes';
import { goDuration } from '../values/go-duration';
import { IpAddress } from '../values/ip-address';
import { PeerAddress } from '../values/peer-address';
import { Selector } from '../values/selector';
import { withoutUndefined } from '../values/without-undefined';

/**
 * Properties of a `BgpPeer`.
 */
export interface BgpPeerProps {
  /** Name, labels and annotations. @default - a name made from the construct's path */
  readonly metadata?: ApiObjectMetadata;

  /** The one node that peers, by its name. Give this, `nodeSelector` or neither. @default - every node */
  readonly node?: string;

  /** The nodes that peer, by their labels. Give this, `node` or neither. @default - every node */
  readonly nodeSelector?: Selector;

  /** Address of the peer. Give this, `peerSelector` or `localWorkloadSelector`. @default - none */
  readonly peerIp?: PeerAddress;

  /** Nodes to peer with, by their labels; their AS numbers are known. Give this, `peerIp` or `localWorkloadSelector`. @default - none */
  readonly peerSelector?: Selector;

  /** Pods that a node peers with where they run on it, by their labels; needs `asNumber`. Give this, `peerIp` or `peerSelector`. @default - none */
  readonly localWorkloadSelector?: Selector;

  /** AS number of the peer; needed with `peerIp` and `localWorkloadSelector`, and known with `peerSelector`. @default - none */
  readonly asNumber?: AsNumber;

  /** AS number that the nodes use towards this peer. @default - the node's own */
  readonly localAsNumber?: AsNumber;

  /** How often the node's own AS number may stand in the path of a received route; more than 0 weakens the protection from loops. @default 0 */
  readonly numAllowedLocalAsNumbers?: number;

  /** Filters to apply, in order. @default - none; see `addFilters` */
  readonly filters?: IBgpFilter[];

  /** Superseded by `nextHopMode`; give one of the two. @default false */
  readonly keepOriginalNextHop?: boolean;

  /** Next hop of the routes that are sent. @default - Calico's: BgpNextHopMode.AUTO */
  readonly nextHopMode?: BgpNextHopMode;

  /** Time between keepalive messages. @default - a third of the hold time */
  readonly keepaliveTime?: Duration;

  /** Time that a restarting peer keeps its routes. @default - BIRD's: 120s */
  readonly maxRestartTime?: Duration;

  /** Password of the session, by the key of a Secret in the namespace of calico-node. @default - none */
  readonly password?: BgpPasswordSpec;

  /** Address of the gateway to `peerIp`, of the same family: a static route to the peer goes through it. @default - no such route */
  readonly reachableBy?: IpAddress;

  /** Whether nodes that `peerSelector` finds make the session from their end too. @default - Calico's: BgpReversePeering.AUTO */
  readonly reversePeering?: BgpReversePeering;

  /** Source address of the session. @default - Calico's: BgpSourceAddress.USE_NODE_IP */
  readonly sourceAddress?: BgpSourceAddress;

  /** Hops to the peer, 1 to 255; packets that came a longer way are dropped (GTSM). @default - no such check */
  readonly ttlSecurity?: number;
}

/**
 * A BGP session that nodes keep: with a router outside, with other nodes, or with workloads. Values that Calico refuses are reported as
 * `resource/bgp-peer`.
 *
 * @see https://docs.tigera.io/calico/latest/reference/resources/bgppeer
 */
export class BgpPeer extends CalicoObject {
  private readonly filters: IBgpFilter[];

  /** @throws where properties exclude or need each other */
  constructor(scope: Construct, id: string, props: BgpPeerProps) {
    const path = `${scope.node.path}/${id}`;
    checkProps(path, props);
    const filters = [...props.filters ?? []];
    const spec = printSpec(props, path);
    super(scope, id, 'BGPPeer', props.metadata, () => withoutUndefined({
      ...spec,
      filters: filters.length > 0 ? filters.map(({ filterName }) => filterName) : undefined,
    }));
    this.filters = filters;
  }

  /** Adds filters to apply, after those that are there. */
  public addFilters(...filters: IBgpFilter[]): void {
    this.filters.push(...filters);
  }
}

/** All but the filters. */
function printSpec(props: BgpPeerProps, path: string): object {
  return {
    node: props.node,
    nodeSelector: props.nodeSelector?._toManifest(),
    peerIP: props.peerIp?.toString(),
    peerSelector: props.peerSelector?._toManifest(),
    localWorkloadSelector: props.localWorkloadSelector?._toManifest(),
    asNumber: props.asNumber?._toManifest(),
    localASNumber: props.localAsNumber?._toManifest(),
    numAllowedLocalASNumbers: props.numAllowedLocalAsNumbers,
    keepOriginalNextHop: props.keepOriginalNextHop,
    nextHopMode: props.nextHopMode,
    keepaliveTime: props.keepaliveTime && goDuration(props.keepaliveTime, `${path}: keepaliveTime`),
    maxRestartTime: props.maxRestartTime && goDuration(props.maxRestartTime, `${path}: maxRestartTime`),
    password: props.password,
    reachableBy: props.reachableBy?.toString(),
    reversePeering: props.reversePeering,
    sourceAddress: props.sourceAddress,
    ttlSecurity: props.ttlSecurity,
  };
}

/** What Calico refuses of one peer (validator/v3/validator.go, `validateBGPPeerSpec`), and a session with nobody. */
function checkProps(path: string, props: BgpPeerProps): void {
  const { peerIp, peerSelector, localWorkloadSelector, reachableBy } = props;
  const peers = ['peerIp', 'peerSelector', 'localWorkloadSelector'].filter((field) => props[field as keyof BgpPeerProps] !== undefined);
  if (peers.length !== 1) {
    throw new Error(`${path}: give one of peerIp, peerSelector and localWorkloadSelector, to say with whom to peer; given ${peers.length > 0 ? `are ${peers.join(' and ')}` : 'is none'}`);
  }
  if (props.node !== undefined && props.nodeSelector) {
    throw new Error(`${path}: node and nodeSelector are both given; each says by itself which nodes peer, so keep one`);
  }
  if (props.asNumber && peerSelector) {
    throw new Error(`${path}: asNumber and peerSelector are both given; the peers are nodes, whose AS numbers are known, so leave asNumber out`);
  }
  if (!props.asNumber && (peerIp || localWorkloadSelector)) {
    throw new Error(`${path}: ${peers[0]} is given without asNumber; Calico can't know the peer's, so give it`);
  }
  if (reachableBy && reachableBy.family !== peerIp?.family) {
    throw new Error(`${path}: reachableBy is ${reachableBy}, the gateway to a peer ${peerIp ? `of another family, ${peerIp}` : 'without peerIp'}; give the gateway to peerIp, `
      + 'of the same family');
  }
  if (props.keepOriginalNextHop && props.nextHopMode) {
    throw new Error(`${path}: keepOriginalNextHop and nextHopMode are both given; the former is the older word for BgpNextHopMode.KEEP, so leave it out`);
  }
}
