import { ApiServer } from './api-server';
import { applyCrds, awaitEstablished, Crd, GROUPS, shippedCrds, writtenCrds } from './crds';

let server: ApiServer;

beforeAll(async () => {
  server = await ApiServer.connect();
});

afterAll(() => server.close());

const SETS: [string, Crd[]][] = [
  ['crds/projectcalico.org', writtenCrds()],
  ...GROUPS.map((group): [string, Crd[]] => [`${group} as shipped`, shippedCrds(group)]),
];

describe.each(SETS)('the CRDs of %s', (_, crds) => {
  it('are taken by the API server without an error or a warning', async () => {
    const answers = await applyCrds(server, crds);
    const complaints = answers.flatMap(({ status, body, warnings }, index) =>
      status < 300 && warnings.length === 0 ? [] : [{ name: crds[index].name, status, message: String(body.message).slice(0, 1000), warnings }]);
    expect(complaints).toEqual([]);
  });

  it('become established, with a structural schema and names of their own', async () => {
    const conditions = await awaitEstablished(server, crds);
    expect(conditions).toEqual(Object.fromEntries(crds.map(({ name }) => [name, { NamesAccepted: 'True', Established: 'True' }])));
  });

  it('change nothing when they are applied again', async () => {
    const generations = async () => (await applyCrds(server, crds)).map(({ body }) => [body.metadata.name, body.metadata.generation]);
    const once = await generations();
    expect(await generations()).toEqual(once);
  });
});
