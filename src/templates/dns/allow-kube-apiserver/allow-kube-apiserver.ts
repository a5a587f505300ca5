import { Construct } from 'constructs';
import { allowKubeApiServerProbes } from './probes';
import { Peer } from '../../../values/peer';
import { PolicyType } from '../../../values/policy-type';
import { Protocol } from '../../../values/protocol';
import { Rule } from '../../../values/rule';
import { inOwnTier, makeOwnTier, TIER_ORDER } from '../../own-tier';
import { PodScope, PodScopeProps } from '../../pod-scope';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate } from '../../policy-template';
import { ProbeSet } from '../../probe-set';
import { whereOpeningFails } from '../opening-only';

const NAME = 'allow-kube-apiserver';

/**
 * Options of `AllowKubeApiServer`.
 */
export interface AllowKubeApiServerProps extends PodScopeProps {}

/**
 * Allows pods to reach the Kubernetes API, wherever its servers are: by the endpoints of the Service `default/kubernetes`.
 *
 * Source: `network-policy/policy-rules/service-policy` of Calico.
 */
export class AllowKubeApiServer extends PolicyTemplate {
  private readonly props: AllowKubeApiServerProps;

  constructor(scope: Construct, id: string, props: AllowKubeApiServerProps = {}) {
    super(scope, id, {
      name: 'dns/allow-kube-apiserver',
      summary: 'Allows pods to reach the Kubernetes API, by the endpoints of the Service default/kubernetes.',
      useWhen: [
        'Egress of the pods is closed, and they are operators, controllers or whatever else asks the Kubernetes API.',
        'The addresses of the API servers change, or differ between clusters: no selector can mean them, as they are on the network of their node.',
      ],
      avoidWhen: [
        'The pods have no business with the API: leave it closed to them, or narrow `pods`.',
        'Pods reach the API by another address than the Service, such as a load balancer: allow that with external/egress-cidr.',
        ...whereOpeningFails('egress'),
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, inOwnTier(props, props.name ?? NAME));
    this.props = props;
    makeOwnTier(this, props.tier, TIER_ORDER.ALLOW_ONLY);
    this.addGlobalNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, props.name ?? NAME) },
      ...PodScope.fieldsOf(props),
      types: [PolicyType.EGRESS],
      egress: [Rule.allow({ protocol: Protocol.TCP, destination: Peer.service('kubernetes', 'default') })],
    });
  }

  public probes(): ProbeSet[] {
    return allowKubeApiServerProbes(this.props, this.props.tier);
  }
}
