import { Chart } from 'cdk8s';
import { BlockMetadataAddress } from 'cdk8s-calico';

export function sample(chart: Chart): BlockMetadataAddress {
  return new BlockMetadataAddress(chart, 'metadata');
}
