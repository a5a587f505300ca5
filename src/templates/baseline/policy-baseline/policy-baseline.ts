import { Construct } from 'constructs';
import { policyBaselineProbes } from './probes';
import { PolicyType, TierDefaultAction } from '../../../values/policy-type';
import { Selector } from '../../../values/selector';
import { ClusterDns } from '../../cluster-dns';
import { AllowDns } from '../../dns/allow-dns/allow-dns';
import { AllowKubeApiServer } from '../../dns/allow-kube-apiserver/allow-kube-apiserver';
import { BlockMetadataAddress } from '../../external/block-metadata-address/block-metadata-address';
import { IsolateNamespace } from '../../namespaces/isolate-namespace/isolate-namespace';
import { PolicyTemplate } from '../../policy-template';
import { ProbeSet } from '../../probe-set';
import { AppDefaultDeny } from '../app-default-deny/app-default-deny';
import { Quarantine } from '../quarantine/quarantine';
import { TierSkeleton } from '../tier-skeleton/tier-skeleton';

/**
 * Options of `PolicyBaseline`.
 */
export interface PolicyBaselineProps {
  /** The names of the app's namespaces. */
  readonly namespaces: string[];

  /**
   * Whether all its policies are only staged: they enforce nothing, and `cdk8s-calico diff --enforce-staged` shows what they would change. Tiers
   * can't be staged, and don't have to be: one in which nothing is enforced isn't asked.
   *
   * @default false
   */
  readonly staged?: boolean;

  /** What the names of its policies begin with. @default - the id of the construct */
  readonly name?: string;

  /**
   * The tiers, where there are some: those of another baseline (its `tiers`), or a `TierSkeleton` of your own.
   *
   * @default - security, platform and app, which all end with PASS: the default deny is in the tier `default`, beside the policies of Kubernetes
   */
  readonly tiers?: TierSkeleton;

  /** The pods that answer DNS queries. @default - kube-dns or CoreDNS in kube-system */
  readonly dns?: ClusterDns;

  /** Only pods with matching labels reach the Kubernetes API. @default - all pods of the namespaces */
  readonly apiClients?: Selector;

  /** Whether pods of one of the namespaces reach each other, whatever other policies of the tier `default` allow only some. @default true */
  readonly trustWithinNamespace?: boolean;

  /** Whether pods are kept from the metadata address of the cloud. @default true */
  readonly blockMetadataAddress?: boolean;

  /** Names of namespaces whose pods may reach those in quarantine. @default - none */
  readonly investigatorNamespaces?: string[];
}

/**
 * What every app starts from: its namespaces are closed but for DNS, the Kubernetes API and themselves, the metadata address stays out of reach
 * whatever policies follow, and a label puts a pod into quarantine.
 */
export class PolicyBaseline extends PolicyTemplate {
  /** The tiers: add policies of the security team, of the platform team and of the app. */
  public readonly tiers: TierSkeleton;

  private readonly props: PolicyBaselineProps;

  /** @throws where `namespaces` is empty or names one twice */
  constructor(scope: Construct, id: string, props: PolicyBaselineProps) {
    super(scope, id, {
      name: 'baseline/policy-baseline',
      summary: 'Tiers, default deny with DNS and the Kubernetes API, isolation of each namespace, metadata address block and quarantine for the namespaces of an app.',
      useWhen: [
        'An app gets namespaces, and is to be closed but for what its own policies then open.',
        'An app runs already: stage the baseline, and enforce it once the difference is what you want.',
      ],
      avoidWhen: [
        'Apps of one namespace are to be kept from each other, by apps/limit-to-app and its like: set `trustWithinNamespace` to false; allowances add up.',
        'The nodes run NodeLocal DNSCache: add dns/node-local-dns in the tier `platform`.',
        'Webhooks or aggregated APIs run in the namespaces: add dns/allow-kubelet-probes, as the API server comes from the address of a node.',
        'Pods of the system are meant: closing kube-system takes policies made for it.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, { staged: props.staged });
    if (props.namespaces.length === 0 || new Set(props.namespaces).size < props.namespaces.length) {
      throw new Error(`${this.node.path}: namespaces is [${props.namespaces.join(', ')}]; name each namespace of the app once`);
    }
    this.props = props;
    this.tiers = props.tiers ?? new TierSkeleton(this, 'tiers', { appDefaultAction: TierDefaultAction.PASS });
    const { staged, namespaces: names } = props;
    const name = props.name ?? id;
    const namespaces = Selector.label('projectcalico.org/name').in(...names);
    const { security, platform } = this.tiers;
    new Quarantine(this, 'quarantine', {
      name: `${name}-quarantine`, tier: security, staged, namespaces, investigatorNamespaces: props.investigatorNamespaces,
    });
    if (props.blockMetadataAddress ?? true) {
      new BlockMetadataAddress(this, 'metadata-address', {
        name: `${name}-block-metadata-address`, tier: security, tierEndsWithPass: true, staged, namespaces: names,
      });
    }
    new AllowDns(this, 'dns', { name: `${name}-allow-dns`, tier: platform, staged, namespaces, dns: props.dns });
    new AllowKubeApiServer(this, 'kube-apiserver', {
      name: `${name}-allow-kube-apiserver`, tier: platform, staged, namespaces, pods: props.apiClients,
    });
    new AppDefaultDeny(this, 'default-deny', { name: `${name}-default-deny`, staged, namespaces, allowDns: false });
    if (props.trustWithinNamespace ?? true) {
      for (const namespace of names) {
        new IsolateNamespace(this, `within-${namespace}`, {
          name: `${name}-within-namespace`, staged, namespace, types: [PolicyType.INGRESS, PolicyType.EGRESS], allowDns: false,
        });
      }
    }
  }

  public probes(): ProbeSet[] {
    const { namespaces, dns, apiClients, trustWithinNamespace = true, blockMetadataAddress = true, investigatorNamespaces = [] } = this.props;
    const { security, platform, app } = this.tiers;
    const tiers = [security, platform, app].map((tier) => tier.toJson());
    return policyBaselineProbes({
      namespaces, dns, apiClients, trustWithinNamespace, blockMetadataAddress, investigatorNamespaces, tiers, hasOwnTiers: !this.props.tiers,
    });
  }
}
