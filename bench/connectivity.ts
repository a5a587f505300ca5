/*
 * Who reaches whom in a whole cluster, by the time it takes. Run: npx tsx bench/connectivity.ts [kubernetes workloads] [calico policies]
 * (tsx names every function that it meets, which makes this slower than the compiled library: bundle it first for true figures, with
 * `npx esbuild bench/connectivity.ts --bundle --platform=node --outfile=connectivity.js`.)
 *
 * Kubernetes: namespaces of 20 workloads with one policy each: three neighbours in and three out, one other namespace, DNS, and a block outside.
 * Calico: as many workloads as policies, in tiers, every second policy global, with Pass, Deny, named ports, network sets and nets.
 * Building the model from objects that are read already is part of the time; reading YAML isn't.
 */
import { Manifest } from '../src/core/manifests';
import { buildModel } from '../src/core/policy';
import { FamilyConnectivity } from '../src/core/policy/connectivity';

const PER_NAMESPACE = 20;

type Objects = Record<string, unknown>[];

function workload(namespace: string, name: string, labels: object): Record<string, unknown> {
  const container = { name: 'main', ports: [{ name: 'http', containerPort: 8080 }] };
  return { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name, namespace }, spec: { template: { metadata: { labels }, spec: { containers: [container] } } } };
}

function namespaces(count: number): Objects {
  return Array.from({ length: count }, (_, index) => [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: `ns-${index}`, labels: { 'team': `team-${index % 7}`, 'kubernetes.io/metadata.name': `ns-${index}` } } },
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace: `ns-${index}` } },
  ]).flat();
}

function kubernetesCluster(workloads: number): Objects {
  const groups = Math.ceil(workloads / PER_NAMESPACE);
  const dns = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'kube-system', labels: { 'kubernetes.io/metadata.name': 'kube-system' } } };
  const objects: Objects = [...namespaces(groups), dns, workload('kube-system', 'kube-dns', { 'k8s-app': 'kube-dns' })];
  for (let index = 0; index < workloads; index++) {
    const group = Math.floor(index / PER_NAMESPACE);
    const namespace = `ns-${group}`;
    const neighbour = (offset: number) => ({ podSelector: { matchLabels: { app: `app-${(index + offset + PER_NAMESPACE) % PER_NAMESPACE}` } } });
    const app = `app-${index % PER_NAMESPACE}`;
    objects.push(workload(namespace, app, { app }));
    objects.push({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: app, namespace },
      spec: {
        podSelector: { matchLabels: { app } },
        policyTypes: ['Ingress', 'Egress'],
        ingress: [
          { from: [-1, -2, -3].map(neighbour), ports: [{ port: 8080 }] },
          { from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': `ns-${(group + 1) % groups}` } } }], ports: [{ port: 9090 }] },
        ],
        egress: [
          { to: [1, 2, 3].map(neighbour), ports: [{ port: 8080 }] },
          { to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': `ns-${(group + groups - 1) % groups}` } } }], ports: [{ port: 9090 }] },
          {
            to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } }, podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } } }],
            ports: [{ protocol: 'UDP', port: 53 }, { port: 53 }],
          },
          { to: [{ ipBlock: { cidr: `100.64.${index % 256}.0/24` } }], ports: [{ port: 443 }] },
        ],
      },
    });
  }
  return objects;
}

function calicoCluster(policies: number): Objects {
  const groups = Math.ceil(policies / PER_NAMESPACE);
  const objects = namespaces(groups);
  ['security', 'platform'].forEach((name, order) =>
    objects.push({ apiVersion: 'projectcalico.org/v3', kind: 'Tier', metadata: { name }, spec: { order, defaultAction: 'Pass' } }));
  for (let index = 0; index < policies; index++) {
    const namespace = `ns-${Math.floor(index / PER_NAMESPACE)}`;
    const app = `app-${index % PER_NAMESPACE}`;
    const peer = `app-${(index + 3) % PER_NAMESPACE}`;
    const isGlobal = index % 2 === 1;
    objects.push(workload(namespace, app, { app, role: index % 3 === 0 ? 'front' : 'back' }));
    objects.push({
      apiVersion: 'projectcalico.org/v3',
      kind: isGlobal ? 'GlobalNetworkPolicy' : 'NetworkPolicy',
      metadata: { name: `p-${index}`, ...(!isGlobal && { namespace }) },
      spec: {
        order: index,
        selector: `app == '${app}'`,
        ...(isGlobal && { namespaceSelector: `projectcalico.org/name == '${namespace}'`, tier: index % 4 === 1 ? 'security' : 'platform' }),
        types: ['Ingress', 'Egress'],
        ingress: [
          { action: 'Allow', protocol: 'TCP', source: { selector: `app == '${peer}'` }, destination: { ports: [80, 'http'] } },
          { action: isGlobal ? 'Pass' : 'Allow', source: { nets: [`198.18.${index % 256}.0/24`] } },
          { action: isGlobal ? 'Pass' : 'Deny', source: { selector: "role == 'front'" } },
        ],
        egress: [
          { action: 'Allow', protocol: 'TCP', destination: { selector: "feed == 'cloud'", ports: [443] } },
          { action: isGlobal ? 'Pass' : 'Allow', destination: { namespaceSelector: `team == 'team-${index % 7}'` } },
        ],
      },
    });
    if (index % 50 === 0) {
      objects.push({ apiVersion: 'projectcalico.org/v3', kind: 'GlobalNetworkSet', metadata: { name: `set-${index}`, labels: { feed: 'cloud' } }, spec: { nets: [`172.20.${index % 256}.0/24`] } });
    }
  }
  return objects;
}

function measure(objects: Objects): Record<string, number> {
  const manifests = objects.map((object) => new Manifest(object));
  const start = performance.now();
  const model = buildModel(manifests);
  const built = performance.now();
  const connectivity = new FamilyConnectivity(model, 4);
  const reached = performance.now();
  const rows = connectivity.rows();
  const listed = performance.now();
  return {
    'model, ms': built - start,
    'what each station lets pass, ms': reached - built,
    'rows, ms': listed - reached,
    'all, ms': listed - start,
    'classes': connectivity.classes.length,
    'rows': rows.length,
    'pairs of classes in rows': rows.reduce((sum, { sources, destinations }) => sum + sources.length * destinations.length, 0),
    'resident, MB': process.memoryUsage().rss / 2 ** 20,
  };
}

const [workloads, policies] = [Number(process.argv[2] ?? 2_000), Number(process.argv[3] ?? 500)];
const columns: [string, Objects][] = [
  [`${policies} Calico policies`, calicoCluster(policies)],
  [`${workloads / 2} Kubernetes policies`, kubernetesCluster(workloads / 2)],
  [`${workloads} Kubernetes policies`, kubernetesCluster(workloads)],
];
const results = columns.map(([title, objects]) => ({ title, measured: measure(objects) }));
console.table(Object.fromEntries(Object.keys(results[0].measured).map((name) =>
  [name, Object.fromEntries(results.map(({ title, measured }) => [title, Number(measured[name].toFixed(1))]))])));
