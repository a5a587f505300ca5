import { ApiObjectMetadata } from 'cdk8s';

/** The name that holds for the whole cluster. */
export const CLUSTER_WIDE = 'default';

/** Metadata of a configuration of which the cluster has one: named `default` unless it says otherwise. */
export function configurationMetadata(metadata: ApiObjectMetadata | undefined): ApiObjectMetadata {
  return { ...metadata, name: metadata?.name ?? CLUSTER_WIDE };
}

/** Metadata of a configuration that holds for one node. */
export function nodeMetadata(node: string): ApiObjectMetadata {
  return { name: `node.${node}` };
}
