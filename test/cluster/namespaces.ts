import { ApiServer } from './api-server';

/**
 * Creates the namespaces that aren't there yet: an object, even in a dry run, needs its namespace. They stay: where no controller runs,
 * as on a cluster of our own, a deleted namespace never goes away.
 */
export async function createNamespaces(server: ApiServer, names: Iterable<string>): Promise<void> {
  for (const name of new Set(names)) {
    const { status, body } = await server.create('/api/v1/namespaces', JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }));
    if (status !== 201 && status !== 409) {
      throw new Error(`namespace ${name}: ${body.message}`);
    }
  }
}
