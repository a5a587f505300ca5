import { JsonObject } from '../../manifests';

/** Whether new pods get addresses of a pool: those for Services or tunnels alone give them none, and disabled ones neither. */
export function isForPods({ allowedUses, disabled }: JsonObject): boolean {
  return disabled !== true && (!Array.isArray(allowedUses) || allowedUses.length === 0 || allowedUses.includes('Workload'));
}
