import { ApiServer, eventually } from './api-server';
import { AnyObject, Applied, Applier } from './applier';
import { CalicoInstall } from '../../src';

/** The objects of each phase of an install, as they are written. */
export function phasesOf(install: CalicoInstall): AnyObject[][] {
  return install.phases.map((chart) => chart.apiObjects.map((object) => object.toJson() as AnyObject));
}

/** Applies phases one after another, each when what it needs is served, and tells what didn't go as expected. */
export async function applyPhases(server: ApiServer, phases: readonly AnyObject[][], expected: Applied['outcome']): Promise<Applied[]> {
  const applier = new Applier(server);
  const remarkable: Applied[] = [];
  for (const objects of phases) {
    await served(applier, objects);
    const applied = await applier.apply(objects);
    remarkable.push(...applied.filter(({ outcome, complaints }) => outcome !== expected || complaints.length > 0));
  }
  return remarkable;
}

/** Waits for the kinds of a phase: CustomResourceDefinitions of an earlier phase are served a moment after they were applied. */
async function served(applier: Applier, objects: readonly AnyObject[]): Promise<void> {
  await eventually('the kinds of the phase', async () => {
    const missing: string[] = [];
    for (const object of objects) {
      if (await applier.pathOf(object) === undefined) {
        missing.push(`${object.apiVersion} ${object.kind}`);
      }
    }
    return missing.length === 0 ? { done: undefined } : { state: `missing ${missing.join(', ')}` };
  });
}
