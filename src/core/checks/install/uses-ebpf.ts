import { installObjects } from './install-objects';
import { readInstallation } from './read-installation';
import { readNode } from './read-node';
import { Cluster } from '../../manifests';
import { felixSettings } from '../underlay/felix-setting';

/** Whether Felix is told to use eBPF, in place of iptables and kube-proxy. One look at the objects of the install. */
export function usesEbpf(cluster: Cluster): boolean {
  const objects = installObjects(cluster);
  return objects.installations.some((installation) => readInstallation(installation).dataPlane === 'BPF')
    || felixSettings(cluster, objects.nodes.map((node) => readNode(node, objects)))('bpfEnabled')?.value === 'true';
}
