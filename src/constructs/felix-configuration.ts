import { ApiObjectMetadata } from 'cdk8s';
import { Construct } from 'constructs';
import { CalicoObject } from './calico-object';
import { CLUSTER_WIDE, configurationMetadata, nodeMetadata } from './configuration-metadata';
import { felixSpec, FelixSettings } from './felix-settings.generated';
import { Cidr } from '../values/cidr';
import { FailsafePort } from '../values/failsafe-port';

/**
 * Properties of a `FelixConfiguration`.
 */
export interface FelixConfigurationProps extends FelixSettings {
  /**
   * Name, labels and annotations: `default` holds for all nodes, `FelixConfiguration.forNode` for one, and any other name for the nodes of
   * `nodeSelector`.
   *
   * @default - named `default`
   */
  readonly metadata?: ApiObjectMetadata;
}

/**
 * Settings of Felix, Calico's agent on each node.
 *
 * The properties are generated: names and words from the schema that the manifests are checked with, so that none of the 180 settings is
 * missing; types from a table, so that durations, ports, addresses and words are typed (`scripts/generate/felix-settings.ts`).
 *
 * @see https://docs.tigera.io/calico/latest/reference/resources/felixconfig
 */
export class FelixConfiguration extends CalicoObject {
  /** Metadata for the configuration of one node, which overrides `default` there. */
  public static forNode(node: string): ApiObjectMetadata {
    return nodeMetadata(node);
  }

  private readonly inbound: FailsafePort[];
  private readonly outbound: FailsafePort[];
  private readonly externalNodes: Cidr[];

  /**
   * @throws where `nodeSelector` is given for a name that says by itself which nodes are meant, where both `routeTableRange` and
   * `routeTableRanges` are given, or where a duration, size or port can't be what the setting takes
   */
  constructor(scope: Construct, id: string, props: FelixConfigurationProps = {}) {
    const path = `${scope.node.path}/${id}`;
    const metadata = configurationMetadata(props.metadata);
    checkProps(path, metadata.name!, props);
    const inbound = [...props.failsafeInboundHostPorts ?? []];
    const outbound = [...props.failsafeOutboundHostPorts ?? []];
    const externalNodes = [...props.externalNodesList ?? []];
    super(scope, id, 'FelixConfiguration', metadata, () => felixSpec({
      ...props,
      failsafeInboundHostPorts: givenOrAdded(props.failsafeInboundHostPorts, inbound),
      failsafeOutboundHostPorts: givenOrAdded(props.failsafeOutboundHostPorts, outbound),
      externalNodesList: givenOrAdded(props.externalNodesList, externalNodes),
    }, path));
    this.inbound = inbound;
    this.outbound = outbound;
    this.externalNodes = externalNodes;
  }

  /**
   * Adds ports of hosts that may be reached whatever policies say. The list takes the place of Calico's, so begin it with
   * `FailsafePort.inboundDefaults` to keep that.
   */
  public addFailsafeInboundHostPorts(...ports: FailsafePort[]): void {
    this.inbound.push(...ports);
  }

  /**
   * Adds ports that hosts may reach whatever policies say. The list takes the place of Calico's, so begin it with
   * `FailsafePort.outboundDefaults` to keep that.
   */
  public addFailsafeOutboundHostPorts(...ports: FailsafePort[]): void {
    this.outbound.push(...ports);
  }

  /** Adds blocks outside the cluster from which tunnelled packets are taken. */
  public addExternalNodes(...blocks: Cidr[]): void {
    this.externalNodes.push(...blocks);
  }
}

/** An empty list that was given stays: for Calico it means none, where an absent one means its own. */
function givenOrAdded<T>(given: T[] | undefined, all: T[]): T[] | undefined {
  return given === undefined && all.length === 0 ? undefined : all;
}

function checkProps(path: string, name: string, props: FelixConfigurationProps): void {
  if (props.nodeSelector && (name === CLUSTER_WIDE || name.startsWith('node.'))) {
    throw new Error(`${path}: nodeSelector is given, and the name ${JSON.stringify(name)} says by itself which nodes are meant; give metadata another name, `
      + 'or leave nodeSelector out');
  }
  if (props.routeTableRange && props.routeTableRanges) {
    throw new Error(`${path}: routeTableRange and routeTableRanges are both given; the former is the older word for one range, so keep routeTableRanges`);
  }
  felixSpec(props, path);
}
