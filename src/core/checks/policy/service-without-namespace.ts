import { DIRECTIONS, writtenRules, writtenTraits } from './rules/written-traits';
import { isObject } from '../../manifests';
import { ResourceCheck } from '../check';

/**
 * A rule that names a Service without its namespace. The description of the field says that the policy's own is meant, and nothing fills it in:
 * `RuleAPIV3ToBackend` (libcalico-go updateprocessors/rules.go) passes the empty text on, `ruleToParsedRule` (felix/calc/rule_scanner.go) makes the
 * key `/name` of it, and felix/serviceindex files each Service under its namespace and name. A GlobalNetworkPolicy without it is refused.
 */
export const SERVICE_WITHOUT_NAMESPACE: ResourceCheck = {
  id: 'policy/service-without-namespace',
  severity: 'warning',
  summary: 'A rule of a NetworkPolicy names a Service without its namespace, and so matches nothing.',
  refusedByCluster: false,
  sees: 'resource',
  run: (manifest, report) => {
    if (!writtenTraits(manifest).namesServices || manifest.kind.endsWith('GlobalNetworkPolicy')) {
      return;
    }
    for (const direction of DIRECTIONS) {
      writtenRules(manifest, direction).forEach((rule, index) => {
        for (const side of ['source', 'destination'] as const) {
          const entity = isObject(rule) ? rule[side] : undefined;
          const services = isObject(entity) ? entity.services : undefined;
          if (!isObject(services) || typeof services.name !== 'string' || services.name === '' || (services.namespace ?? '') !== '') {
            continue;
          }
          const namespace = manifest.namespace ?? 'default';
          report({
            field: ['spec', direction, index, side, 'services'],
            what: `the Service ${services.name} is named without its namespace`,
            why: 'Calico doesn\'t fill in the namespace of the policy: it looks for a Service without a namespace, finds none, and the rule matches nothing',
            fix: `add namespace: ${namespace}, or the namespace that the Service is in`,
          });
        }
      });
    }
  },
};
