import { ApiServer } from './api-server';
import { applyCrds, awaitEstablished, crdFolders, shippedCrds } from './shipped-crds';

let server: ApiServer;

beforeAll(async () => {
  server = await ApiServer.connect();
});

afterAll(() => server.close());

describe.each(crdFolders())('the CRDs of %s', (folder) => {
  const crds = shippedCrds(folder);

  it('are taken by the API server without an error or a warning', async () => {
    const answers = await applyCrds(server, crds);
    const complaints = answers.flatMap(({ status, body, warnings }, index) =>
      status < 300 && warnings.length === 0 ? [] : [{ file: crds[index].file, status, message: body.message, warnings }]);
    expect(complaints).toEqual([]);
  });

  it('become established, with a structural schema and names of their own', async () => {
    const conditions = await awaitEstablished(server, crds);
    expect(conditions).toEqual(Object.fromEntries(crds.map(({ file }) => [file, { NamesAccepted: 'True', Established: 'True' }])));
  });

  it('change nothing when they are applied again', async () => {
    const versions = async () => (await applyCrds(server, crds)).map(({ body }) => [body.metadata.name, body.metadata.generation]);
    const once = await versions();
    expect(await versions()).toEqual(once);
  });
});
