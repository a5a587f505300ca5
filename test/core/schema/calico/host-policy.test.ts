import { describeFaults, resource } from '../fault-case';

describeFaults('policies before connection tracking', [
  {
    title: 'takes preDNAT and doNotTrack with applyOnForward',
    object: resource('GlobalNetworkPolicy', { selector: 'all()', preDNAT: true, applyOnForward: true, types: ['Ingress'] }),
    faults: [],
  },
  {
    title: 'rejects both, once for both layers',
    object: resource('GlobalNetworkPolicy', { selector: 'all()', preDNAT: true, doNotTrack: true, applyOnForward: true }),
    faults: [
      {
        at: 'spec.preDNAT',
        by: 'api-server calico datastore',
        rule: 'resource/host-policy',
        what: 'preDNAT and doNotTrack are both true',
        why: 'the two act at different points before connection tracking, and a policy acts at one',
        fix: 'keep one of the two; make it two policies if both are meant',
        outcome: 'refused',
      },
    ],
  },
  {
    title: 'rejects preDNAT with egress',
    object: resource('GlobalNetworkPolicy', { selector: 'all()', preDNAT: true, applyOnForward: true, types: ['Ingress', 'Egress'], egress: [{ action: 'Allow' }] }),
    faults: [
      {
        at: 'spec.egress',
        by: 'api-server calico datastore',
        rule: 'resource/host-policy',
        what: 'a preDNAT policy has egress rules',
        why: 'preDNAT policies act on what comes in, before its destination is translated: there is no such point on the way out',
        fix: 'remove egress, or move the rules to a policy without preDNAT',
        outcome: 'refused',
      },
      {
        at: 'spec.types',
        by: 'api-server calico datastore',
        rule: 'resource/host-policy',
        what: 'a preDNAT policy is of type Egress',
        why: 'preDNAT policies act on what comes in, before its destination is translated: there is no such point on the way out',
        fix: 'leave Ingress alone in types',
        outcome: 'refused',
      },
    ],
  },
  {
    title: 'rejects either without applyOnForward',
    object: resource('GlobalNetworkPolicy', { selector: 'all()', doNotTrack: true }),
    faults: [
      {
        at: 'spec.applyOnForward',
        by: 'api-server calico datastore',
        rule: 'resource/host-policy',
        what: 'applyOnForward is not true in a preDNAT or doNotTrack policy',
        why: 'such a policy acts before it is known whether traffic is for the host or forwarded, so it acts on both',
        fix: 'set applyOnForward to true',
        outcome: 'refused',
      },
    ],
  },
]);
