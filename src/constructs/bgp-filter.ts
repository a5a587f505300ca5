import { ApiObjectMetadata } from 'cdk8s';
import { Construct } from 'constructs';
import { CalicoObject } from './calico-object';
import { BgpFilterRule } from '../values/bgp-filter-rule';
import { IpFamily } from '../values/ip-family';
import { withoutUndefined } from '../values/without-undefined';

/**
 * A BGP filter that peers can use.
 */
export interface IBgpFilter {
  /** The filter's name in the cluster. */
  readonly filterName: string;
}

/**
 * Properties of a `BgpFilter`.
 */
export interface BgpFilterProps {
  /** Name, labels and annotations. @default - a name made from the construct's path */
  readonly metadata?: ApiObjectMetadata;

  /** Rules for IPv4 routes that go to the peer, in order. A route that none matches goes by Calico's own rules. @default - none; see `addExportV4` */
  readonly exportV4?: BgpFilterRule[];

  /** Rules for IPv6 routes that go to the peer, in order. A route that none matches goes by Calico's own rules. @default - none; see `addExportV6` */
  readonly exportV6?: BgpFilterRule[];

  /** Rules for IPv4 routes that come from the peer, in order. A route that none matches is accepted. @default - none; see `addImportV4` */
  readonly importV4?: BgpFilterRule[];

  /** Rules for IPv6 routes that come from the peer, in order. A route that none matches is accepted. @default - none; see `addImportV6` */
  readonly importV6?: BgpFilterRule[];
}

/**
 * Rules for the routes that BGP peers get or give. Values that Calico refuses are reported as `resource/bgp-filter`.
 *
 * @see https://docs.tigera.io/calico/latest/reference/resources/bgpfilter
 */
export class BgpFilter extends CalicoObject implements IBgpFilter {
  /** A filter that another app or tool creates. */
  public static fromFilterName(filterName: string): IBgpFilter {
    return { filterName };
  }

  /** The filter's name in the cluster. */
  public readonly filterName: string;

  private readonly rules: Record<'exportV4' | 'exportV6' | 'importV4' | 'importV6', BgpFilterRule[]>;

  /** @throws where a rule compares routes with a network of the other family */
  constructor(scope: Construct, id: string, props: BgpFilterProps = {}) {
    const rules = { exportV4: [], exportV6: [], importV4: [], importV6: [] };
    super(scope, id, 'BGPFilter', props.metadata, () => withoutUndefined({
      exportV4: printRules(rules.exportV4),
      exportV6: printRules(rules.exportV6),
      importV4: printRules(rules.importV4),
      importV6: printRules(rules.importV6),
    }));
    this.rules = rules;
    this.filterName = this.name;
    this.addExportV4(...props.exportV4 ?? []);
    this.addExportV6(...props.exportV6 ?? []);
    this.addImportV4(...props.importV4 ?? []);
    this.addImportV6(...props.importV6 ?? []);
  }

  /**
   * Adds rules for IPv4 routes that go to the peer, after those that are there.
   * @throws where a rule has an IPv6 network
   */
  public addExportV4(...rules: BgpFilterRule[]): void {
    this.add('exportV4', IpFamily.IPV4, rules);
  }

  /**
   * Adds rules for IPv6 routes that go to the peer, after those that are there.
   * @throws where a rule has an IPv4 network
   */
  public addExportV6(...rules: BgpFilterRule[]): void {
    this.add('exportV6', IpFamily.IPV6, rules);
  }

  /**
   * Adds rules for IPv4 routes that come from the peer, after those that are there.
   * @throws where a rule has an IPv6 network
   */
  public addImportV4(...rules: BgpFilterRule[]): void {
    this.add('importV4', IpFamily.IPV4, rules);
  }

  /**
   * Adds rules for IPv6 routes that come from the peer, after those that are there.
   * @throws where a rule has an IPv4 network
   */
  public addImportV6(...rules: BgpFilterRule[]): void {
    this.add('importV6', IpFamily.IPV6, rules);
  }

  private add(list: keyof BgpFilter['rules'], family: IpFamily, rules: BgpFilterRule[]): void {
    const other = rules.find((rule) => rule.family !== undefined && rule.family !== family);
    if (other !== undefined) {
      throw new Error(`${this.node.path}: ${list} has a rule for ${other._toManifest().cidr}, an ${other.family} network; its routes are ${family}`);
    }
    this.rules[list].push(...rules);
  }
}

function printRules(rules: BgpFilterRule[]): object[] | undefined {
  return rules.length > 0 ? rules.map((rule) => rule._toManifest()) : undefined;
}
