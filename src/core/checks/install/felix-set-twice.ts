import { installObjects } from './install-objects';
import { readNode } from './read-node';
import { parseGoDuration } from '../../schema/go/duration';
import { calicoObjects } from '../calico-objects';
import { ClusterCheck } from '../check';

/** Fields whose variable isn't FELIX_ and their name in capitals (api felixconfig.go, tags `confignamev1`). */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['ipipEnabled', 'IPINIPENABLED'],
  ['ipipMTU', 'IPINIPMTU'],
  ['iptablesLockProbeInterval', 'IPTABLESLOCKPROBEINTERVALMILLIS'],
  ...['iptablesPostWriteCheckInterval', 'netlinkTimeout', 'reportingInterval', 'reportingTTL', 'endpointReportingDelay', 'usageReportingInitialDelay', 'usageReportingInterval']
    .map((name) => [name, `${name.toUpperCase()}SECS`] as const),
]);

/** Felix takes a variable before a FelixConfiguration, whatever that says (felix/config/config_params.go, order of sources). */
export const FELIX_SET_TWICE: ClusterCheck = {
  id: 'install/felix-set-twice',
  severity: 'error',
  summary: 'A FelixConfiguration sets what a variable of calico-node sets otherwise: the variable wins.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const objects = installObjects(cluster);
    const configurations = calicoObjects(cluster, 'FelixConfiguration');
    for (const node of configurations.length === 0 ? [] : objects.nodes.map((manifest) => readNode(manifest, objects))) {
      for (const configuration of configurations) {
        for (const [name, value] of Object.entries(configuration.spec)) {
          const variable = `FELIX_${OTHER_NAMES.get(name) ?? name.toUpperCase()}`;
          const set = node.value(variable);
          if (node.isSet(variable) && typeof value !== 'object' && (set === undefined || !isSame(set, String(value), variable))) {
            report({
              manifest: configuration,
              field: ['spec', name],
              what: `${name} is ${String(value)}, and the variable ${variable} of ${node.manifest.name} ${set === undefined ? 'sets it as well' : `sets it to ${set}`}`,
              why: 'Felix takes the variable: the FelixConfiguration is without effect here',
              fix: 'set it in one place: leave the variable out, or the field',
              // Where the value isn't known, both may say the same.
              ...(set === undefined && { severity: 'advice' as const }),
            });
          }
        }
      }
    }
  },
};

/** A time is a number in a variable, and has a unit in the field (felix/config/param_types.go, SecondsParam and MillisParam). */
function isSame(variable: string, field: string, name: string): boolean {
  const time = /^\d+(\.\d+)?$/.test(variable) && /[a-z]$/.test(field) ? parseGoDuration(field) : undefined;
  return time === undefined ? variable.toLowerCase() === field.toLowerCase() : Number(variable) * (name.endsWith('MILLIS') ? 1e6 : 1e9) === time;
}
