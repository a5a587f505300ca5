import { Chart } from 'cdk8s';
import { ClusterNetworkPolicies } from 'cdk8s-calico';

export function sample(chart: Chart): ClusterNetworkPolicies {
  return new ClusterNetworkPolicies(chart, 'administrators', { trustedNamespaces: ['monitoring'] });
}
