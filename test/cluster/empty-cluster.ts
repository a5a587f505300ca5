import { execFile } from 'child_process';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { promisify } from 'util';
import { ApiServer } from './api-server';

const run = promisify(execFile);
const SCRIPT = join(__dirname, '..', '..', 'scripts', 'cluster', 'cluster.mjs');

/**
 * A cluster of a test's own, with nothing in it: for what has to be applied to an empty API server, whatever other tests did to theirs.
 * Starts in about four seconds. There are no controllers: nothing becomes ready unless the test writes its status.
 */
export class EmptyCluster {
  public static async start(): Promise<EmptyCluster> {
    const folder = mkdtempSync(join(process.env.CDK8S_CALICO_CLUSTER_FOLDER ?? tmpdir(), 'empty-cluster-'));
    try {
      const { stdout } = await run(process.execPath, [SCRIPT, 'up', folder]);
      const kubeconfig = stdout.trim();
      return new EmptyCluster(folder, kubeconfig, await ApiServer.of(kubeconfig));
    } catch (error) {
      await run(process.execPath, [SCRIPT, 'down', folder]);
      throw error;
    }
  }

  private constructor(private readonly folder: string, public readonly kubeconfig: string, public readonly server: ApiServer) {}

  public async stop(): Promise<void> {
    await this.server.close();
    await run(process.execPath, [SCRIPT, 'down', this.folder]);
    rmSync(this.folder, { recursive: true, force: true });
  }
}
