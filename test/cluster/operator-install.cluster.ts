import { App } from 'cdk8s';
import { EmptyCluster } from './empty-cluster';
import { applyPhases, phasesOf } from './install-phases';
import { OperatorInstall } from '../../src';
import { PRESETS } from '../install/presets';

/** Objects of one preset would be there for the next: each gets an API server of its own. */
describe.each(Object.entries(PRESETS))('%s', (_, props) => {
  // Where Calico's API server has to serve a phase, nothing does here: no pod runs.
  const phases = phasesOf(new OperatorInstall(new App(), 'calico', props))
    .filter((objects) => props.api?.mode === 'native' || objects.every(({ apiVersion }) => apiVersion !== 'projectcalico.org/v3'));
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
