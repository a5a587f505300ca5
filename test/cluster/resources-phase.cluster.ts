import { App } from 'cdk8s';
import { applyCrds, awaitEstablished, shippedCrds } from './crds';
import { EmptyCluster } from './empty-cluster';
import { applyPhases, phasesOf } from './install-phases';
import { CalicoApi, CalicoInstall, CaSource, Cidr, Encapsulation, LogSeverity, ManifestInstall, OperatorInstall } from '../../src';
import { PRESETS } from '../install/presets';

const FELIX = { logSeverityScreen: LogSeverity.WARNING, wireguardEnabled: true, bpfEnabled: false };
const POOLS = ['10.244.0.0/16', '10.245.0.0/16', 'fd00:10:244::/56', 'fd00:10:245::/56'].map((cidr) => ({ cidr: Cidr.parse(cidr) }));

/** Installs with settings of Felix, or with more pools than calico-node makes, whose API Calico's own API server serves. */
const INSTALLS: Readonly<Record<string, CalicoInstall>> = {
  ...Object.fromEntries(Object.entries(PRESETS).filter(([, { api }]) => api?.mode !== 'native')
    .map(([name, props]) => [`operator: ${name}`, new OperatorInstall(new App(), 'calico', props)])
    .filter(([, install]) => (install as OperatorInstall).phases.some(({ node }) => node.id === 'resources'))),
  'operator: settings of Felix': new OperatorInstall(new App(), 'calico', { felix: FELIX, pools: POOLS.slice(0, 1) }),
  'manifests: further pools and settings of Felix': new ManifestInstall(new App(), 'calico', {
    api: CalicoApi.aggregated(CaSource.certManager('kube-system', 'calico')), felix: FELIX, pools: POOLS, encapsulation: Encapsulation.VXLAN_CROSS_SUBNET,
  }),
};

/**
 * Calico's API server runs in pods, and here no pod runs. So the CustomResourceDefinitions of the same API, which are stricter about fields, stand in
 * for it, and only the APIService that would point to its pods is left out.
 */
describe.each(Object.entries(INSTALLS))('%s', (_, install) => {
  const phases = phasesOf(install).map((objects) => objects.filter(({ kind }) => kind !== 'APIService'));
  let cluster: EmptyCluster;

  beforeAll(async () => {
    cluster = await EmptyCluster.start();
    const stoodIn = shippedCrds('projectcalico.org');
    await applyCrds(cluster.server, stoodIn);
    await awaitEstablished(cluster.server, stoodIn);
  });

  afterAll(() => cluster?.stop());

  it('has a phase of resources, after all others', () => {
    expect(install.phases.map(({ node }) => node.id).at(-1)).toBe('resources');
  });

  it('is applied with all phases where CRDs serve v3 in place of Calico\'s API server, without a refusal or a warning', async () => {
    expect(await applyPhases(cluster.server, phases, 'created')).toEqual([]);
  });

  it('changes nothing when all phases are applied again where CRDs serve v3 in place of Calico\'s API server', async () => {
    expect(await applyPhases(cluster.server, phases, 'unchanged')).toEqual([]);
  });
});
