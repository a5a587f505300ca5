import { calico, deployment, networkPolicy } from './manifests';
import { Cidr } from '../../../../src';
import { network, node, variable } from '../install/objects';
import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'policy/source-address-lost';
const POD = deployment('web', '{app: web}', 'shop', '{containers: [{name: web, image: web, ports: [{name: http, containerPort: 8080}]}]}');

function allow(nets: string, rest = 'protocol: TCP, destination: {ports: [8080]}'): string {
  return networkPolicy('web', `{selector: app == "web", types: [Ingress], ingress: [{action: Allow, ${rest}, source: {nets: [${nets}]}}]}`);
}

function service(spec: string, annotations = '{}'): string {
  return `---\n{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop, annotations: ${annotations}}, spec: {selector: {app: web}, ${spec}}}\n`;
}

const RULE = allow('203.0.113.0/24');
const BALANCED = service('type: LoadBalancer, ports: [{port: 443, targetPort: 8080}]');

test('fires for a public net', () => {
  expect(findingsOf(ID, RULE + POD + BALANCED)).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 5, column: 60 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', name: 'web', namespace: 'shop' },
    field: 'spec.ingress[0]',
    what: 'the rule is for 203.0.113.0/24, and clients of Service shop/web come to port 8080 of Deployment shop/web with the address of a node',
    why: 'the Service is of type LoadBalancer with externalTrafficPolicy Cluster: kube-proxy puts a node\'s address in the place of the client\'s, so NetworkPolicy shop/web '
      + 'meets none of those addresses',
    fix: 'set `externalTrafficPolicy: Local` on the Service, or police clients before that: at host endpoints, in a policy with `preDNAT`',
    docs: 'docs/checks/policy/source-address-lost.md',
  }]);
});

test.each([
  ['a node port by the name of a port', RULE + POD + service('type: NodePort, ports: [{port: 443, targetPort: http}]'), undefined],
  ['a port without a target, of a policy of Kubernetes', POD + service('type: NodePort, externalTrafficPolicy: Cluster, ports: [{port: 8080}]')
    + '---\n{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: web, namespace: shop}, spec: {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 198.51.100.0/24}}]}]}}\n', undefined],
  ['a private net that holds no node', allow('172.27.0.0/16') + POD + BALANCED, '10.20.0.0/16'],
  ['a global policy', RULE.replace('NetworkPolicy', 'GlobalNetworkPolicy').replace(', namespace: shop', '') + POD + BALANCED, undefined],
  ['IPv6', allow('"2001:db8::/64"') + POD + BALANCED, undefined],
  ['a deny', RULE.replace('Allow', 'Deny') + POD + BALANCED, undefined],
])('fires for %s', (_, yaml, nodes) => {
  expect(findingsOf(ID, yaml, nodes === undefined ? undefined : { nodes: [Cidr.parse(nodes)] }).map(({ field }) => field)).toHaveLength(1);
});

test.each([
  ['a Service that keeps addresses', RULE + POD + service('type: LoadBalancer, externalTrafficPolicy: Local, ports: [{port: 8080}]'), undefined],
  ['a Service within the cluster', RULE + POD + service('ports: [{port: 8080}]'), undefined],
  ['a load balancer of a class', RULE + POD + service('type: LoadBalancer, loadBalancerClass: a/b, ports: [{port: 8080}]'), undefined],
  ['a load balancer that sends to pods', RULE + POD + service('type: LoadBalancer, ports: [{port: 8080}]', '{service.beta.kubernetes.io/aws-load-balancer-nlb-target-type: ip}'), undefined],
  ['eBPF of an Installation', RULE + POD + BALANCED + network('linuxDataplane: BPF'), undefined],
  ['eBPF of Felix', RULE + POD + BALANCED + calico('FelixConfiguration', 'default', '{bpfEnabled: true}'), undefined],
  ['eBPF of manifests', RULE + POD + BALANCED + node(variable('FELIX_BPFENABLED', 'true')), undefined],
  ['a private net without a plan', allow('10.20.0.0/16') + POD + BALANCED, undefined],
  ['a net with nodes', allow('10.20.0.0/24') + POD + BALANCED, '10.20.0.0/16'],
  ['a net that holds nodes among others', allow('0.0.0.0/1') + POD + BALANCED, '10.20.0.0/16'],
  ['a net of pods', allow('10.244.3.0/24') + POD + BALANCED + calico('IPPool', 'pods', '{cidr: 10.244.0.0/16}'), '10.20.0.0/16'],
  ['another port', allow('203.0.113.0/24', 'protocol: TCP, destination: {ports: [9090]}') + POD + BALANCED, undefined],
  ['a port that the pod doesn\'t name', RULE + POD + service('type: NodePort, ports: [{port: 443, targetPort: grpc}]'), undefined],
  ['no ports', RULE + POD + service('type: NodePort'), undefined],
  ['a Service without a selector', RULE + POD + BALANCED.replace('selector: {app: web}, ', ''), undefined],
  ['other pods', RULE + POD.replaceAll('app: web', 'app: api') + BALANCED.replace('app: web', 'app: api'), undefined],
  ['no pods', RULE + BALANCED, undefined],
  ['rules without nets', networkPolicy('web', '{selector: all(), types: [Ingress], ingress: [{action: Allow}, {action: Log, source: {nets: [203.0.113.0/24]}}]}') + POD + BALANCED, undefined],
  ['no policy', POD + BALANCED, undefined],
])('stays silent for %s', (_, yaml, nodes) => {
  expect(findingsOf(ID, yaml, nodes === undefined ? undefined : { nodes: [Cidr.parse(nodes)] })).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(RULE + POD + BALANCED));
});
