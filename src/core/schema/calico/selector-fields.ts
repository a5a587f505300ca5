import { selector } from './selector-syntax';
import { FieldPath } from '../../findings';
import { isObject, Manifest } from '../../manifests';
import { FieldTable } from '../structural/field-table';

/**
 * What a selector selects: pods alone, endpoints (pods and host endpoints), entities (endpoints and network sets: the peers of a rule),
 * namespaces, service accounts, or nodes.
 */
export type SelectorRole = 'pod' | 'endpoint' | 'entity' | 'namespace' | 'serviceAccount' | 'node';

/** One selector of a manifest, in Calico's language. */
export interface SelectorField {
  readonly field: FieldPath;
  readonly text: string;
  readonly role: SelectorRole;
}

type Roles = Readonly<Record<string, SelectorRole>>;

const ENTITY: Roles = {
  'selector': 'entity', 'notSelector': 'entity', 'namespaceSelector': 'namespace', 'serviceAccounts.selector': 'serviceAccount',
};

const RULES: Roles = Object.fromEntries(['ingress', 'egress'].flatMap((direction) => ['source', 'destination'].flatMap((side) =>
  Object.entries(ENTITY).map(([path, role]) => [`spec.${direction}[].${side}.${path}`, role]))));

const NAMESPACED_POLICY: Roles = { 'spec.selector': 'pod', 'spec.serviceAccountSelector': 'serviceAccount', ...RULES };
const GLOBAL_POLICY: Roles = {
  'spec.selector': 'endpoint', 'spec.namespaceSelector': 'namespace', 'spec.serviceAccountSelector': 'serviceAccount', ...RULES,
};

/** The selector fields that Calico's validator parses, by kind. */
const CHECKED: Readonly<Record<string, Roles>> = {
  NetworkPolicy: NAMESPACED_POLICY,
  StagedNetworkPolicy: NAMESPACED_POLICY,
  GlobalNetworkPolicy: GLOBAL_POLICY,
  StagedGlobalNetworkPolicy: GLOBAL_POLICY,
  Profile: RULES,
  IPPool: { 'spec.nodeSelector': 'node', 'spec.namespaceSelector': 'namespace' },
  BGPPeer: { 'spec.nodeSelector': 'node', 'spec.peerSelector': 'node', 'spec.localWorkloadSelector': 'pod' },
};

/** The selector fields that it takes unread. */
const UNCHECKED: Readonly<Record<string, Roles>> = {
  FelixConfiguration: { 'spec.nodeSelector': 'node' },
  KubeControllersConfiguration: { 'spec.controllers.node.hostEndpoint.templates[].nodeSelector': 'node' },
};

/** The syntax rule for each selector field of the kind that Calico parses. */
export function selectorTable(kind: string): FieldTable {
  return Object.fromEntries(Object.keys(CHECKED[kind] ?? {}).map((path) => [path, { rules: [selector] }]));
}

const stepsByKind = new Map<string, readonly (readonly [readonly string[], SelectorRole])[]>();

/** Every selector of the manifest that is text, also where Calico never parses it. Grows with the number of rules. */
export function* selectorFieldsOf(manifest: Manifest): Generator<SelectorField> {
  if (!manifest.isCalico) {
    return;
  }
  for (const [steps, role] of stepsOf(manifest.kind)) {
    yield* textsAt(manifest.object, steps, 0, [], role);
  }
}

function stepsOf(kind: string): readonly (readonly [readonly string[], SelectorRole])[] {
  let steps = stepsByKind.get(kind);
  if (steps === undefined) {
    const roles = { ...(Object.hasOwn(CHECKED, kind) && CHECKED[kind]), ...(Object.hasOwn(UNCHECKED, kind) && UNCHECKED[kind]) };
    steps = Object.entries(roles).map(([path, role]) => [path.replaceAll('[]', '.[]').split('.'), role] as const);
    stepsByKind.set(kind, steps);
  }
  return steps;
}

function* textsAt(value: unknown, steps: readonly string[], at: number, field: FieldPath, role: SelectorRole): Generator<SelectorField> {
  if (at === steps.length) {
    if (typeof value === 'string') {
      yield { field, text: value, role };
    }
  } else if (steps[at] === '[]') {
    for (const [index, item] of Array.isArray(value) ? value.entries() : []) {
      yield* textsAt(item, steps, at + 1, [...field, index], role);
    }
  } else if (isObject(value) && Object.hasOwn(value, steps[at])) {
    yield* textsAt(value[steps[at]], steps, at + 1, [...field, steps[at]], role);
  }
}
