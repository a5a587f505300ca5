/*
 * What all checks take over clusters with workloads, where policies mean something: as many Deployments as Calico policies, and Kubernetes policies.
 * Run: npx tsx bench/judge.ts [policies ...]
 */
import { calicoCluster, kubernetesCluster, Objects } from './generators/clusters';
import { judge } from '../src/core/checks';
import { Manifest } from '../src/core/manifests';

const RUNS = 3;

function measure(title: string, objects: Objects): void {
  const times = Array.from({ length: RUNS }, () => {
    const manifests = objects.map((object) => new Manifest(object));
    const before = process.cpuUsage();
    const started = performance.now();
    const findings = judge({ clusters: [{ name: '', manifests }] });
    const { user, system } = process.cpuUsage(before);
    return { wall: performance.now() - started, cpu: (user + system) / 1000, findings: findings.length };
  });
  const [fastest] = [...times].sort((a, b) => a.wall - b.wall);
  console.log(`${title}: ${objects.length} objects in ${fastest.wall.toFixed(0)} ms (first run ${times[0].wall.toFixed(0)} ms; processor ${fastest.cpu.toFixed(0)} ms), `
    + `${fastest.findings} findings`);
}

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [500, 2_000, 10_000];
for (const policies of sizes) {
  measure(`${policies} Calico policies`, calicoCluster(policies));
  measure(`${policies} Kubernetes policies`, kubernetesCluster(policies));
}
