import { calicoObjects, namesOf } from '../calico-objects';
import { ClusterCheck } from '../check';
import { likelyNames } from '../likely-name';

const ALWAYS_THERE = 'projectcalico-default-allow';

/** Profiles that Calico makes of namespaces and service accounts (libcalico-go/lib/backend/k8s/conversion `constants.go`). */
const FROM_KUBERNETES = /^(?:kns|ksa)\./;

/**
 * Felix puts rules that deny everything in the place of a profile that it doesn't know (felix/calc `active_rules_calculator.go`,
 * `sendProfileUpdate`). One look at each host endpoint's profiles.
 */
export const PROFILE_MISSING: ClusterCheck = {
  id: 'profile/missing',
  severity: 'warning',
  summary: 'A HostEndpoint names a profile that no object declares and that isn\'t built in.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const declared = namesOf(cluster, 'Profile');
    const likely = likelyNames(() => [...declared, ALWAYS_THERE]);
    for (const manifest of calicoObjects(cluster, 'HostEndpoint')) {
      const { profiles } = manifest.spec;
      for (const [index, profile] of (Array.isArray(profiles) ? profiles : []).entries()) {
        if (typeof profile !== 'string' || profile === '' || profile === ALWAYS_THERE || declared.has(profile) || FROM_KUBERNETES.test(profile)) {
          continue;
        }
        const meant = likely(profile);
        report({
          manifest,
          field: ['spec', 'profiles', index],
          what: `there is no profile ${JSON.stringify(profile)} among the objects given`,
          why: 'Felix denies everything in the place of a profile that it doesn\'t know: traffic of the host that no policy decides is dropped, '
            + 'but for the failsafe ports',
          fix: `${meant === undefined ? 'take it out and allow traffic by policies' : `write ${meant}`}; acknowledge this where the profile is created elsewhere`,
          ...(meant !== undefined && { corrected: meant }),
        });
      }
    }
  },
};
