import fc from 'fast-check';
import { JsonObject } from '../../../../src/core/manifests';
import { CompiledSelector, policyTitle } from '../../../../src/core/policy';
import { Inherited, inheritedOf } from '../../../../src/core/policy/proof/scope';
import { newPod } from '../../../../src/core/policy/proof/witness';
import { reachCsv, ReachOfPolicy, reachOfPolicies, reachText } from '../../../../src/core/policy/reach';
import { Labels } from '../../../../src/core/selectors';
import { randomCluster } from '../arbitrary-cluster';
import { account, calico, modelOf, namespace, pod, policy } from '../asking';

const CLUSTER = [
  namespace('shop', { team: 'red' }), namespace('pay', { team: 'blue' }), account('shop', 'default'), account('pay', 'default'), account('pay', 'batch', { role: 'job' }),
  pod('shop/web', '10.0.0.1', { app: 'web' }), pod('shop/api', '10.0.0.2', { app: 'api' }), pod('pay/web', '10.0.0.3', { app: 'web' }), pod('lost/web', '10.0.0.4', { app: 'web' }),
  calico('HostEndpoint', 'node-1', { node: 'n1', interfaceName: '*' }, { role: 'worker' }),
];
const cluster = (...objects: readonly JsonObject[]): ReachOfPolicy[] => reachOfPolicies(modelOf(...CLUSTER, ...objects));

/** What a policy selects, but for what is empty. */
function reachOf(one: JsonObject, others: readonly JsonObject[] = CLUSTER): object {
  const [{ policy: _, tier, ...reach }] = reachOfPolicies(modelOf(...others, one));
  expect(tier.name).toBe('default');
  return Object.fromEntries(Object.entries(reach).filter(([, value]) => value !== undefined && value !== 'none' && (value as unknown[]).length !== 0));
}

describe('a policy of a namespace selects', () => {
  test('all of its pods', () => {
    expect(reachOf(policy('shop/p', { selector: 'all()' }))).toEqual({ allOf: ['shop'] });
    expect(reachOf(policy('shop/p', { selector: 'has(app) || !has(app)' }))).toEqual({ allOf: ['shop'] });
    expect(reachOf(policy('empty/p', {}))).toEqual({ allOf: ['empty'] });
  });

  test('some of its pods, by labels or by account', () => {
    expect(reachOf(policy('shop/p', { selector: 'app == "web"' })))
      .toEqual({ someOf: ['shop'], example: 'a pod in namespace shop with labels app=web', workloads: ['Pod shop/web'] });
    expect(reachOf(policy('pay/p', { serviceAccountSelector: 'role == "job"' })))
      .toEqual({ someOf: ['pay'], example: 'a pod in namespace pay of service account batch without labels' });
  });

  test('nothing, where no pod can have such labels', () => {
    expect(reachOf(policy('shop/p', { selector: 'app == "a" && app == "b"' }))).toEqual({});
  });
});

describe('a global policy selects', () => {
  test('everything, host endpoints among it', () => {
    expect(reachOf(policy('p', { selector: 'all()' })))
      .toEqual({ allOf: ['lost', 'pay', 'shop'], elsewhere: 'all', everywhere: 'all', hostEndpoints: ['HostEndpoint node-1'], otherHosts: 'all' });
  });

  test('all pods and no host endpoint, once it has a namespace selector', () => {
    expect(reachOf(policy('p', { namespaceSelector: 'all()' }))).toEqual({ allOf: ['lost', 'pay', 'shop'], elsewhere: 'all', everywhere: 'all' });
  });

  test('some pods of any namespace', () => {
    expect(reachOf(policy('p', { selector: 'app == "web"' }))).toEqual({
      someOf: ['lost', 'pay', 'shop'],
      elsewhere: 'some',
      everywhere: 'some',
      example: 'a pod in namespace lost with labels app=web',
      workloads: ['Pod lost/web', 'Pod pay/web', 'Pod shop/web'],
      otherHosts: 'some',
    });
    expect(reachOf(policy('p', { selector: 'app == "web"' }), [])).toEqual({
      elsewhere: 'some', everywhere: 'some', example: 'a pod in namespace any-other with labels app=web', otherHosts: 'some',
    });
  });

  test('namespaces by their labels, as far as these are known', () => {
    expect(reachOf(policy('p', { namespaceSelector: 'team == "red"' }))).toEqual({
      allOf: ['shop'],
      someOf: ['lost'],
      elsewhere: 'some',
      example: 'a pod in namespace lost (which has labels team=red) without labels',
      possibleWorkloads: ['Pod lost/web'],
    });
    expect(reachOf(policy('p', { namespaceSelector: 'team == "red"', selector: 'app == "api"' }))).toEqual({
      someOf: ['lost', 'shop'], elsewhere: 'some', example: 'a pod in namespace lost (which has labels team=red) with labels app=api', workloads: ['Pod shop/api'],
    });
  });

  test('namespaces by their names, and host endpoints where it only rules names out', () => {
    expect(reachOf(policy('p', { namespaceSelector: 'projectcalico.org/name == "shop"' }))).toEqual({ allOf: ['shop'] });
    expect(reachOf(policy('p', { namespaceSelector: 'projectcalico.org/name not in {"shop"}' })))
      .toEqual({ allOf: ['lost', 'pay'], elsewhere: 'all', hostEndpoints: ['HostEndpoint node-1'], otherHosts: 'all' });
  });

  test('pods by their accounts', () => {
    expect(reachOf(policy('p', { serviceAccountSelector: 'projectcalico.org/name == "batch" && role != "job"' }))).toEqual({
      someOf: ['lost', 'shop'], elsewhere: 'some', example: 'a pod in namespace lost of service account batch without labels',
    });
  });

  test('host endpoints', () => {
    expect(reachOf(policy('p', { selector: 'has(role) && !has(projectcalico.org/namespace)' }))).toEqual({ hostEndpoints: ['HostEndpoint node-1'], otherHosts: 'some' });
    const lost = [calico('HostEndpoint', 'node-2', { node: 'n2', profiles: ['kns.lost'] })];
    expect(reachOf(policy('p', { selector: 'pcns.team == "red"' }), lost)).toMatchObject({ possibleHostEndpoints: ['HostEndpoint node-2'] });
  });
});

test('policies come in the order in which Calico asks them, staged ones among them, and share lists', () => {
  const staged = { ...policy('shop/staged', { order: 2, tier: 'late', selector: 'app == "web"' }), kind: 'StagedNetworkPolicy' };
  const reaches = cluster(
    policy('shop/last', { selector: 'app == "web"' }), calico('Tier', 'late', { order: 5 }), policy('shop/second', { order: 3, tier: 'late', selector: 'app == "web"' }),
    staged, policy('unknown', { tier: 'nobody' }), { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'k', namespace: 'shop' }, spec: { podSelector: {} } },
  );
  expect(reaches.map((one) => `${one.tier.name} ${policyTitle(one.policy)}`)).toEqual([
    'late StagedNetworkPolicy shop/staged', 'late NetworkPolicy shop/second', 'default KubernetesNetworkPolicy shop/k', 'default NetworkPolicy shop/last',
    'nobody GlobalNetworkPolicy unknown',
  ]);
  expect(reaches[0].workloads).toBe(reaches[1].workloads);
});

const EXTRA: readonly Readonly<Record<string, string>>[] = [{}, { team: 'red', sa: 'm' }, { team: 'blue', sa: 'n', env: 'prod' }];

/** The labels of many pods of a namespace: all that selectors of random clusters can tell apart. */
function podsIn(namespaceName: string, inherited: Inherited): Labels[] {
  const views: Labels[] = [];
  for (const app of [undefined, 'x', 'y', 'z', 'xx', 'other']) {
    for (const role of [undefined, 'f', 'g', 'h']) {
      for (const feed of [undefined, 't']) {
        for (const serviceAccount of ['one', 'two', 'new']) {
          for (const [namespaceLabels, serviceAccountLabels] of EXTRA.flatMap((one) => EXTRA.map((other) => [one, other]))) {
            const labels = JSON.parse(JSON.stringify({ app, role, feed }));
            views.push(newPod({
              kind: 'pod', endpoint: undefined, namespace: namespaceName, serviceAccount, labels, namespaceLabels, serviceAccountLabels, portNames: [], address: undefined,
            }, [], inherited).class.view.labels);
          }
        }
      }
    }
  }
  return views;
}

test('what is said of a namespace holds for every pod that it may have', () => {
  let said = 0;
  fc.assert(fc.property(randomCluster, fc.nat(7), ({ objects }, left) => {
    // Sometimes the labels of namespaces or accounts aren't known.
    const model = modelOf(...objects.filter((one, index) => (one.kind !== 'Namespace' && one.kind !== 'ServiceAccount') || index % 8 !== left));
    const [inherited] = inheritedOf([model]);
    const declared = new Set([...inherited.namespaces.keys(), ...model.endpoints.map((one) => one.namespace)]);
    const pods = new Map(['a', 'b', 'other'].map((name) => [name, podsIn(name, inherited)]));
    const shareOf = (selector: CompiledSelector, ...names: string[]): string => {
      const answers = new Set(names.flatMap((name) => pods.get(name)!.map((labels) => selector.matches(labels))));
      return answers.size === 2 ? 'some' : answers.has(true) ? 'all' : 'none';
    };
    for (const { policy: { selector, namespace: own }, allOf, someOf, elsewhere } of reachOfPolicies(model)) {
      for (const name of ['a', 'b'].filter((one) => (own === undefined ? declared.has(one) : own === one))) {
        expect([selector.text, name, allOf.includes(name) ? 'all' : someOf.includes(name) ? 'some' : 'none']).toEqual([selector.text, name, shareOf(selector, name)]);
        said++;
      }
      expect([selector.text, elsewhere]).toEqual([selector.text, own !== undefined ? 'none' : shareOf(selector, ...['a', 'b', 'other'].filter((one) => !declared.has(one)))]);
    }
  }), { numRuns: 60, seed: 20271 });
  expect(said).toBeGreaterThan(200);
});

describe('printed', () => {
  test('as text, each tier and policy once', () => {
    const many = Array.from({ length: 22 }, (_, index) => pod(`shop/p${index + 10}`, undefined, { app: 'many' }));
    const text = reachText(cluster(
      ...many, calico('Tier', 'early', { order: 5 }), policy('quarantine', { tier: 'early', order: 1, selector: 'quarantine == "yes"', types: ['Ingress', 'Egress'] }),
      policy('shop/many', { selector: 'app == "many"' }), policy('red', { order: 9, namespaceSelector: 'team == "red"', types: ['Egress'] }),
      policy('not-shop', { namespaceSelector: 'projectcalico.org/name not in {"shop"}' }),
      { ...policy('every', { selector: 'all()', types: ['Other'] }), kind: 'StagedGlobalNetworkPolicy' }, policy('shop/never', { selector: 'app == "a" && app == "b"' }),
      policy('other', { namespaceSelector: 'projectcalico.org/name == "other"', selector: 'has(app)' }),
    ));
    expect(text).toBe(`tier early, order 5
  GlobalNetworkPolicy quarantine, order 1, ingress and egress
    some pods of any namespace, such as a pod in namespace lost with labels quarantine=yes
    host endpoints with some labels

tier default, order 1000000
  GlobalNetworkPolicy red, order 9, egress
    every pod of namespace shop
    some pods of namespace lost, such as a pod in namespace lost (which has labels team=red) without labels
    some pods of namespaces that no manifest declares
    workloads that it may select: Pod lost/web
  StagedGlobalNetworkPolicy every, no direction, staged: it enforces nothing
    every pod of any namespace
    host endpoints: HostEndpoint node-1
    every host endpoint
  NetworkPolicy shop/many, ingress
    some pods of namespace shop, such as a pod in namespace shop with labels app=many
    workloads: ${many.slice(0, 20).map((one) => `Pod shop/${(one.metadata as { name: string }).name}`).join(', ')} and 2 more
  NetworkPolicy shop/never, ingress
    nothing: no pod and no host endpoint can have such labels
  GlobalNetworkPolicy not-shop, ingress
    every pod of namespaces lost, pay
    every pod of namespaces that no manifest declares
    host endpoints: HostEndpoint node-1
    every host endpoint
  GlobalNetworkPolicy other, ingress
    some pods of namespaces that no manifest declares, such as a pod in namespace other with labels app=x
`);
    expect(reachText([])).toBe('There are no policies.\n');
  });

  test('as a table, in which nothing is a formula', () => {
    const csv = reachCsv(cluster(policy('=p', { tier: '=t', selector: 'app == "web"', order: -5 }), policy('shop/p', {})));
    expect(csv.split('\r\n')).toEqual([
      'tier,tier_order,policy,order,directions,staged,all_pods_of,some_pods_of,pods_of_other_namespaces,workloads,possible_workloads,host_endpoints,'
      + 'possible_host_endpoints,other_host_endpoints',
      'default,1000000,NetworkPolicy shop/p,,ingress,no,shop,,none,,,,,none',
      '\'=t,,GlobalNetworkPolicy =p,-5,ingress,no,,lost; pay; shop,some,Pod lost/web; Pod pay/web; Pod shop/web,,,,some'
        .replace('lost; pay; shop', '"lost; pay; shop"').replace('Pod lost/web; Pod pay/web; Pod shop/web', '"Pod lost/web; Pod pay/web; Pod shop/web"'),
      '',
    ]);
  });
});
