/*
 * Who reaches whom, as this library and as np-guard's netpol-analyzer have it, over clusters of Kubernetes policies. The two share no code.
 * Run: node scripts/np-guard/run.mjs [workloads of the large cluster]
 * Ends with `N passed, N failed`, a cluster each.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { kubernetesCluster, Objects } from '../../bench/generators/clusters';
import { randomKubernetesCluster } from '../../bench/generators/random-kubernetes-cluster';
import { Prefix } from '../../src/core/cidr';
import { Manifest } from '../../src/core/manifests';
import { buildModel, endpointTitle } from '../../src/core/policy';
import { Connections, FamilyConnectivity, isOpen, outsideOf, PeerClass, rangesOf } from '../../src/core/policy/connectivity';

const RANDOM_CLUSTERS = 60;
const PROTOCOLS: Readonly<Record<string, string>> = { 6: 'TCP', 17: 'UDP', 132: 'SCTP' };
const LAST_PORT = 65_535;

/** Addresses from the first to the last, as numbers. */
type Range = readonly [number, number];

/** By `source -> destination: connections`; at an end outside there is `*`, and its addresses are the value. */
type Reached = Map<string, Range[]>;

function add(reached: Reached, source: string, destination: string, connections: string, addresses: readonly Range[]): void {
  if (source !== destination && connections !== '') {
    const key = `${source} -> ${destination}: ${connections}`;
    reached.set(key, [...reached.get(key) ?? [], ...addresses]);
  }
}

/** One line each, addresses put together. */
function linesOf(reached: Reached): string[] {
  return [...reached].map(([key, ranges]) => {
    const joined: [number, number][] = [];
    for (const [first, last] of [...ranges].sort((a, b) => a[0] - b[0])) {
      const before = joined.at(-1);
      if (before && first <= before[1] + 1) {
        before[1] = Math.max(before[1], last);
      } else {
        joined.push([first, last]);
      }
    }
    return `${key} ${joined.map((range) => range.join('-')).join()}`;
  }).sort();
}

function ours(objects: Objects): { lines: string[]; milliseconds: number } {
  const manifests = objects.map((object) => new Manifest(object));
  const started = performance.now();
  const rows = new FamilyConnectivity(buildModel(manifests), 4).rows();
  const milliseconds = performance.now() - started;
  const reached: Reached = new Map();
  for (const { sources, destinations, connections } of rows) {
    const text = connectionsText(connections);
    for (const source of sources.flatMap(endsOf)) {
      for (const destination of destinations.flatMap(endsOf)) {
        add(reached, source.name, destination.name, text, [...source.addresses, ...destination.addresses]);
      }
    }
  }
  return { lines: linesOf(reached), milliseconds };
}

/** Its workloads, or the outside. */
function endsOf(one: PeerClass): { name: string; addresses: Range[] }[] {
  const addresses = outsideOf(one).map(rangeOf);
  return [
    ...one.endpoints.map((endpoint) => ({ name: endpointTitle(endpoint).replace(/^Deployment /, ''), addresses: [] })),
    ...(addresses.length > 0 ? [{ name: '*', addresses }] : []),
  ];
}

function rangeOf(block: Prefix): Range {
  const [address, length] = block.toString().split('/');
  const first = numberOf(address);
  return [first, first + 2 ** (32 - Number(length)) - 1];
}

function numberOf(address: string): number {
  return address.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0);
}

/** Such as `TCP 80,UDP 53`. netpol-analyzer knows three protocols. */
function connectionsText(connections: Connections): string {
  const parts = rangesOf(connections, isOpen).filter(({ protocol }) => protocol in PROTOCOLS)
    .map(({ protocol, first, last }) => portsText(PROTOCOLS[protocol], Math.max(first, 1), last));
  return parts.sort().join();
}

function portsText(protocol: string, first: number, last: number): string {
  return `${protocol} ${first === 1 && last === LAST_PORT ? 'all' : `${first}-${last}`}`;
}

function theirs(analyzer: string, folder: string): { lines: string[]; milliseconds: number } {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(analyzer, ['list', '-q', '--dirpath', folder, '-o', 'json'], { encoding: 'utf8', maxBuffer: 2 ** 30 });
  const milliseconds = performance.now() - started;
  if (status !== 0) {
    throw new Error(`netpol-analyzer failed: ${stderr}`);
  }
  const reached: Reached = new Map();
  for (const { src, dst, conn } of JSON.parse(stdout) as { src: string; dst: string; conn: string }[]) {
    const [source, destination] = [src, dst].map((text) => (/^\d/.test(text) ? '*' : text.replace(/\[Deployment\]$/, '')));
    const addresses = [src, dst].filter((text) => /^\d/.test(text)).map((text): Range => {
      const [first, last] = text.split('-').map(numberOf);
      return [first, last];
    });
    add(reached, source, destination, theirConnections(conn), addresses);
  }
  return { lines: linesOf(reached), milliseconds };
}

/** From `TCP 80,443-445,UDP 53`, or `All Connections`. */
function theirConnections(text: string): string {
  if (text === 'All Connections') {
    return Object.values(PROTOCOLS).map((protocol) => `${protocol} all`).sort().join();
  }
  let protocol = '';
  return text.split(',').map((part) => {
    const [, name, first, last = first] = /^(?:([A-Z]+) ?)?(\d+)?(?:-(\d+))?$/.exec(part.trim())!;
    protocol = name ?? protocol;
    return portsText(protocol, first === undefined ? 1 : Number(first), first === undefined ? LAST_PORT : Number(last));
  }).sort().join();
}

function compare(analyzer: string, title: string, objects: Objects): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-calico-np-guard-'));
  try {
    writeFileSync(join(folder, 'cluster.yaml'), objects.map((object) => stringify(object)).join('---\n'));
    const [mine, other] = [ours(objects), theirs(analyzer, folder)];
    const otherLines = new Set(other.lines);
    const mineLines = new Set(mine.lines);
    const onlyMine = mine.lines.filter((line) => !otherLines.has(line));
    const onlyOther = other.lines.filter((line) => !mineLines.has(line));
    const same = onlyMine.length + onlyOther.length === 0;
    console.log(`${same ? 'equal ' : 'DIFFER'}  ${title}: ${mine.lines.length} connections; here ${mine.milliseconds.toFixed(0)} ms, netpol-analyzer ${other.milliseconds.toFixed(0)} ms`);
    onlyMine.slice(0, 5).forEach((line) => console.log(`  only here: ${line}`));
    onlyOther.slice(0, 5).forEach((line) => console.log(`  only there: ${line}`));
    return same;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [analyzer, workloads] = [process.argv[2], Number(process.argv[3] ?? 200)];
const results = [
  compare(analyzer, `${workloads} workloads with as many policies`, kubernetesCluster(workloads)),
  ...Array.from({ length: RANDOM_CLUSTERS }, (_, seed) => compare(analyzer, `random cluster ${seed}`, randomKubernetesCluster(seed))),
];
const failed = results.filter((same) => !same).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
