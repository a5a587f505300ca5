import { printFieldPath } from '../findings';
import { ModelKind } from './kinds';
import { Note } from './note';
import { comparePolicies, Policy } from './policy';
import { readCalicoPolicy } from './read-calico-policy';
import { readClusterPolicy } from './read-cluster-policy';
import { readKubernetesPolicy } from './read-kubernetes-policy';
import { Rule } from './rule';
import { SelectorPool, Unreadable } from './selector-pool';
import { Tier } from './tier';
import { Manifest } from '../manifests';

/** Reads policies of every kind. What Calico would drop is left out and noted. */
export function readPolicies(byKind: (kind: ModelKind) => readonly Manifest[], selectors: SelectorPool, notes: Note[]): Policy[] {
  const policies: Policy[] = [];
  const read = (kind: ModelKind, reader: (manifest: Manifest, dropped: Dropped) => Policy): void => {
    for (const manifest of byKind(kind)) {
      try {
        const policy = reader(manifest, (field, why) => {
          notes.push({ kind: 'unread', object: manifest.ref, what: `${printFieldPath(field)} is left out, as Calico does: ${why}` });
        });
        policies.push(policy);
        noteServices(policy, notes);
      } catch (error) {
        if (!(error instanceof Unreadable)) {
          throw error;
        }
        notes.push({ kind: 'unread', object: manifest.ref, what: `the policy is left out, as Calico drops it: ${error.message}` });
      }
    }
  };
  read('CalicoPolicy', (manifest) => readCalicoPolicy(manifest, selectors));
  read('KubernetesPolicy', (manifest, dropped) => readKubernetesPolicy(manifest, 'KubernetesNetworkPolicy', selectors, dropped));
  read('StagedKubernetesPolicy', (manifest, dropped) => readKubernetesPolicy(manifest, 'StagedKubernetesNetworkPolicy', selectors, dropped));
  read('ClusterPolicy', (manifest, dropped) => readClusterPolicy(manifest, selectors, dropped));
  for (const manifest of byKind('RemovedPolicy')) {
    notes.push({ kind: 'unsupported', object: manifest.ref, what: `Calico 3.32 enforces no ${manifest.kind} any more: it acts on ClusterNetworkPolicy instead` });
  }
  return policies;
}

type Dropped = (field: Rule['field'], why: string) => void;

function noteServices({ ingress = [], egress = [], manifest }: Policy, notes: Note[]): void {
  for (const rules of [ingress, egress]) {
    for (const { source, destination, field } of rules) {
      if (source.service?.key.startsWith('/') || destination.service?.key.startsWith('/')) {
        notes.push({
          kind: 'unread',
          object: manifest.ref,
          what: `${printFieldPath(field)} names a Service without its namespace: Calico fills in none, so the rule matches nothing`,
        });
      }
    }
  }
}

/** Policies in the order in which Felix asks them: by the order of tiers, then their own. */
export function sortPolicies(policies: readonly Policy[], tiers: readonly Tier[]): Policy[] {
  const ranks = new Map(tiers.map(({ name }, rank) => [name, rank]));
  return [...policies].sort((a, b) => ranks.get(a.tier)! - ranks.get(b.tier)! || comparePolicies(a, b));
}
