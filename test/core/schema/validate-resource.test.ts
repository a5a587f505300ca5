import { describeFaults, resource } from './fault-case';
import { Manifest } from '../../../src/core/manifests';
import { isCalicoResource, isNamespaced, isResourceRule, RESOURCE_RULES, selectorFieldsOf, validateKubernetesNetworkPolicy, validateResource } from '../../../src/core/schema';

function manifest(apiVersion: string | undefined, kind: string | undefined, rest: object = {}): Manifest {
  return new Manifest({ ...(apiVersion !== undefined && { apiVersion }), ...(kind !== undefined && { kind }), ...rest });
}

describe('what is Calico\'s', () => {
  test.each<[string | undefined, string | undefined, boolean]>([
    ['projectcalico.org/v3', 'IPPool', true],
    ['projectcalico.org/v2', 'Anything', true],
    [undefined, 'IPPool', true],
    ['v3', 'GlobalNetworkPolicy', true],
    [undefined, 'NetworkPolicy', false],
    ['v1', 'Pod', false],
    ['crd.projectcalico.org/v1', 'IPPool', false],
    ['networking.k8s.io/v1', 'NetworkPolicy', false],
    [undefined, undefined, false],
    ['v1', 'toString', false],
  ])('%s %s: %p', (apiVersion, kind, expected) => {
    expect(isCalicoResource(manifest(apiVersion, kind))).toBe(expected);
  });

  test('anything else has no faults', () => {
    expect(validateResource(manifest('v1', 'Pod', { spec: 5 }))).toEqual([]);
    expect(validateKubernetesNetworkPolicy(manifest('v1', 'Pod'))).toEqual([]);
  });
});

describe('kinds', () => {
  test('know whether they are in namespaces', () => {
    expect(['NetworkPolicy', 'NetworkSet', 'StagedKubernetesNetworkPolicy', 'IPPool', 'Profile', 'Pod'].map(isNamespaced)).toEqual([true, true, true, false, false, false]);
  });
});

describeFaults('kinds and versions', [
  {
    title: 'rejects a kind of Calico\'s without an apiVersion',
    object: { kind: 'IPPool', metadata: { name: 'a' } },
    faults: [{
      at: 'apiVersion',
      by: 'api-server calico datastore',
      rule: 'resource/api-version',
      outcome: 'refused',
      what: 'the object has no apiVersion',
      why: 'Calico\'s resources are of projectcalico.org/v3; an object of any other version is unknown',
      fix: 'write apiVersion: projectcalico.org/v3',
      corrected: 'projectcalico.org/v3',
    }],
  },
  {
    title: 'rejects a version that doesn\'t exist',
    object: { ...resource('IPPool', {}), apiVersion: 'projectcalico.org/v2' },
    faults: [{
      at: 'apiVersion',
      by: 'api-server calico datastore',
      rule: 'resource/api-version',
      outcome: 'refused',
      what: 'there is no API "projectcalico.org/v2"',
      why: 'Calico\'s resources are of projectcalico.org/v3; an object of any other version is unknown',
      fix: 'write apiVersion: projectcalico.org/v3',
      corrected: 'projectcalico.org/v3',
    }],
  },
  {
    title: 'rejects a kind that is misspelt, and says the name',
    object: resource('IpPool', {}),
    faults: [{
      at: 'kind',
      by: 'api-server calico datastore',
      rule: 'resource/kind',
      outcome: 'refused',
      what: 'there is no kind "IpPool" in projectcalico.org/v3',
      why: 'an object of an unknown kind is refused',
      fix: 'write kind: IPPool',
      corrected: 'IPPool',
    }],
  },
  {
    title: 'rejects no kind',
    object: { apiVersion: 'projectcalico.org/v3' },
    faults: [{
      at: 'kind',
      by: 'api-server calico datastore',
      rule: 'resource/kind',
      outcome: 'refused',
      what: 'the object has no kind',
      why: 'an object of an unknown kind is refused',
      fix: 'give one of the kinds: BGPConfiguration, BGPFilter, BGPPeer, BlockAffinity, CalicoNodeStatus, ClusterInformation, FelixConfiguration, GlobalNetworkPolicy, GlobalNetworkSet, HostEndpoint, IPAMBlock, IPAMConfiguration, IPAMHandle, IPPool, IPReservation, KubeControllersConfiguration, NetworkPolicy, NetworkSet, StagedGlobalNetworkPolicy, StagedKubernetesNetworkPolicy, StagedNetworkPolicy, Tier, Profile',
    }],
  },
  {
    title: 'rejects a version of policies of Kubernetes that is gone',
    object: { apiVersion: 'networking.k8s.io/v1beta1', kind: 'NetworkPolicy' },
    faults: [{
      at: 'apiVersion',
      by: 'api-server',
      rule: 'resource/api-version',
      outcome: 'refused',
      what: 'there is no API "networking.k8s.io/v1beta1"',
      why: 'policies of Kubernetes are of networking.k8s.io/v1',
      fix: 'write apiVersion: networking.k8s.io/v1',
      corrected: 'networking.k8s.io/v1',
    }],
  },
]);

describe('the table of rules', () => {
  test('has each id once, in order', () => {
    const ids = RESOURCE_RULES.map((rule) => rule.id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(isResourceRule('resource/port')).toBe(true);
    expect(isResourceRule('cidr/pools-overlap')).toBe(false);
  });
});

describe('selectors of a manifest', () => {
  test('are those of its kind that are text, with what they select', () => {
    const policy = new Manifest(resource('GlobalNetworkPolicy', {
      selector: 'a',
      namespaceSelector: 5,
      ingress: [{ source: { selector: 'b', serviceAccounts: { selector: 'c' } } }, null, { destination: { namespaceSelector: 'd', notSelector: 'e' } }],
    }));
    expect([...selectorFieldsOf(policy)].map(({ field, text, role }) => `${field.join('.')} ${text} ${role}`).sort()).toEqual([
      'spec.ingress.0.source.selector b entity',
      'spec.ingress.0.source.serviceAccounts.selector c serviceAccount',
      'spec.ingress.2.destination.namespaceSelector d namespace',
      'spec.ingress.2.destination.notSelector e entity',
      'spec.selector a endpoint',
    ]);
  });

  test('are found where Calico doesn\'t look, too', () => {
    expect([...selectorFieldsOf(new Manifest(resource('FelixConfiguration', { nodeSelector: 'a =' })))]).toEqual([{ field: ['spec', 'nodeSelector'], text: 'a =', role: 'node' }]);
  });

  test('are none in other objects', () => {
    expect([...selectorFieldsOf(manifest('v1', 'Pod')), ...selectorFieldsOf(new Manifest(resource('constructor', { selector: 'a' })))]).toEqual([]);
  });
});
