import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { parse } from 'yaml';
import { Answer, ApiServer, eventually, forEachBounded } from './api-server';
import { CrdGroup, customResourceDefinitions } from '../../src/core/schema/crds/custom-resource-definition';

const ENDPOINT = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
const WRITTEN = join(__dirname, '..', '..', 'crds', 'projectcalico.org');

/** API groups whose CRDs the library ships. */
export const GROUPS: readonly CrdGroup[] = ['projectcalico.org', 'crd.projectcalico.org', 'operator.tigera.io'];

/** One CustomResourceDefinition, as text for an API server. */
export interface Crd {
  readonly text: string;
  readonly name: string;
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  readonly namespaced: boolean;
}

function crdOf(text: string): Crd {
  const { metadata, spec } = parse(text);
  return {
    text,
    name: metadata.name,
    group: spec.group,
    version: spec.versions[0].name,
    kind: spec.names.kind,
    plural: spec.names.plural,
    namespaced: spec.scope === 'Namespaced',
  };
}

/** The CRDs of a group as the installs write them. */
export function shippedCrds(group: CrdGroup): Crd[] {
  return customResourceDefinitions(group).map((crd) => crdOf(JSON.stringify(crd)));
}

/** The CRDs of `projectcalico.org` as `crds/` holds them, descriptions and all. */
export function writtenCrds(): Crd[] {
  return readdirSync(WRITTEN).sort().map((file) => crdOf(readFileSync(join(WRITTEN, file), 'utf8')));
}

/** The path of the objects of a kind, in a namespace where it has any. */
export function objectsPath(crd: Crd, namespace: string): string {
  return `/apis/${crd.group}/${crd.version}${crd.namespaced ? `/namespaces/${encodeURIComponent(namespace)}` : ''}/${crd.plural}`;
}

/** Applies CRDs in order. Applying them again changes nothing. */
export function applyCrds(server: ApiServer, crds: readonly Crd[]): Promise<Answer[]> {
  return forEachBounded(crds, 1, (crd) => server.apply(`${ENDPOINT}/${crd.name}`, crd.text));
}

/** Conditions of a CRD, by type, as `status` or `status: message`. */
export type Conditions = Readonly<Record<string, string>>;

/** Waits until each CRD is established and its objects can be listed, and gives the conditions of each by name. */
export async function awaitEstablished(server: ApiServer, crds: readonly Crd[]): Promise<Record<string, Conditions>> {
  const byName: Record<string, Conditions> = {};
  for (const crd of crds) {
    byName[crd.name] = await eventually<Conditions>(`${crd.name} established`, async () => {
      const answer = await server.get(`${ENDPOINT}/${crd.name}`);
      if (answer.status === 404) {
        throw new Error(`${crd.name} is not there: it was refused`);
      }
      const conditions = conditionsOf(answer);
      if (conditions.Established !== 'True') {
        return { state: JSON.stringify(conditions) };
      }
      const listed = await server.get(objectsPath(crd, 'default'));
      return listed.status === 200 ? { done: conditions } : { state: `listing answers ${listed.status}` };
    });
  }
  return byName;
}

function conditionsOf(answer: Answer): Conditions {
  const conditions: { type: string; status: string; message?: string }[] = answer.body.status?.conditions ?? [];
  return Object.fromEntries(conditions.map(({ type, status, message }) =>
    [type, (type === 'NonStructuralSchema') === (status === 'True') ? `${status}: ${message}` : status]));
}
