import { App, Chart } from 'cdk8s';
import { failuresOf, outlineOf, Variant } from './variants';
import {
  Checks, ClusterModel, FlowEnd, NetworkPolicy, Peer, PolicyBaseline, Port, ProbeCluster, Protocol, Rule, Selector, TierDefaultAction, TierSkeleton,
} from 'cdk8s-calico';

const namespaces = ['shop', 'payments'];
const named = Selector.label('app').equals('operator');

const VARIANTS: readonly (readonly [string, Variant])[] = [
  ['of one namespace', (chart) => new PolicyBaseline(chart, 't', { namespaces: ['shop'] })],
  ['without trust within namespaces', (chart) => new PolicyBaseline(chart, 't', { namespaces, trustWithinNamespace: false })],
  ['with metadata left open', (chart) => new PolicyBaseline(chart, 't', { namespaces, blockMetadataAddress: false, investigatorNamespaces: ['forensics', 'audit'] })],
  ['with the API for some pods', (chart) => new PolicyBaseline(chart, 't', { namespaces, apiClients: named })],
  ['with another DNS', (chart) => new PolicyBaseline(chart, 't', { namespaces, dns: { namespace: 'dns', ports: [Port.of(1053)] } })],
  ['staged', (chart) => new PolicyBaseline(chart, 't', { namespaces, staged: true })],
  ['in the tiers of another', (chart) => new PolicyBaseline(chart, 't', { namespaces, tiers: new PolicyBaseline(chart, 'other', { namespaces: ['other'] }).tiers })],
  ['in tiers that end with Deny', (chart) => new PolicyBaseline(chart, 't', { namespaces, tiers: new TierSkeleton(chart, 'tiers', { appDefaultAction: TierDefaultAction.DENY }) })],
];

test.each(VARIANTS)('a baseline %s keeps what it promises', (_, make) => {
  expect(failuresOf(make)).toEqual([]);
});

test('is put together of templates, under its own name', () => {
  expect(outlineOf((chart) => new PolicyBaseline(chart, 'shop', { namespaces: ['shop', 'payments'] }))).toEqual([
    'Tier security 5',
    'Tier platform 200',
    'Tier app 300',
    'GlobalNetworkPolicy security.shop-quarantine security 0',
    'GlobalNetworkPolicy security.shop-block-metadata-address security 20',
    'GlobalNetworkPolicy platform.shop-allow-dns platform',
    'GlobalNetworkPolicy platform.shop-allow-kube-apiserver platform',
    'GlobalNetworkPolicy shop-default-deny default',
    'NetworkPolicy shop-within-namespace default',
    'NetworkPolicy shop-within-namespace default',
  ]);
});

test('is staged as a whole: nothing but its tiers is enforced', () => {
  const outline = outlineOf((chart) => new PolicyBaseline(chart, 'shop', { namespaces: ['shop'], staged: true }));
  expect(outline.map((line) => line.slice(0, line.indexOf(' ')))).toEqual([
    'Tier', 'Tier', 'Tier',
    'StagedGlobalNetworkPolicy', 'StagedGlobalNetworkPolicy', 'StagedGlobalNetworkPolicy', 'StagedGlobalNetworkPolicy', 'StagedGlobalNetworkPolicy',
    'StagedNetworkPolicy',
  ]);
});

/** Findings of an app, but for advice, in short. */
function findingsOf(make: (chart: Chart) => void): string[] {
  const chart = new Chart(new App(), 'test');
  make(chart);
  return Checks.of(chart).report().findings.filter(({ severity }) => severity !== 'advice').map(({ id, path }) => `${id} ${path}`);
}

describe('beside what else is in the app', () => {
  test('two baselines that share their tiers have no finding, and close each its own namespaces', () => {
    expect(findingsOf((chart) => {
      const { tiers } = new PolicyBaseline(chart, 'shop', { namespaces: ['shop'] });
      new PolicyBaseline(chart, 'bank', { namespaces: ['bank'], tiers });
    })).toEqual([]);
  });

  test('two baselines that each make the tiers are reported, tier by tier', () => {
    expect(findingsOf((chart) => {
      new PolicyBaseline(chart, 'shop', { namespaces: ['shop'] });
      new PolicyBaseline(chart, 'bank', { namespaces: ['bank'] });
    })).toEqual(['object/duplicate test/shop/tiers/app', 'object/duplicate test/shop/tiers/platform', 'object/duplicate test/shop/tiers/security']);
  });

  test('two baselines of one name are reported, policy by policy', () => {
    expect(findingsOf((chart) => {
      const { tiers } = new PolicyBaseline(chart, 'shop', { namespaces: ['shop'] });
      new PolicyBaseline(chart, 'bank', { name: 'shop', namespaces: ['bank'], tiers });
    })).toEqual([
      'object/duplicate test/shop/default-deny/policy',
      'object/duplicate test/shop/dns/policy',
      'object/duplicate test/shop/kube-apiserver/policy',
      'object/duplicate test/shop/metadata-address/policy',
      'object/duplicate test/shop/quarantine/policy',
    ]);
  });

  test('a policy written by hand under the name of one of the baseline is reported', () => {
    expect(findingsOf((chart) => {
      new PolicyBaseline(chart, 'shop', { namespaces: ['shop'] });
      new NetworkPolicy(chart, 'own', { metadata: { name: 'shop-within-namespace', namespace: 'shop' } });
    })).toEqual(['object/duplicate test/shop/within-shop/policy']);
  });

  test('a policy written by hand opens what the baseline closes, and no more', () => {
    const app = new App();
    const chart = new Chart(app, 'test');
    new PolicyBaseline(chart, 'shop', { namespaces: ['shop'] });
    new NetworkPolicy(chart, 'own', {
      metadata: { name: 'web', namespace: 'shop' },
      selector: Selector.label('app').equals('web'),
      ingress: [Rule.allow({ protocol: Protocol.TCP, source: Peer.namespacesNamed('ingress-nginx'), destination: Peer.ports(Port.of(8080)) })],
    });
    const pods = new ProbeCluster()
      .addNamespace('shop').addNamespace('ingress-nginx')
      .addPod('shop', 'web', { labels: { app: 'web' }, ips: ['10.0.0.1'] })
      .addPod('ingress-nginx', 'controller', { ips: ['10.0.0.2'] });
    const model = ClusterModel.ofManifests([...chart.toJson(), ...pods.toManifests()]);
    const [controller, web] = [FlowEnd.pod('ingress-nginx', 'controller'), FlowEnd.pod('shop', 'web')];
    const allowed = (destinationPort: number): boolean => model.verdict({ source: controller, destination: web, destinationPort }).allowed;
    expect([allowed(8080), allowed(9090)]).toEqual([true, false]);
    expect(findingsOf((other) => {
      new PolicyBaseline(other, 'shop', { namespaces: ['shop'] });
    })).toEqual([]);
  });

  test('a policy of the security team without an order is asked after quarantine and metadata block', () => {
    const chart = new Chart(new App(), 'test');
    const { tiers } = new PolicyBaseline(chart, 'shop', { namespaces: ['shop'] });
    new NetworkPolicy(chart, 'no-telnet', {
      metadata: { name: 'security.no-telnet', namespace: 'shop' },
      tier: tiers.security,
      egress: [Rule.deny({ protocol: Protocol.TCP, destination: Peer.ports(Port.of(23)) })],
    });
    new NetworkPolicy(chart, 'everything', { metadata: { name: 'everything', namespace: 'shop' }, egress: [Rule.allow()] });
    const pods = new ProbeCluster().addNamespace('shop').addPod('shop', 'web', { ips: ['10.0.0.1'] });
    const model = ClusterModel.ofManifests([...chart.toJson(), ...pods.toManifests()]);
    expect([23, 443].map((destinationPort) => model.verdict({
      source: FlowEnd.pod('shop', 'web'), destination: FlowEnd.address('203.0.113.10'), destinationPort,
    }).allowed)).toEqual([false, true]);
  });
});

test.each([[[]], [['shop', 'shop']]])('rejects namespaces %j', (wrong) => {
  expect(() => new PolicyBaseline(new Chart(new App(), 'test'), 't', { namespaces: wrong }))
    .toThrow(new Error(`test/t: namespaces is [${wrong.join(', ')}]; name each namespace of the app once`));
});
