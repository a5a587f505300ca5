import { readCidr } from '../../cidr';
import { printValue } from '../../schema/printed-value';
import { ResourceCheck } from '../check';
import { listedPools, PoolAnnotation, poolAnnotationsOf } from '../pool-annotations';

/**
 * Only pods that start show what is wrong with such an annotation: Calico's CNI plugin refuses them one by one (cni-plugin/pkg/k8s `k8s.go`
 * and internal/pkg/utils `ResolvePools`).
 */
export const ANNOTATION_UNREADABLE: ResourceCheck = {
  id: 'pool/annotation-unreadable',
  severity: 'warning',
  summary: 'An annotation that picks pools is no JSON list of texts, or lists a block of the other address family.',
  refusedByCluster: false,
  sees: 'resource',
  run: (manifest, report) => {
    for (const annotation of poolAnnotationsOf(manifest)) {
      const { field, key, text, family } = annotation;
      const listed = listedPools(text);
      const why = manifest.kind === 'Service' ? 'Calico gives this Service no address' : 'no pod with this annotation starts: Calico gives it no address';
      if (listed === undefined) {
        const corrected = correctedList(annotation);
        report({
          field,
          what: `${key} is no JSON list of texts: ${printValue(text)}`,
          why,
          fix: `write a JSON list of names or blocks of pools, as in ${corrected ?? '["default-ipv4-ippool"]'}`,
          ...(corrected !== undefined && { corrected }),
        });
        continue;
      }
      const other = listed.find((item) => (readCidr(item)?.network.family ?? family) !== family);
      if (other !== undefined) {
        report({
          field,
          what: `${key} lists ${printValue(other)}, which is IPv${family === 4 ? 6 : 4}`,
          why,
          fix: `move it to ${key.replace(/ipv[46]/, family === 4 ? 'ipv6' : 'ipv4')}`,
        });
      }
    }
  },
};

/** Words of pool names or blocks with commas between them, maybe in brackets or quotes: what people write in place of a list. */
const WORDS = /^\[?[\w./:'", -]+\]?$/;

function correctedList({ text }: PoolAnnotation): string | undefined {
  const words = WORDS.test(text) ? text.replace(/[[\]'"]/g, ' ').split(/[, ]+/).filter((word) => word !== '') : [];
  return words.length === 0 ? undefined : JSON.stringify(words);
}
