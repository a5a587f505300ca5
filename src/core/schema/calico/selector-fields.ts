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

/** Where the selectors of a kind are: by the key of a field; `items` where the field is a list. */
interface Level {
  readonly role?: SelectorRole;
  readonly fields: Map<string, Level>;
  items?: Level;
}

const levelsByKind = new Map<string, Level>();

/**
 * Every selector of the manifest that is text, also where Calico never parses it. One walk over the fields on the way to a selector: it
 * grows with the number of rules.
 */
export function selectorFieldsOf(manifest: Manifest): SelectorField[] {
  const found: SelectorField[] = [];
  if (manifest.isCalico) {
    collect(manifest.object, levelOf(manifest.kind), [], found);
  }
  return found;
}

/** The selectors that Calico takes unread, so that a fault in them shows only as a node that isn't selected. */
export function uncheckedSelectorsOf(kind: string): readonly string[] {
  return Object.keys(UNCHECKED[kind] ?? {});
}

function levelOf(kind: string): Level {
  let root = levelsByKind.get(kind);
  if (root === undefined) {
    root = { fields: new Map() };
    const roles = { ...(Object.hasOwn(CHECKED, kind) && CHECKED[kind]), ...(Object.hasOwn(UNCHECKED, kind) && UNCHECKED[kind]) };
    for (const [path, role] of Object.entries(roles)) {
      addLevel(root, path.split('.'), role);
    }
    levelsByKind.set(kind, root);
  }
  return root;
}

function addLevel(root: Level, steps: readonly string[], role: SelectorRole): void {
  let level = root;
  for (const [at, step] of steps.entries()) {
    const key = step.replace('[]', '');
    let next = level.fields.get(key);
    if (next === undefined) {
      next = { fields: new Map(), ...(at === steps.length - 1 && { role }) };
      level.fields.set(key, next);
    }
    level = step.endsWith('[]') ? next.items ??= { fields: new Map() } : next;
  }
}

/** The path is one array that grows and shrinks, copied only for a selector: most fields on the way hold none. */
function collect(value: unknown, level: Level, path: (string | number)[], found: SelectorField[]): void {
  if (level.role !== undefined) {
    if (typeof value === 'string') {
      found.push({ field: [...path], text: value, role: level.role });
    }
  } else if (level.items !== undefined) {
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) {
        path.push(index);
        collect(value[index], level.items, path, found);
        path.pop();
      }
    }
  } else if (isObject(value)) {
    for (const [key, next] of level.fields) {
      if (Object.hasOwn(value, key)) {
        path.push(key);
        collect(value[key], next, path, found);
        path.pop();
      }
    }
  }
}
