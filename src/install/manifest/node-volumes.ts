import { k8s } from 'cdk8s-plus-27';
import { ManifestSettings } from './manifest-settings';

/** The folders of the node that the agent works on. */
export function nodeVolumes({ networking }: ManifestSettings): k8s.Volume[] {
  return [
    hostPath('lib-modules', '/lib/modules'),
    hostPath('var-run-calico', '/var/run/calico', 'DirectoryOrCreate'),
    hostPath('var-lib-calico', '/var/lib/calico', 'DirectoryOrCreate'),
    hostPath('xtables-lock', '/run/xtables.lock', 'FileOrCreate'),
    hostPath('sys-fs', '/sys/fs/', 'DirectoryOrCreate'),
    hostPath('bpffs', '/sys/fs/bpf', 'Directory'),
    hostPath('nodeproc', '/proc'),
    hostPath('cni-bin-dir', '/opt/cni/bin', 'DirectoryOrCreate'),
    hostPath('cni-net-dir', '/etc/cni/net.d'),
    hostPath('cni-log-dir', '/var/log/calico/cni'),
    hostPath('policysync', '/var/run/nodeagent', 'DirectoryOrCreate'),
    ...(networking.name === 'calico' ? [hostPath('host-local-net-dir', '/var/lib/cni/networks')] : []),
  ];
}

/** A folder or file of the node; with a type, it has to be one, or is made. */
export function hostPath(name: string, path: string, type?: string): k8s.Volume {
  return { name, hostPath: { path, type } };
}
