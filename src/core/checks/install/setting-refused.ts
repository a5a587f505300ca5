import { installObjects, objectAt, textAt } from './install-objects';
import { ReadInstallation, readInstallation } from './read-installation';
import { FieldPath } from '../../findings';
import { isObject } from '../../manifests';
import { ClusterCheck } from '../check';

/** What is wrong with a setting. */
interface Problem {
  readonly field: FieldPath;
  readonly what: string;
  readonly fix: string;
}

/** tigera operator pkg/controller/utils/utils.go, AllowedSysctlKeys. */
const SYSCTL_KEYS = ['net.ipv4.tcp_keepalive_intvl', 'net.ipv4.tcp_keepalive_probes', 'net.ipv4.tcp_keepalive_time'];
/** The older and the newer name of the container that mounts the file system of eBPF. */
const BPF_MOUNTS = ['mount-bpffs', 'ebpf-bootstrap'];
/** Those that can wait for policy. */
const WAITING_DATA_PLANES = ['Iptables', 'Nftables', 'BPF'];

/** tigera operator pkg/controller/installation/validation.go, validateCustomResource: single settings. */
export const SETTING_REFUSED: ClusterCheck = {
  id: 'install/setting-refused',
  severity: 'error',
  summary: 'The operator refuses a setting of an Installation.',
  refusedByCluster: true,
  sees: 'cluster',
  run: (cluster, report) => {
    for (const installation of installObjects(cluster).installations.map(readInstallation)) {
      const problems = [networkProblems, nodeProblems, loggingProblems, otherProblems].flatMap((look) => [...look(installation)]);
      for (const problem of problems) {
        report({ manifest: installation.manifest, why: 'the operator reports the Installation as degraded, and installs nothing', ...problem });
      }
    }
  },
};

function* networkProblems({ network, dataPlane, cni, bgp }: ReadInstallation): Generator<Problem> {
  const at = (name: string): FieldPath => ['spec', 'calicoNetwork', name];
  const sysctl = Array.isArray(network.sysctl) ? network.sysctl : [];
  for (const [index, entry] of sysctl.entries()) {
    if (isObject(entry) && typeof entry.key === 'string' && !SYSCTL_KEYS.includes(entry.key)) {
      yield { field: [...at('sysctl'), index, 'key'], what: `the kernel parameter ${entry.key} can't be set for pods here`, fix: `write ${SYSCTL_KEYS.join(', ')}, or leave it out` };
    }
  }
  const seconds = network.linuxPolicySetupTimeoutSeconds;
  if (typeof seconds === 'number' && (seconds < 0 || !WAITING_DATA_PLANES.includes(dataPlane))) {
    yield seconds < 0
      ? { field: at('linuxPolicySetupTimeoutSeconds'), what: `linuxPolicySetupTimeoutSeconds is ${seconds}`, fix: 'write a number from 0' }
      : { field: at('linuxPolicySetupTimeoutSeconds'), what: `pods wait for policy, and the data plane ${dataPlane} doesn't tell when it is there`, fix: 'leave it out' };
  }
  if (dataPlane === 'VPP' && (cni !== 'Calico' || !bgp || network.hostPorts === 'Disabled')) {
    yield { field: at('linuxDataplane'), what: 'the data plane is VPP, which needs Calico\'s CNI plugin, BGP and host ports', fix: 'set all three, or another data plane' };
  }
}

function* nodeProblems({ spec }: ReadInstallation): Generator<Problem> {
  for (const name of ['flexVolumePath', 'kubeletVolumePluginPath']) {
    const path = textAt(spec, name);
    if (path !== undefined && path !== 'None' && !path.startsWith('/')) {
      yield { field: ['spec', name], what: `${name} is ${JSON.stringify(path)}`, fix: 'write an absolute path, or None' };
    }
  }
  const strategy = textAt(objectAt(spec, 'nodeUpdateStrategy'), 'type');
  if (strategy !== undefined && strategy !== 'RollingUpdate') {
    yield { field: ['spec', 'nodeUpdateStrategy', 'type'], what: `the update strategy of nodes is ${strategy}`, fix: 'write RollingUpdate, or leave it out' };
  }
  const initContainers = objectAt(spec, 'calicoNodeDaemonSet', 'spec', 'template', 'spec').initContainers;
  const names = (Array.isArray(initContainers) ? initContainers : []).map((container) => isObject(container) ? container.name : undefined);
  if (BPF_MOUNTS.every((name) => names.includes(name))) {
    yield {
      field: ['spec', 'calicoNodeDaemonSet', 'spec', 'template', 'spec', 'initContainers'],
      what: `${BPF_MOUNTS.join(' and ')} are both changed, and are two names for one container`,
      fix: 'leave one of them out',
    };
  }
  if (spec.nonPrivileged === 'Enabled') {
    yield { field: ['spec', 'nonPrivileged'], what: 'calico-node is to run without privileges, which is gone', fix: 'leave it out' };
  }
}

/** The plugin's log files: only Calico's plugin has them, `install/needs-calico-cni` reports the others. */
function* loggingProblems({ spec, cni }: ReadInstallation): Generator<Problem> {
  const logging = objectAt(spec, 'logging', 'cni');
  const field = (name: string): FieldPath => ['spec', 'logging', 'cni', name];
  for (const name of cni === 'Calico' ? ['logFileMaxCount', 'logFileMaxAgeDays'] : []) {
    const value = logging[name];
    if (typeof value === 'number' && value < 1) {
      yield { field: field(name), what: `${name} is ${value}`, fix: 'write a number from 1' };
    }
  }
  const size = logging.logFileMaxSize;
  if (cni === 'Calico' && size !== undefined && !/^\+?\d+(\.\d+)?[KMGTPE]i$/.test(String(size))) {
    yield { field: field('logFileMaxSize'), what: `logFileMaxSize is ${String(size)}`, fix: 'write a size in Ki, Mi, Gi, Ti, Pi or Ei, such as 100Mi' };
  }
}

function* otherProblems({ spec, provider }: ReadInstallation): Generator<Problem> {
  const selector = objectAt(spec, 'controlPlaneNodeSelector');
  for (const label of ['kubernetes.io/os', 'beta.kubernetes.io/os']) {
    if (selector[label] !== undefined && selector[label] !== 'linux') {
      yield { field: ['spec', 'controlPlaneNodeSelector', label], what: `Calico's Deployments are to run on ${String(selector[label])}`, fix: 'write linux, or leave it out' };
    }
  }
  if (typeof spec.controlPlaneReplicas === 'number' && spec.controlPlaneReplicas < 1) {
    yield { field: ['spec', 'controlPlaneReplicas'], what: `controlPlaneReplicas is ${spec.controlPlaneReplicas}`, fix: 'write a number from 1' };
  }
  if (spec.azure !== undefined && provider !== 'AKS') {
    yield { field: ['spec', 'azure'], what: `azure is set, and kubernetesProvider is ${provider || 'not set'}`, fix: 'set kubernetesProvider to AKS, or leave azure out' };
  }
  if (spec.fipsMode === 'Enabled' && spec.variant === 'TigeraSecureEnterprise') {
    yield { field: ['spec', 'fipsMode'], what: 'fipsMode is Enabled, and the variant is TigeraSecureEnterprise', fix: 'set the variant to Calico, or leave fipsMode out' };
  }
}
