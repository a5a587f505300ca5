import { readSynthesised } from './cluster-options';
import { CannotRun } from './terminal';
import { ClusterReader, findInstall, InstallShape, poolsOfManifests, printRefusal, shapeOfManifests } from '../health';

/**
 * The install to look at: the one that was synthesised, or else the one that the cluster runs, held to the pools that were synthesised.
 *
 * @throws CannotRun where there is none
 */
export async function installToExamine(folder: string | undefined, reader: ClusterReader): Promise<InstallShape> {
  const synthesised = readSynthesised(folder);
  const declared = shapeOfManifests(synthesised.manifests, synthesised.folder ?? '');
  if (declared) {
    return declared;
  }
  const { shape, refusal } = await findInstall(reader);
  if (shape === undefined) {
    throw new CannotRun(refusal
      ? `can't find out how Calico is installed: ${printRefusal(refusal)}\nname the manifests of the install with --manifests`
      : 'no Calico here: the cluster has neither an Installation nor a DaemonSet with a container calico-node; --manifests names an install that was synthesised');
  }
  const pools = poolsOfManifests(synthesised.manifests);
  return pools.length === 0 ? shape : { ...shape, pools: [...shape.pools ?? [], ...pools], source: `${shape.source}, and the pools in ${synthesised.folder}` };
}
