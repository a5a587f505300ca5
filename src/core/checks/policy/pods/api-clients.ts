import { Cluster, JsonObject, Manifest } from '../../../manifests';
import { objectAt, objectsAt } from '../../../policy/json-fields';

/** Roles of Kubernetes' own that are given to what calls its API. */
const KNOWN_ROLES: ReadonlySet<string> = new Set(['cluster-admin', 'admin', 'edit', 'view', 'system:auth-delegator']);
const GROUP = 'rbac.authorization.k8s.io';

/**
 * The service accounts, by namespace and name, that a binding among the manifests lets ask the Kubernetes API for something. A role that only lets
 * them use a security policy is no sign of a call, nor is one that isn't among the manifests. Linear in roles and bindings.
 */
export function apiClients({ manifests }: Cluster): ReadonlyMap<string, Manifest> {
  const roles = new Set<string>();
  const bindings: Manifest[] = [];
  for (const manifest of manifests) {
    if (manifest.group === GROUP && manifest.kind.endsWith('Role') && asksForSomething(manifest.object)) {
      roles.add(`${manifest.kind}/${manifest.kind === 'Role' ? manifest.namespace ?? 'default' : ''}/${manifest.name}`);
    } else if (manifest.group === GROUP && manifest.kind.endsWith('RoleBinding')) {
      bindings.push(manifest);
    }
  }
  const clients = new Map<string, Manifest>();
  for (const binding of bindings) {
    const { kind, name } = objectAt(binding.object, 'roleRef');
    const key = `${String(kind)}/${kind === 'Role' ? binding.namespace ?? 'default' : ''}/${String(name)}`;
    if (roles.has(key) || (kind === 'ClusterRole' && KNOWN_ROLES.has(String(name)))) {
      for (const subject of objectsAt(binding.object, 'subjects').filter((one) => one.kind === 'ServiceAccount')) {
        clients.set(`${String(subject.namespace ?? binding.namespace)}/${String(subject.name)}`, binding);
      }
    }
  }
  return clients;
}

function asksForSomething(role: JsonObject): boolean {
  return objectsAt(role, 'rules').some(({ verbs }) => Array.isArray(verbs) && verbs.some((verb) => verb !== 'use'));
}
