import { ApiObject, Chart, JsonPatch, Lazy, Testing } from 'cdk8s';
import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { calicoKinds } from '../../src/core/schema/kinds.generated';
import { operatorKinds } from '../../src/core/schema/operator-kinds.generated';
import * as resources from '../../src/resources';

type ResourceClass = (new (scope: Construct, id: string, props: object) => ApiObject) & { GVK: { apiVersion: string; kind: string } };
const classes = Object.values(resources) as unknown as ResourceClass[];

function manifestOf(build: (chart: Chart) => void): unknown {
  const chart = Testing.chart();
  build(chart);
  return Testing.synth(chart)[0];
}

test('there is one class for each kind', () => {
  const made = classes.map(({ GVK }) => `${GVK.apiVersion} ${GVK.kind}`);

  expect(made.sort()).toEqual([...calicoKinds(), ...operatorKinds()].map(({ group, version, kind }) => `${group}/${version} ${kind}`).sort());
});

test('each class writes its apiVersion and kind, and the fields that it is given, unknown ones too', () => {
  for (const Resource of classes) {
    expect(manifestOf((chart) => new Resource(chart, 'object', { metadata: { name: 'a' }, spec: { notInAnySchema: [1] } }))).toEqual({
      ...Resource.GVK,
      metadata: { name: 'a' },
      spec: { notInAnySchema: [1] },
    });
  }
});

test('a policy comes out field by field as it went in', () => {
  const spec: resources.NetworkPolicySpec = {
    selector: 'app == "api"',
    types: ['Ingress'],
    ingress: [{ action: 'Allow', protocol: 'TCP', source: { selector: 'app == "web"' }, destination: { ports: [8080, '9000:9010'] } }],
  };

  expect(manifestOf((chart) => new resources.NetworkPolicyResource(chart, 'policy', {
    metadata: { name: 'web-to-api', namespace: 'app' },
    spec,
  }))).toEqual({
    apiVersion: 'projectcalico.org/v3',
    kind: 'NetworkPolicy',
    metadata: { name: 'web-to-api', namespace: 'app' },
    spec,
  });
});

test('a JSON patch may add a field that the types do not know', () => {
  expect(manifestOf((chart) => {
    const pool = new resources.IpPoolResource(chart, 'pool', { metadata: { name: 'pool' }, spec: { cidr: '10.0.0.0/16' } });
    pool.addJsonPatch(JsonPatch.add('/spec/fromTheFuture', true));
  })).toEqual({
    apiVersion: 'projectcalico.org/v3',
    kind: 'IPPool',
    metadata: { name: 'pool' },
    spec: { cidr: '10.0.0.0/16', fromTheFuture: true },
  });
});

test('a property that jsii cannot name as Calico does takes its name in the manifest', () => {
  expect(manifestOf((chart) => new resources.IpamBlockResource(chart, 'block', {
    metadata: { name: '10-0-0-0-26' },
    spec: {
      cidr: '10.0.0.0/26',
      allocations: [],
      unallocated: [],
      strictAffinity: false,
      attributes: [{ handleId: 'k8s-pod-network.1', secondary: { pod: 'a' } }],
    },
  }))).toMatchObject({ spec: { attributes: [{ handle_id: 'k8s-pod-network.1', secondary: { pod: 'a' } }] } });
});

test('a lazy value stays lazy where names differ', () => {
  expect(manifestOf((chart) => new resources.IpamBlockResource(chart, 'block', {
    metadata: { name: '10-0-0-0-26' },
    spec: Lazy.any({ produce: () => ({ attributes: [{ handle_id: 'late' }] }) }),
  }))).toMatchObject({ spec: { attributes: [{ handle_id: 'late' }] } });
});

test('a value that is no plain object stays as it is beside Kubernetes types', () => {
  expect(manifestOf((chart) => new resources.GoldmaneResource(chart, 'goldmane', {
    metadata: { name: 'default' },
    spec: { goldmaneDeployment: Lazy.any({ produce: () => ({ metadata: { labels: { late: 'yes' } } }) }) },
  }))).toMatchObject({ spec: { goldmaneDeployment: { metadata: { labels: { late: 'yes' } } } } });
});

test('an override takes the Kubernetes types of cdk8s-plus', () => {
  expect(manifestOf((chart) => new resources.InstallationResource(chart, 'installation', {
    metadata: { name: 'default' },
    spec: {
      nodeUpdateStrategy: { rollingUpdate: { maxUnavailable: k8s.IntOrString.fromString('10%') } },
      typhaDeployment: {
        spec: {
          template: {
            spec: {
              containers: [{ name: 'calico-typha', resources: { requests: { cpu: k8s.Quantity.fromString('250m') } } }],
              tolerations: [{ key: 'dedicated', operator: 'Exists' }],
            },
          },
        },
      },
    },
  }))).toEqual({
    apiVersion: 'operator.tigera.io/v1',
    kind: 'Installation',
    metadata: { name: 'default' },
    spec: {
      nodeUpdateStrategy: { rollingUpdate: { maxUnavailable: '10%' } },
      typhaDeployment: {
        spec: {
          template: {
            spec: {
              containers: [{ name: 'calico-typha', resources: { requests: { cpu: '250m' } } }],
              tolerations: [{ key: 'dedicated', operator: 'Exists' }],
            },
          },
        },
      },
    },
  });
});
