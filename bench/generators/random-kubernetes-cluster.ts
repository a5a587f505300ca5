import { Objects } from './clusters';

/** Numbers below one, always the same from the same seed: the linear congruential generator of Numerical Recipes. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) % 2 ** 32;
    return (state < 0 ? state + 2 ** 32 : state) / 2 ** 32;
  };
}

const KEYS = ['app', 'role', 'env'];
const VALUES = ['a', 'b', 'c'];
/** All addresses only with exceptions: to Calico a block of all of them holds the pods too, to netpol-analyzer it is the outside. */
const BLOCKS = ['10.0.0.0/8', '10.1.0.0/16', '203.0.113.0/24', '0.0.0.0/0', '198.51.100.128/25'];

/** A small cluster with Kubernetes policies of every form, always the same from the same seed. */
export function randomKubernetesCluster(seed: number): Objects {
  const next = randomNumbers(seed);
  const below = (count: number): number => Math.floor(next() * count);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)];
  const some = <T>(most: number, make: () => T): T[] => Array.from({ length: below(most + 1) }, make);
  const labels = (): Record<string, string> => Object.fromEntries(some(3, () => [pick(KEYS), pick(VALUES)]));
  const expression = (): object => {
    const operator = pick(['In', 'NotIn', 'Exists', 'DoesNotExist']);
    return { key: pick(KEYS), operator, ...(operator.endsWith('In') && { values: [pick(VALUES), pick(VALUES)] }) };
  };
  const selector = (): object => pick([
    () => ({}),
    () => ({ matchLabels: { [pick(KEYS)]: pick(VALUES) } }),
    () => ({ matchExpressions: [expression()] }),
    () => ({ matchLabels: labels(), matchExpressions: some(2, expression) }),
  ])();
  const block = (): object => {
    const cidr = pick(BLOCKS);
    return cidr === '0.0.0.0/0' ? { cidr, except: ['10.0.0.0/8', '203.0.113.64/26'] } : { cidr };
  };
  const peer = (): object => pick([
    () => ({ podSelector: selector() }),
    () => ({ namespaceSelector: selector() }),
    () => ({ namespaceSelector: selector(), podSelector: selector() }),
    () => ({ ipBlock: block() }),
  ])();
  /** Named ones at ingress only: netpol-analyzer takes none at a destination that may be an address. */
  const port = (side: 'from' | 'to'): object => pick([
    () => ({ port: 1 + below(100) }),
    () => ({ port: 8000, endPort: 8000 + below(100), protocol: pick(['TCP', 'UDP', 'SCTP']) }),
    () => ({ protocol: pick(['TCP', 'UDP', 'SCTP']) }),
    () => (side === 'from' ? { port: 'http' } : { port: 443 }),
  ])();
  const rules = (side: 'from' | 'to'): object[] => some(3, () => ({
    ...(next() < 0.8 && { [side]: [peer(), ...some(1, peer)] }),
    ...(next() < 0.7 && { ports: [port(side), ...some(2, () => port(side))] }),
  }));
  const objects: Objects = [];
  for (const namespace of ['one', 'two', 'three']) {
    objects.push({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace, labels: { 'kubernetes.io/metadata.name': namespace, ...labels() } } });
    for (let index = 0; index < 4; index++) {
      const container = { name: 'main', ports: [{ name: 'http', containerPort: pick([80, 8080]) }] };
      const template = { metadata: { labels: { id: `${index}`, ...labels() } }, spec: { containers: [container] } };
      objects.push({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: `w${index}`, namespace }, spec: { template } });
    }
    some(3, () => objects.push({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: `p${objects.length}`, namespace },
      spec: { podSelector: selector(), policyTypes: pick([['Ingress'], ['Egress'], ['Ingress', 'Egress']]), ingress: rules('from'), egress: rules('to') },
    }));
  }
  return objects;
}
