import { Verdict } from './verdict';
import { Manifest } from '../../src/core/manifests';
import { isKubernetesNetworkPolicy, layersOf, ResourceFault, validateKubernetesNetworkPolicy, validateResource } from '../../src/core/schema';
import { readManifests } from '../../src/yaml';

/** What we say to a text, reading it first. */
export interface OurVerdict {
  /** What we say that an API server with the native CRDs says. */
  readonly apiServer: Verdict;
  /** Whether nobody refuses it. Where one layer can't read a field, we don't ask the others what else is wrong. */
  readonly good: boolean;
  /** Whether Calico refuses it, whatever an API server does. */
  readonly bad: boolean;
}

export function ourVerdict(yaml: string): OurVerdict {
  const { manifests, faults } = readManifests(yaml);
  const unread = faults.filter(({ severity }) => severity === 'error').map(({ rule, what }) => `${rule}: ${what}`);
  const refusals = manifests.flatMap(judged).filter((fault) => layersOf(fault).length > 0);
  const words = [...unread, ...refusals.filter((fault) => layersOf(fault).includes('api-server')).map(printed)];
  return {
    apiServer: { taken: words.length === 0, words },
    good: unread.length + refusals.length === 0,
    bad: refusals.some((fault) => layersOf(fault).includes('calico')),
  };
}

function judged(manifest: Manifest): ResourceFault[] {
  return isKubernetesNetworkPolicy(manifest) ? validateKubernetesNetworkPolicy(manifest) : validateResource(manifest);
}

function printed({ rule, field, what }: ResourceFault): string {
  return `${rule} at ${field.join('.')}: ${what}`;
}
