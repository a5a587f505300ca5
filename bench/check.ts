/*
 * What the command line costs: a file of policies judged by `node bin/cdk8s-calico check FILE` as a process of its own, start-up, reading and
 * cross-checks included. Prints time and peak memory, the median and the worst of some runs. To compare: `calicoctl validate -f FILE` takes 2.5 s
 * and 126 MB for 10,000 policies on 2 cores. Compile first (`npx jsii`). Run: npx tsx bench/check.ts [--count 10000] [--runs 5]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const COMMAND = join(__dirname, '..', 'bin', 'cdk8s-calico');
const FOR_CALICOCTL = { seconds: 2.5, megabytes: 126 };

/** The n-th policy: two rules in, two out, with selectors, networks and ports that no other policy has. */
function policy(index: number): string {
  return `---
apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata:
  name: allow-${index}
  namespace: team-${index % 100}
spec:
  order: ${index}
  selector: app == "service-${index}" && environment in {"production", "staging"}
  types:
    - Ingress
    - Egress
  ingress:
    - action: Allow
      protocol: TCP
      source:
        selector: app == "client-${index}"
        namespaceSelector: projectcalico.org/name == "team-${(index + 1) % 100}"
      destination:
        ports:
          - 8080
          - 9000:9010
    - action: Deny
  egress:
    - action: Allow
      protocol: UDP
      destination:
        nets:
          - 10.${Math.floor(index / 256) % 256}.${index % 256}.0/24
        ports:
          - 53
    - action: Deny
`;
}

interface Cost {
  readonly seconds: number;
  readonly megabytes: number;
}

/** Time and peak memory of one run, of the whole process. */
function costOf(file: string): Cost {
  const started = process.hrtime.bigint();
  // The process tells its own peak at its end: the highest that the operating system saw, everything included.
  const preload = 'data:text/javascript,process.on("exit",()=>process.stderr.write("peak:"+process.resourceUsage().maxRSS))';
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', preload, COMMAND, 'check', file], { encoding: 'utf8' });
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  const peak = /peak:(\d+)/.exec(stderr);
  if (status !== 0 || peak === null) {
    throw new Error(`the command ended with ${status}: ${stdout.slice(0, 2000)}${stderr.slice(0, 2000)}`);
  }
  return { seconds, megabytes: Number(peak[1]) * 1024 / 1e6 };
}

function summary(values: readonly number[], digits: number, unit: string): string {
  const sorted = [...values].sort((a, b) => a - b);
  return `${sorted[Math.floor(sorted.length / 2)].toFixed(digits)} ${unit} (at most ${sorted[sorted.length - 1].toFixed(digits)})`;
}

const { values: options } = parseArgs({ options: { count: { type: 'string', default: '10000' }, runs: { type: 'string', default: '5' } } });
const count = Number(options.count);
const folder = mkdtempSync(join(tmpdir(), 'cdk8s-calico-bench-'));
const file = join(folder, 'policies.yaml');
writeFileSync(file, Array.from({ length: count }, (_, index) => policy(index)).join(''));
const costs = Array.from({ length: Number(options.runs) }, () => costOf(file));
console.log(`${count} policies in one file of ${(statSync(file).size / 1e6).toFixed(1)} MB: `
  + `${summary(costs.map(({ seconds }) => seconds), 2, 's')}, ${summary(costs.map(({ megabytes }) => megabytes), 0, 'MB')}; `
  + `calicoctl takes ${FOR_CALICOCTL.seconds} s and ${FOR_CALICOCTL.megabytes} MB for 10000`);
rmSync(folder, { recursive: true });
