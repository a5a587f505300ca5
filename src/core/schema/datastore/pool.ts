import { readCidr } from '../../cidr';
import { isObject, JsonObject } from '../../manifests';
import { blockSizeOf, DecodedPool, poolWords, TUNNEL_WITH_NAMESPACES } from '../calico/pool';
import { Walk } from '../structural/walk';

/** What only creating a pool shows (lib/clientv3/ippool.go, `validateAndSetDefaults`). */
export function judgePoolCreation(object: JsonObject, walk: Walk): void {
  const spec: DecodedPool = isObject(object.spec) ? object.spec : {};
  const reading = readCidr(spec.cidr ?? '');
  if (reading === undefined) {
    return;
  }
  const { family } = reading.address;
  const blockSize = blockSizeOf(spec, reading);
  const [least, most] = family === 4 ? [20, 32] : [116, 128];
  if (blockSize < least || blockSize > most) {
    walk.refuseCreation(poolWords(
      `blockSize ${blockSize} is out of range: an IPv${family} pool takes ${least} to ${most}`, 'Calico\'s address management works with blocks of that size only',
      `give a blockSize from ${least} to ${most}, or leave it out for ${family === 4 ? 26 : 122}`), ['spec', 'blockSize']);
  }
  // An absent allowedUses is Workload and Tunnel by then.
  if ((spec.allowedUses ?? []).length === 0 && spec.namespaceSelector) {
    walk.refuseCreation(TUNNEL_WITH_NAMESPACES, ['spec', 'namespaceSelector']);
  }
}
