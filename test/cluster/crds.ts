import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { parse } from 'yaml';
import { Answer, ApiServer, eventually, forEachBounded } from './api-server';

const CRDS = join(__dirname, '..', '..', 'crds');
const ENDPOINT = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';

/** One CustomResourceDefinition of `crds/`, as its file holds it. */
export interface ShippedCrd {
  readonly file: string;
  readonly text: string;
  readonly name: string;
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  readonly namespaced: boolean;
}

/** The folders of `crds/`, one an API group. */
export function crdFolders(): string[] {
  return readdirSync(CRDS, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
}

export function shippedCrds(folder: string): ShippedCrd[] {
  return readdirSync(join(CRDS, folder)).filter((file) => file.endsWith('.yaml')).sort().map((file) => {
    const text = readFileSync(join(CRDS, folder, file), 'utf8');
    const { metadata, spec } = parse(text);
    return {
      file: `${folder}/${file}`,
      text,
      name: metadata.name,
      group: spec.group,
      version: spec.versions[0].name,
      kind: spec.names.kind,
      plural: spec.names.plural,
      namespaced: spec.scope === 'Namespaced',
    };
  });
}

/** The path of the objects of a kind, in a namespace where it has any. */
export function objectsPath(crd: ShippedCrd, namespace: string): string {
  return `/apis/${crd.group}/${crd.version}${crd.namespaced ? `/namespaces/${encodeURIComponent(namespace)}` : ''}/${crd.plural}`;
}

/** Applies CRDs in order. Applying them again changes nothing. */
export function applyCrds(server: ApiServer, crds: readonly ShippedCrd[]): Promise<Answer[]> {
  return forEachBounded(crds, 1, (crd) => server.apply(`${ENDPOINT}/${crd.name}`, crd.text));
}

/** Conditions of a CRD, by type, as `status` or `status: message`. */
export type Conditions = Readonly<Record<string, string>>;

/** Waits until each CRD is established and its objects can be listed, and gives the conditions of each by file. */
export async function awaitEstablished(server: ApiServer, crds: readonly ShippedCrd[]): Promise<Record<string, Conditions>> {
  const byFile: Record<string, Conditions> = {};
  for (const crd of crds) {
    byFile[crd.file] = await eventually(`${crd.name} established`, async () => {
      const conditions = conditionsOf(await server.get(`${ENDPOINT}/${crd.name}`));
      if (conditions.Established !== 'True') {
        return { state: JSON.stringify(conditions) };
      }
      const listed = await server.get(objectsPath(crd, 'default'));
      return listed.status === 200 ? { done: conditions } : { state: `listing answers ${listed.status}` };
    });
  }
  return byFile;
}

function conditionsOf(answer: Answer): Conditions {
  const conditions: { type: string; status: string; message?: string }[] = answer.body.status?.conditions ?? [];
  return Object.fromEntries(conditions.map(({ type, status, message }) =>
    [type, (type === 'NonStructuralSchema') === (status === 'True') ? `${status}: ${message}` : status]));
}
