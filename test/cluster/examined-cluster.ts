import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { AnyObject, Applier } from './applier';
import { EmptyCluster } from './empty-cluster';
import { applyPhases, phasesOf } from './install-phases';
import { CalicoInstall } from '../../src';
import { CommandRun, runCli } from '../cli/run-cli';

/** Nodes on loopback, where no kubelet listens: their logs are refused at once. */
export const NODES = ['node-a', 'node-b'];
/** Reported in whole hours, so that it doesn't matter how long a test takes. */
const HOURS_AGO = new Date(Date.now() - 10.5 * 3_600_000).toISOString();
export const READY = { type: 'Ready', status: 'True', lastTransitionTime: HOURS_AGO };
export const NOT_READY = { type: 'Ready', status: 'False', lastTransitionTime: HOURS_AGO };

/** What a DaemonSet on both nodes says of itself. */
export const ROLLED_OUT = {
  observedGeneration: 1, desiredNumberScheduled: 2, currentNumberScheduled: 2, numberMisscheduled: 0, numberReady: 2, updatedNumberScheduled: 2,
};

/** What a Deployment says of itself when so many of its pods are available. */
export function available(count: number): object {
  return { observedGeneration: 1, replicas: 2, updatedReplicas: 2, readyReplicas: count, availableReplicas: count };
}

/** A pod on a node. */
export function pod(namespace: string, name: string, nodeName: string, labels: object, more: object = {}, annotations: object = {}): AnyObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace, labels, annotations } as AnyObject['metadata'],
    spec: { nodeName, tolerations: [], containers: [{ name: 'calico-node', image: 'image' }], ...more },
  };
}

/** The pods of calico-node, one for each node. */
export function nodePods(namespace: string): AnyObject[] {
  return NODES.map((node, index) => pod(namespace, `calico-node-${index}`, node, { 'k8s-app': 'calico-node' }, { hostNetwork: true }));
}

const workload = (name: string, node: string, address: string): [AnyObject, object] => [
  pod('app', name, node, { app: name }, {}, { 'cni.projectcalico.org/podIP': `${address}/32` }),
  { phase: 'Running', podIP: address, podIPs: [{ ip: address }], conditions: [READY] },
];

/** An API server that holds an install, and what its controllers and kubelets would have written: two nodes, two pods of a user's. */
export class ExaminedCluster {
  public static async start(install: CalicoInstall): Promise<ExaminedCluster> {
    const folder = mkdtempSync(join(tmpdir(), 'health-'));
    const examined = new ExaminedCluster(folder, await EmptyCluster.start());
    const phases = phasesOf(install);
    expect(await applyPhases(examined.cluster.server, phases, 'created')).toEqual([]);
    const items = phases.flat().filter(({ kind }) => kind !== 'CustomResourceDefinition');
    writeFileSync(join(folder, 'install.json'), JSON.stringify({ apiVersion: 'v1', kind: 'List', items }));
    await examined.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'app' } });
    for (const [index, name] of NODES.entries()) {
      await examined.apply({ apiVersion: 'v1', kind: 'Node', metadata: { name, labels: { 'kubernetes.io/os': 'linux' } } as AnyObject['metadata'] },
        { conditions: [READY], addresses: [{ type: 'InternalIP', address: `127.0.0.${index + 2}` }] });
    }
    await examined.apply(...workload('frontend', 'node-a', '192.168.1.2'));
    await examined.apply(...workload('web', 'node-b', '192.168.1.3'));
    return examined;
  }

  private readonly applier: Applier;

  private constructor(
    /** Holds what was synthesised. */
    public readonly folder: string,
    public readonly cluster: EmptyCluster,
  ) {
    this.applier = new Applier(cluster.server);
  }

  /** Writes the status of an object, as its controller would. */
  public async setStatus(object: AnyObject, status: object): Promise<void> {
    const { apiVersion, kind, metadata: { name, namespace } } = object;
    const path = await this.applier.pathOf(object);
    const answer = await this.cluster.server.apply(`${path}/status`, JSON.stringify({ apiVersion, kind, metadata: { name, namespace }, status }));
    expect([name, answer.status, answer.status < 300 ? '' : answer.body]).toEqual([name, 200, '']);
  }

  public async apply(object: AnyObject, status?: object): Promise<void> {
    const [applied] = await this.applier.apply([object]);
    expect(applied).toMatchObject({ complaints: [] });
    if (status) {
      await this.setStatus(object, status);
    }
  }

  public run(...args: string[]): Promise<CommandRun> {
    return runCli(args, { environment: { PATH: process.env.PATH!, HOME: this.folder, KUBECONFIG: this.cluster.kubeconfig } });
  }

  /** Status, and what isn't fine, of `health`. */
  public async health(): Promise<[number, ...string[]]> {
    const { status, output, errors } = await this.run('health', '-m', this.folder, '--logs', '0', '--format', 'json');
    expect(errors).toBe('');
    const { results } = JSON.parse(output) as { results: { id: string; status: string; evidence: string[] }[] };
    const bad = results.filter((result) => result.status !== 'ok' && result.id !== 'node-logs');
    return [status, ...bad.flatMap(({ id, evidence }) => evidence.map((text) => `${id}: ${text}`))];
  }

  /** Title and status of each step of `debug`, from the pod frontend to the pod web. */
  public async debug(): Promise<[string, string | undefined][]> {
    const { output } = await this.run('debug', '--from', 'app/frontend', '--to', 'app/web', '--port', '8080', '-m', this.folder, '--format', 'json');
    return JSON.parse(output).steps.map(({ title, status }: { title: string; status?: string }) => [title, status]);
  }

  public async stop(): Promise<void> {
    await this.cluster.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
