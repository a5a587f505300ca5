/*
 * What two clusters let pass differently, by the time it takes. Run: npx tsx bench/difference.ts [workloads]
 * (for true figures bundle it first: `npx esbuild bench/difference.ts --bundle --platform=node --outfile=difference.js`.)
 *
 * As many workloads as Kubernetes policies, in namespaces of 20, old and new: one policy changed, a port of every policy changed, a default
 * deny of Calico's before all of them, and no policy at all any more. Reading YAML isn't part of the time, building both models is.
 */
import { kubernetesCluster, Objects } from './generators/clusters';
import { Manifest } from '../src/core/manifests';
import { buildModel } from '../src/core/policy';
import { findDifference, listDifference } from '../src/core/policy/difference';

type Change = (objects: Objects) => Objects;

const isPolicy = (object: Objects[number]): boolean => object.kind === 'NetworkPolicy';

/** Another port in the policies that are chosen. */
function otherPort(isChosen: (index: number) => boolean): Change {
  let index = 0;
  return (objects) => objects.map((object) =>
    isPolicy(object) && isChosen(index++) ? JSON.parse(JSON.stringify(object).replaceAll('"port":8080', '"port":8081')) as Objects[number] : object);
}

const DENY = {
  apiVersion: 'projectcalico.org/v3',
  kind: 'GlobalNetworkPolicy',
  metadata: { name: 'deny' },
  spec: { tier: 'first', selector: 'app == "app-7"', types: ['Ingress'], ingress: [{ action: 'Deny', protocol: 'TCP', destination: { ports: [8080] } }, { action: 'Pass' }] },
};
const TIER = { apiVersion: 'projectcalico.org/v3', kind: 'Tier', metadata: { name: 'first' }, spec: { order: 1 } };

const CHANGES: Readonly<Record<string, Change>> = {
  'nothing': (objects) => [...objects].reverse(),
  'one policy': otherPort((index) => index === 1_000),
  'every policy': otherPort(() => true),
  'a deny for one workload in 20': (objects) => [...objects, TIER, DENY],
  'no policy': (objects) => objects.filter((object) => !isPolicy(object)),
};

function measure(before: Objects, change: Change): Record<string, number> {
  const [old, later] = [before, change(before)].map((objects) => objects.map((object) => new Manifest(object)));
  const start = performance.now();
  const [first, second] = [buildModel(old), buildModel(later)];
  const built = performance.now();
  const { rows, classes } = findDifference(first, second, 4);
  const found = performance.now();
  const { changes } = listDifference(first, second);
  const listed = performance.now();
  return {
    'both models, ms': built - start,
    'difference, ms': found - built,
    'the same, named, ms': listed - found,
    'classes': classes.length,
    'rows': rows.length,
    'changes': changes.length,
    'pairs of classes in rows': rows.reduce((sum, { sources, destinations }) => sum + sources.length * destinations.length, 0),
    'resident, MB': process.memoryUsage().rss / 2 ** 20,
  };
}

const before = kubernetesCluster(Number(process.argv[2] ?? 2_000));
const results = Object.entries(CHANGES).map(([title, change]) => ({ title, measured: measure(before, change) }));
console.table(Object.fromEntries(Object.keys(results[0].measured).map((name) =>
  [name, Object.fromEntries(results.map(({ title, measured }) => [title, Number(measured[name].toFixed(1))]))])));
