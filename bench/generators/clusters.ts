/*
 * Clusters to measure connectivity on, and to compare it with other tools.
 */

const PER_NAMESPACE = 20;

/** Manifests, as plain objects. */
export type Objects = Record<string, unknown>[];

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

/**
 * Namespaces of 20 workloads with a Kubernetes policy each: three neighbours in and three out, one other namespace, DNS, and a block outside.
 */
export function kubernetesCluster(workloads: number): Objects {
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

/** As many workloads as Calico policies, in tiers, every second policy global, with Pass, Deny, named ports, network sets and nets. */
export function calicoCluster(policies: number): Objects {
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
