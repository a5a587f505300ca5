import { daemonSet, deployment, listOf, pool, rolledOut } from './cluster-objects';
import { ERRORS, scriptedTools } from './scripted-tools';
import { JsonObject, Manifest } from '../../src/core/manifests';
import { ClusterReader, examineHealth, findInstall, InstallShape, shapeOfManifests } from '../../src/health';

function shapeOf(...objects: JsonObject[]): InstallShape | undefined {
  return shapeOfManifests(objects.map((object) => new Manifest(object)), 'dist');
}

function installation(network: JsonObject): JsonObject {
  return { apiVersion: 'operator.tigera.io/v1', kind: 'Installation', metadata: { name: 'default' }, spec: { calicoNetwork: network } };
}

const OPERATOR: InstallShape = {
  route: 'operator',
  source: 'dist',
  namespace: 'calico-system',
  daemonSet: 'calico-node',
  selector: 'k8s-app=calico-node',
  typha: { name: 'calico-typha', namespace: 'calico-system', expected: true },
  kubeControllers: { name: 'calico-kube-controllers', namespace: 'calico-system', expected: true },
  apiServer: { name: 'calico-apiserver', namespace: 'calico-system', expected: false },
};

test('knows the names of an operator install, and the pools that it declares', () => {
  const network = {
    bgp: 'Disabled',
    ipPools: [{ cidr: '10.244.0.0/16', encapsulation: 'VXLANCrossSubnet', natOutgoing: 'Enabled', blockSize: 26 }, { name: 'six', cidr: 'fd00::/48' }],
  };
  const apiServer = { apiVersion: 'operator.tigera.io/v1', kind: 'APIServer', metadata: { name: 'default' } };
  expect(shapeOf(installation(network), apiServer)).toEqual({
    ...OPERATOR,
    apiServer: { ...OPERATOR.apiServer, expected: true },
    backend: 'vxlan',
    pools: [
      {
        cidr: '10.244.0.0/16',
        fields: { disabled: false, natOutgoing: true, ipipMode: 'Never', vxlanMode: 'CrossSubnet', blockSize: 26 },
        by: 'Installation/default',
      },
      { name: 'six', cidr: 'fd00::/48', fields: { disabled: false }, by: 'Installation/default' },
    ],
  });
});

test('knows the names of an install by manifests, whatever they are, and the pools of its first start', () => {
  const env = [
    { name: 'CALICO_IPV4POOL_CIDR', value: '10.0.0.0/16' }, { name: 'CALICO_IPV4POOL_IPIP', value: 'crosssubnet' }, { name: 'CALICO_IPV4POOL_NAT_OUTGOING', value: 'false' },
    { name: 'CALICO_IPV4POOL_BLOCK_SIZE', value: '24' }, { name: 'FELIX_TYPHAK8SSERVICENAME', valueFrom: { configMapKeyRef: { name: 'settings', key: 'typha' } } },
    { name: 'CALICO_NETWORKING_BACKEND', value: 'bird' },
  ];
  const settings = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings', namespace: 'kube-system' }, data: { typha: 'calico-typha' } };
  expect(shapeOf(daemonSet({}, env), settings, deployment('calico-apiserver', 'calico-apiserver', 1, 0))).toEqual({
    route: 'manifests',
    source: 'dist',
    namespace: 'kube-system',
    daemonSet: 'calico-node',
    selector: 'k8s-app=calico-node',
    typha: { name: 'calico-typha', namespace: 'kube-system', expected: true },
    kubeControllers: { name: 'calico-kube-controllers', namespace: 'kube-system', expected: false },
    apiServer: { name: 'calico-apiserver', namespace: 'calico-apiserver', expected: true },
    backend: 'bird',
    pools: [{
      name: 'default-ipv4-ippool',
      cidr: '10.0.0.0/16',
      fields: { disabled: false, ipipMode: 'CrossSubnet', natOutgoing: false, blockSize: 24 },
      by: 'CALICO_IPV4POOL_CIDR of calico-node',
      firstStart: true,
    }],
  });
});

test('takes an IPPool for what is declared of a pool, before the variables of its first start', () => {
  const shape = shapeOf(daemonSet({}, [{ name: 'CALICO_IPV4POOL_CIDR', value: '10.0.0.0/16' }]), pool('default-ipv4-ippool', { cidr: '10.0.0.0/16' }));
  expect(shape?.pools?.map(({ by }) => by)).toEqual(['IPPool/default-ipv4-ippool']);
});

test('finds no install among other objects', () => {
  expect(shapeOf(pool('pods', { cidr: '10.0.0.0/16' }), deployment('calico-typha', 'kube-system', 1, 1))).toBeUndefined();
});

test('finds the operator in a cluster', async () => {
  const { ask } = scriptedTools({ 'kubectl get installations.operator.tigera.io default': JSON.stringify(installation({})) });
  expect(await findInstall(new ClusterReader(ask))).toEqual({ shape: { ...OPERATOR, source: 'what runs in the cluster' } });
});

test('looks into the usual namespaces where all of them may not be listed', async () => {
  const { ask } = scriptedTools({
    'kubectl get daemonsets -A': ERRORS.forbidden,
    'kubectl get daemonsets -n kube-system': listOf(daemonSet(rolledOut(1))),
    'kubectl get daemonsets -n calico-system': listOf(),
  });
  expect((await findInstall(new ClusterReader(ask))).shape?.namespace).toBe('kube-system');
});

test('says why no install can be found', async () => {
  const { ask } = scriptedTools({ 'kubectl get daemonsets': ERRORS.forbidden });
  expect((await findInstall(new ClusterReader(ask))).refusal?.reason).toBe('forbidden');
});

test('tells what the operator says of its components', async () => {
  const status = (name: string, conditions: JsonObject[]) => ({ metadata: { name }, status: { conditions } });
  const { ask } = scriptedTools({
    'kubectl get tigerastatuses.operator.tigera.io': listOf(
      status('calico', [{ type: 'Degraded', status: 'True', reason: 'ResourceValidationError', message: 'ipPools: pool overlaps' }, { type: 'Available', status: 'True' }]),
      status('apiserver', [{ type: 'Available', status: 'False' }]),
      status('goldmane', [{ type: 'Available', status: 'True' }, { type: 'Progressing', status: 'True', message: 'rolling out' }]),
    ),
  });
  const [operator] = await examineHealth(OPERATOR, new ClusterReader(ask), { now: 0, mostLogs: 0 });
  expect([operator.id, operator.status, ...operator.evidence]).toEqual([
    'operator', 'failure', 'calico is degraded: ResourceValidationError, ipPools: pool overlaps', 'apiserver isn\'t available', 'goldmane is changing: rolling out',
  ]);
});
