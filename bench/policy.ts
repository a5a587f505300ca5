/*
 * The policy model at scale: building it, and one verdict. Run: npx tsx bench/policy.ts [endpoints] [policies]
 * (tsx names every function that it meets, which makes this two to three times slower than the compiled library: bundle it first for true figures,
 * with `npx esbuild bench/policy.ts --bundle --platform=node --outfile=policy.js`.)
 *
 * A verdict is timed in CPU time, from the names of its ends to its answer. Over all endpoints at random, what it costs is waiting for memory;
 * over those of 100 namespaces it is the work itself.
 *
 * The cluster: namespaces of 100 pods, each pod of one of ten apps with a label of its own; half of the policies are NetworkPolicies of Calico, a
 * quarter Kubernetes', a quarter global, in three tiers; every tenth has nets, every pod has an address, one network set a hundred policies.
 */
import { Manifest } from '../src/core/manifests';
import { buildModel, decide, EndQuery, PolicyModel, resolveFlow } from '../src/core/policy';

const PODS_PER_NAMESPACE = 100;
const APPS = 10;
const VERDICTS = 200_000;

/** A small generator with a seed, so that every run measures the same cluster. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const namespaceOf = (pod: number): string => `ns-${Math.floor(pod / PODS_PER_NAMESPACE)}`;

function cluster(endpoints: number, policies: number): Manifest[] {
  const random = randomNumbers(6);
  const namespaces = Math.ceil(endpoints / PODS_PER_NAMESPACE);
  const objects: object[] = [];
  for (let i = 0; i < namespaces; i++) {
    objects.push({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: `ns-${i}`, labels: { team: `team-${i % 50}`, env: i % 3 === 0 ? 'prod' : 'test' } } });
    objects.push({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace: `ns-${i}` } });
  }
  for (let i = 0; i < endpoints; i++) {
    objects.push({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: `pod-${i}`,
        namespace: namespaceOf(i),
        labels: { 'app': `app-${i % APPS}`, 'tier': i % 2 === 0 ? 'front' : 'back', 'pod-template-hash': `h${i % 20}`, 'statefulset.kubernetes.io/pod-name': `pod-${i}` },
      },
      spec: { nodeName: `node-${i % 500}`, containers: [{ name: 'main', ports: [{ name: 'http', containerPort: 8080 }] }] },
      status: { podIP: `10.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}` },
    });
  }
  for (let i = 0; i < policies; i++) {
    const namespace = `ns-${random(namespaces)}`;
    const app = `app-${random(APPS)}`;
    const peer = `app-${random(APPS)}`;
    const rules = [
      { action: 'Allow', protocol: 'TCP', source: { selector: `app == '${peer}'`, namespaceSelector: `team == 'team-${random(50)}'` }, destination: { ports: [80, 'http'] } },
      { action: 'Allow', protocol: 'TCP', source: i % 10 === 0 ? { nets: ['192.168.0.0/16', '10.9.0.0/16'] } : { selector: `app == '${peer}'` }, destination: { ports: [8080] } },
      { action: i % 4 === 2 ? 'Pass' : 'Deny', source: { selector: `app == 'app-${random(APPS)}' && tier == 'back'` } },
    ];
    if (i % 4 < 2) {
      objects.push({ apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', metadata: { name: `np-${i}`, namespace }, spec: { order: i, selector: `app == '${app}'`, ingress: rules } });
    } else if (i % 4 === 2) {
      objects.push({
        apiVersion: 'projectcalico.org/v3',
        kind: 'GlobalNetworkPolicy',
        metadata: { name: `gnp-${i}` },
        spec: { tier: i % 8 === 2 ? 'security' : 'platform', order: i, selector: `app == '${app}'`, namespaceSelector: `projectcalico.org/name == '${namespace}'`, ingress: rules, egress: [{ action: 'Pass' }] },
      });
    } else {
      objects.push({
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { name: `knp-${i}`, namespace },
        spec: {
          podSelector: { matchLabels: { app } },
          ingress: [{ from: [{ podSelector: { matchLabels: { app: peer } } }], ports: [{ port: 8080 }] }],
        },
      });
    }
    if (i % 100 === 0) {
      objects.push({ apiVersion: 'projectcalico.org/v3', kind: 'GlobalNetworkSet', metadata: { name: `set-${i}`, labels: { app: peer } }, spec: { nets: [`172.16.${i % 256}.0/24`] } });
    }
  }
  ['security', 'platform'].forEach((name, order) => objects.push({ apiVersion: 'projectcalico.org/v3', kind: 'Tier', metadata: { name }, spec: { order, defaultAction: 'Pass' } }));
  return objects.map((object) => new Manifest(object as Record<string, unknown>));
}

const pod = (index: number): EndQuery => ({ by: 'pod', namespace: namespaceOf(index), name: `pod-${index}` });

/** Microseconds a verdict between the first `endpoints` pods, and how many are allowed. */
function verdicts(model: PolicyModel, endpoints: number, count: number): { microseconds: number; allowed: number } {
  const random = randomNumbers(1);
  let allowed = 0;
  const start = process.cpuUsage();
  for (let i = 0; i < count; i++) {
    const packet = resolveFlow(model, { source: pod(random(endpoints)), destination: pod(random(endpoints)), protocol: 'TCP', destinationPort: 8080 });
    allowed += decide(model, packet).allowed ? 1 : 0;
  }
  const { user, system } = process.cpuUsage(start);
  return { microseconds: (user + system) / count, allowed };
}

function measure(endpoints: number, policies: number): Record<string, number> {
  const manifests = cluster(endpoints, policies);
  global.gc?.();
  const before = process.memoryUsage().heapUsed;
  const start = performance.now();
  const model = buildModel(manifests);
  const built = performance.now();
  model.classes.forEach((one) => model.stackOf(one));
  const selected = performance.now();
  const cold = verdicts(model, endpoints, VERDICTS);
  const warm = verdicts(model, endpoints, VERDICTS);
  const near = verdicts(model, Math.min(endpoints, 100 * PODS_PER_NAMESPACE), VERDICTS);
  global.gc?.();
  return {
    'build, ms': built - start,
    'select policies for all classes, ms': selected - built,
    'classes': model.classes.length,
    'verdict, first time, µs': cold.microseconds,
    'verdict, any of all endpoints, µs': warm.microseconds,
    'verdict, any of 10,000 endpoints, µs': near.microseconds,
    'allowed, %': (100 * warm.allowed) / VERDICTS,
    'heap of the model, MB': (process.memoryUsage().heapUsed - before) / 2 ** 20,
    'resident, MB': process.memoryUsage().rss / 2 ** 20,
  };
}

const [endpoints, policies] = [Number(process.argv[2] ?? 250_000), Number(process.argv[3] ?? 10_000)];
const small = measure(endpoints / 10, policies / 10);
const large = measure(endpoints, policies);
console.table(Object.fromEntries(Object.keys(small).map((name) => [name, {
  [`${endpoints / 10} endpoints, ${policies / 10} policies`]: Number(small[name].toFixed(2)),
  [`${endpoints} endpoints, ${policies} policies`]: Number(large[name].toFixed(2)),
}])));
