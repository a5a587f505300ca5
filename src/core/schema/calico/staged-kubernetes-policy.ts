import { oneOf } from './field-rules';
import { judgeSelectorScope } from './selector-scope';
import { isDeletion, judgeDeletion } from './staged-policy';
import { isObject, JsonObject } from '../../manifests';
import { Misread } from '../go/go-type';
import { goIntOrString, goPort, portWords } from '../go/network-types';
import { FieldTable } from '../structural/field-table';
import { Walk } from '../structural/walk';

/** What Calico adds to a staged policy of Kubernetes (api/pkg/apis/projectcalico/v3/stagedkubernetesnetworkpolicy.go). */
export const STAGED_KUBERNETES_TABLE: FieldTable = {
  'spec.stagedAction': { rules: [oneOf('resource/enum', 'Set', 'Delete', 'Learn', 'Ignore')] },
  'spec.ingress[].ports[].port': { go: goIntOrString },
  'spec.egress[].ports[].port': { go: goIntOrString },
};

interface DecodedSpec {
  readonly podSelector?: JsonObject | null;
  readonly stagedAction?: string;
  readonly ingress?: readonly DecodedKubernetesRule[];
  readonly egress?: readonly DecodedKubernetesRule[];
}

interface DecodedKubernetesRule {
  readonly ports?: readonly { readonly port?: number | string | null; readonly endPort?: number | null }[];
}

/**
 * `validateStagedKubernetesNetworkPolicy`: what the conversion to a policy of Calico's can't take, which is ports
 * (lib/backend/k8s/conversion, `k8sPortToCalico`).
 */
export function judgeStagedKubernetesPolicy(object: JsonObject, walk: Walk): void {
  const spec = object.spec as DecodedSpec | undefined;
  if (spec === undefined || spec === null) {
    return;
  }
  walk.enter('spec');
  if (isDeletion(spec)) {
    judgeDeletion(spec, walk, []);
  } else {
    judgePodSelector(spec.podSelector, walk);
    for (const direction of ['ingress', 'egress'] as const) {
      for (const [index, rule] of (spec[direction] ?? []).entries()) {
        judgePorts(rule, walk, [direction, index, 'ports']);
      }
    }
  }
  walk.leave();
}

/** The label selector becomes a selector of Calico's, where the text of `global()` is refused, in keys and values too. */
function judgePodSelector(selector: JsonObject | null | undefined, walk: Walk): void {
  for (const [key, value] of Object.entries(isObject(selector?.matchLabels) ? selector.matchLabels : {})) {
    judgeSelectorScope(`${key} ${String(value)}`, walk, ['podSelector', 'matchLabels', key]);
  }
  const expressions = Array.isArray(selector?.matchExpressions) ? selector.matchExpressions as DecodedExpression[] : [];
  for (const [index, { key, operator, values }] of expressions.entries()) {
    const compared = operator === 'In' || operator === 'NotIn';
    if (compared || operator === 'Exists' || operator === 'DoesNotExist') {
      judgeSelectorScope([key, ...(compared ? values ?? [] : [])].join(' '), walk, ['podSelector', 'matchExpressions', index]);
    }
  }
}

interface DecodedExpression {
  readonly key?: string;
  readonly operator?: string;
  readonly values?: readonly string[] | null;
}

function judgePorts(rule: DecodedKubernetesRule, walk: Walk, place: readonly (string | number)[]): void {
  for (const [index, { port, endPort }] of (rule.ports ?? []).entries()) {
    if (port === undefined || port === null) {
      continue;
    }
    if (endPort !== undefined && endPort !== null) {
      if (goPort.read(`${port}:${endPort}`) instanceof Misread) {
        walk.refuse(undefined, portWords(`port ${port} to endPort ${endPort} is no range`, 'give a port number, and an endPort that isn\'t less'), [...place, index, 'endPort']);
      }
      continue;
    }
    const read = goPort.read(String(port));
    if (read instanceof Misread) {
      walk.refuse(undefined, read.words, [...place, index, 'port']);
    }
  }
}
