import { installObjects, objectAt } from './install-objects';
import { readInstallation } from './read-installation';
import { ReadNode, readNode } from './read-node';
import { Family, Prefix, readCidr } from '../../cidr';
import { FieldPath } from '../../findings';
import { Cluster, Manifest } from '../../manifests';
import { ClusterCheck } from '../check';

interface Detection {
  readonly manifest: Manifest;
  readonly field: FieldPath;
  readonly family: Family;
  readonly blocks: readonly Prefix[];
}

const METHOD = 'cidr=';

/**
 * calico-node ends on a node without an address in the blocks, if it looks for one (node/pkg/lifecycle/startup `startup.go`): where `IP` is
 * `autodetect` or not set, where `IP6` is `autodetect`, and where Calico does the networking. Blocks times ranges, which are few.
 */
export const NODE_ADDRESS_ELSEWHERE: ClusterCheck = {
  id: 'install/node-address-elsewhere',
  severity: 'error',
  summary: 'The address of nodes is looked for in blocks that share none with the plan\'s ranges of nodes.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const ranges = (cluster.plan?.ranges ?? []).filter(({ role }) => role === 'nodes').map(({ cidr }) => readCidr(cidr)!.network);
    for (const { manifest, field, family, blocks } of ranges.length === 0 ? [] : detections(cluster)) {
      const ofFamily = ranges.filter((range) => range.family === family);
      if (blocks.length === 0 || ofFamily.length === 0 || blocks.some((block) => ofFamily.some((range) => range.overlaps(block)))) {
        continue;
      }
      const names = ofFamily.join(' or ');
      report({
        manifest,
        field,
        what: `the IPv${family} address of a node is looked for in ${blocks.join(' or ')}, and the plan has nodes in ${names}`,
        why: `a node with ${ofFamily[0].toAddress()} finds no address: calico-node ends and starts again, and its pods get no network`,
        fix: `write ${ofFamily.join(', ')}, or correct nodes of the plan`,
      });
    }
  },
};

function detections(cluster: Cluster): Detection[] {
  const objects = installObjects(cluster);
  return ([[4, 'nodeAddressAutodetectionV4', 'IP_AUTODETECTION_METHOD'], [6, 'nodeAddressAutodetectionV6', 'IP6_AUTODETECTION_METHOD']] as const)
    .flatMap(([family, name, variable]) => [
      ...objects.installations.map(readInstallation).filter(({ cni }) => cni === 'Calico').map(({ manifest, network }) => ({
        manifest, field: ['spec', 'calicoNetwork', name, 'cidrs'], family, blocks: blocksOf(objectAt(network, name).cidrs, family),
      })),
      ...objects.nodes.map((manifest) => readNode(manifest, objects)).map((node) => {
        const { manifest, value, field } = node;
        const method = looksForAddress(family, node) ? value(variable) ?? '' : '';
        return { manifest, field: field(variable), family, blocks: method.startsWith(METHOD) ? blocksOf(method.slice(METHOD.length).split(','), family) : [] };
      }),
    ]);
}

function looksForAddress(family: Family, { value, isSet }: ReadNode): boolean {
  const name = family === 4 ? 'IP' : 'IP6';
  const isLeftToIt = family === 4 && (!isSet(name) || value(name) === '');
  return (isLeftToIt || value(name) === 'autodetect') && value('CALICO_NETWORKING_BACKEND') !== 'none';
}

function blocksOf(texts: unknown, family: Family): Prefix[] {
  return (Array.isArray(texts) ? texts : []).flatMap((text) => typeof text === 'string' ? readCidr(text)?.network ?? [] : []).filter((block) => block.family === family);
}
