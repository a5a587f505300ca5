/*
 * Who reaches whom in a whole cluster, by the time it takes. Run: npx tsx bench/connectivity.ts [kubernetes workloads] [calico policies]
 * (tsx names every function that it meets, which makes this slower than the compiled library: bundle it first for true figures, with
 * `npx esbuild bench/connectivity.ts --bundle --platform=node --outfile=connectivity.js`.)
 *
 * Building the model from objects that are read already is part of the time; reading YAML isn't.
 */
import { calicoCluster, kubernetesCluster, Objects } from './generators/clusters';
import { Manifest } from '../src/core/manifests';
import { buildModel } from '../src/core/policy';
import { FamilyConnectivity } from '../src/core/policy/connectivity';

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
