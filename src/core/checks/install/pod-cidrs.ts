import { InstallObjects, objectAt, textAt } from './install-objects';
import { readCidr, Prefix } from '../../cidr';
import { isObject, Manifest } from '../../manifests';

/** A network that the cluster has for pods, and who says so. */
export interface PodCidr {
  readonly block: Prefix;
  readonly saidBy: string;
}

/** The annotation of an install that says it. */
const POD_CIDRS_ANNOTATION = 'cdk8s-calico/pod-cidrs';

/**
 * The networks for pods as the objects say them: what the install was declared for, kubeadm's and kind's `podSubnet`, kube-proxy's
 * `clusterCIDR`, OpenShift's `clusterNetwork`.
 */
export function podCidrs({ installations, nodes, others }: InstallObjects): PodCidr[] {
  return [
    ...[...installations, ...nodes].flatMap((manifest) => blocks(annotation(manifest, POD_CIDRS_ANNOTATION), `the option \`podCidrs\` of the install (annotation ${POD_CIDRS_ANNOTATION})`)),
    ...others.flatMap(configured),
  ];
}

/** An annotation, or undefined. */
export function annotation({ object }: Manifest, name: string): string | undefined {
  return textAt(objectAt(object, 'metadata', 'annotations'), name);
}

function configured(manifest: Manifest): PodCidr[] {
  const { kind, group, object, spec } = manifest;
  const networking = objectAt(object, 'networking');
  switch (`${group}/${kind}`) {
    case 'kubeadm.k8s.io/ClusterConfiguration': return blocks(textAt(networking, 'podSubnet'), 'kubeadm\'s podSubnet');
    case 'kind.x-k8s.io/Cluster': return blocks(textAt(networking, 'podSubnet'), 'kind\'s podSubnet');
    case 'kubeproxy.config.k8s.io/KubeProxyConfiguration': return blocks(textAt(object, 'clusterCIDR'), 'kube-proxy\'s clusterCIDR');
    case 'config.openshift.io/Network': {
      const list = Array.isArray(spec.clusterNetwork) ? spec.clusterNetwork : [];
      return list.flatMap((entry) => isObject(entry) ? blocks(textAt(entry, 'cidr'), 'OpenShift\'s clusterNetwork') : []);
    }
    default: return [];
  }
}

/** The blocks of a list with commas; what is no block says nothing. */
function blocks(text: string | undefined, saidBy: string): PodCidr[] {
  return (text ?? '').split(',').flatMap((part) => {
    const block = readCidr(part.trim())?.network;
    return block === undefined ? [] : [{ block, saidBy }];
  });
}
