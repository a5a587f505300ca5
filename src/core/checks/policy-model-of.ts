import { Cluster } from '../manifests';
import { buildModel, PolicyModel } from '../policy';

const MODELS = new WeakMap<Cluster, PolicyModel>();

/** The model of a cluster's policies, built once for all checks that ask for it. */
export function policyModelOf(cluster: Cluster): PolicyModel {
  let model = MODELS.get(cluster);
  if (!model) {
    model = buildModel(cluster.manifests);
    MODELS.set(cluster, model);
  }
  return model;
}
