// A cluster to keep for a while: node scripts/cluster/cluster.mjs up FOLDER | down FOLDER
// `up` prints the path of its kubeconfig; `down` ends its processes and leaves the folder with the logs.
import { CannotStart } from '../go-program.mjs';
import { startCluster, stopCluster } from './local-cluster.mjs';

const [command, folder] = process.argv.slice(2);
try {
  if (folder !== undefined && command === 'up') {
    console.log(await startCluster(folder, console.error));
  } else if (folder !== undefined && command === 'down') {
    await stopCluster(folder);
  } else {
    throw new CannotStart('usage: node scripts/cluster/cluster.mjs up FOLDER | down FOLDER');
  }
} catch (error) {
  if (!(error instanceof CannotStart)) {
    throw error;
  }
  console.error(error.message);
  process.exitCode = 2;
}
