import { App } from 'cdk8s';
import { EmptyCluster } from './empty-cluster';
import { applyPhases, phasesOf } from './install-phases';
import { ManifestInstall } from '../../src';
import { VARIANTS } from '../install/variants';

/** Objects of one variant would be there for the next: each gets an API server of its own. */
describe.each(Object.keys(VARIANTS))('%s', (name) => {
  const phases = phasesOf(new ManifestInstall(new App(), 'calico', VARIANTS[name].props));
  let cluster: EmptyCluster;

  beforeAll(async () => {
    cluster = await EmptyCluster.start();
  });

  afterAll(() => cluster?.stop());

  it('is applied phase by phase to an empty API server, without a refusal or a warning', async () => {
    expect(await applyPhases(cluster.server, phases, 'created')).toEqual([]);
  });

  it('changes nothing when it is applied again', async () => {
    expect(await applyPhases(cluster.server, phases, 'unchanged')).toEqual([]);
  });
});
