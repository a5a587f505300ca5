import { ApiServer } from './api-server';

/** Creates the namespaces that aren't there yet, and gives their names: an object, even in a dry run, needs its namespace. */
export async function createNamespaces(server: ApiServer, names: Iterable<string>): Promise<string[]> {
  const created: string[] = [];
  for (const name of new Set(names)) {
    const { status, body } = await server.create('/api/v1/namespaces', JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }));
    if (status === 201) {
      created.push(name);
    } else if (status !== 409) {
      throw new Error(`namespace ${name}: ${body.message}`);
    }
  }
  return created;
}

/** Deletes what `createNamespaces` created. Where no controller runs, as on a cluster of our own, they stay in the state Terminating. */
export async function deleteNamespaces(server: ApiServer, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await server.delete(`/api/v1/namespaces/${name}`);
  }
}
