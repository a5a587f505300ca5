/*
 * What the gate costs: an app of NetworkPolicies of this library, judged, against the same objects as plain ApiObjects that nobody judges.
 * Each pair runs in turn in one process, after a warm-up; the median of the ratios counts.
 * It measures the compiled library, as users have it: npx projen compile, then npx tsx bench/synth.ts [--growth]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart } from 'cdk8s';
import { NetworkPolicy, Peer, Port, Protocol, Rule, Selector } from 'cdk8s-calico';

const RUNS = 7;

function timed(run: (app: App) => void): number {
  const outdir = mkdtempSync(join(tmpdir(), 'cdk8s-calico-bench-'));
  const started = performance.now();
  const app = new App({ outdir });
  run(app);
  app.synth();
  const milliseconds = performance.now() - started;
  rmSync(outdir, { recursive: true });
  return milliseconds;
}

function typed(count: number): number {
  return timed((app) => {
    const chart = new Chart(app, 'policies');
    for (let index = 0; index < count; index++) {
      new NetworkPolicy(chart, `policy-${index}`, {
        metadata: { name: `allow-${index}`, namespace: `team-${index % 100}` },
        selector: Selector.label('app').equals(`service-${index}`),
        ingress: [
          Rule.allow({
            protocol: Protocol.TCP,
            source: Peer.of(Selector.label('app').equals(`client-${index}`)),
            destination: Peer.ports(Port.of(8080)),
          }),
        ],
      });
    }
  });
}

function raw(count: number): number {
  return timed((app) => {
    const chart = new Chart(app, 'policies');
    for (let index = 0; index < count; index++) {
      new ApiObject(chart, `policy-${index}`, {
        apiVersion: 'projectcalico.org/v3',
        kind: 'NetworkPolicy',
        metadata: { name: `allow-${index}`, namespace: `team-${index % 100}` },
        spec: {
          selector: `app == "service-${index}"`,
          types: ['Ingress'],
          ingress: [
            { action: 'Allow', protocol: 'TCP', source: { selector: `app == "client-${index}"` }, destination: { ports: [8080] } },
          ],
        },
      });
    }
  });
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function compare(count: number, runs: number): void {
  typed(Math.min(count, 2000));
  raw(Math.min(count, 2000));
  const pairs = Array.from({ length: runs }, () => ({ typed: typed(count), raw: raw(count) }));
  const ratio = median(pairs.map((pair) => pair.typed / pair.raw));
  const typedMilliseconds = median(pairs.map((pair) => pair.typed));
  const rawMilliseconds = median(pairs.map((pair) => pair.raw));
  console.log(`${String(count).padStart(6)} policies: typed and judged ${typedMilliseconds.toFixed(0)} ms `
    + `(${(1000 * typedMilliseconds / count).toFixed(0)} us each), raw ${rawMilliseconds.toFixed(0)} ms, ratio ${ratio.toFixed(3)}`);
}

if (process.argv.includes('--growth')) {
  [1_000, 5_000, 10_000, 20_000, 50_000].forEach((count) => compare(count, 3));
} else {
  compare(10_000, RUNS);
}
