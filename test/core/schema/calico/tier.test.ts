import { describeFaults, resource } from '../fault-case';

describeFaults('tiers', [
  {
    title: 'takes a tier with and without order',
    object: resource('Tier', { defaultAction: 'Pass' }),
    faults: [],
  },
  {
    title: 'takes the built-in tiers as they are',
    object: resource('Tier', { order: 1000, defaultAction: 'Pass' }, { name: 'kube-admin' }),
    faults: [],
  },
  {
    title: 'rejects a name with a dot',
    object: resource('Tier', {}, { name: 'a.b' }),
    faults: [
      {
        at: 'metadata.name',
        by: 'calico datastore',
        rule: 'resource/name',
        what: '"a.b" can\'t be the name of a tier: that has no dots, and at most 63 characters',
        why: 'the name of a tier is a part of the names of its policies, and a label on them',
        fix: 'name it a-b',
        outcome: 'dropped',
      },
    ],
  },
  {
    title: 'rejects another order of a built-in tier',
    object: resource('Tier', { order: 5, defaultAction: 'Pass' }, { name: 'kube-baseline' }),
    faults: [
      {
        at: 'spec.order',
        by: 'calico datastore',
        rule: 'resource/tier',
        what: 'the built-in tier kube-baseline has order 10000000, and 5 is given',
        why: 'the built-in tiers have their fixed places among all tiers; Calico refuses any other order',
        fix: 'set order to 10000000',
        corrected: '10000000',
        outcome: 'dropped',
      },
    ],
  },
  {
    title: 'rejects no order of the default tier, though calicoctl fills it in',
    object: resource('Tier', {}, { name: 'default' }),
    faults: [
      {
        at: 'spec.order',
        by: 'calico',
        rule: 'resource/tier',
        what: 'the built-in tier default has order 1000000, and none is given',
        why: 'the built-in tiers have their fixed places among all tiers; Calico refuses any other order',
        fix: 'set order to 1000000',
        corrected: '1000000',
        outcome: 'dropped',
      },
    ],
  },
  {
    title: 'rejects another action of the default tier',
    object: resource('Tier', { order: 1000000, defaultAction: 'Pass' }, { name: 'default' }),
    faults: [
      {
        at: 'spec.defaultAction',
        by: 'api-server',
        rule: 'resource/tier',
        what: 'the default action of the built-in tier default is Deny, and Pass is given',
        why: 'Calico and Kubernetes rely on what the built-in tiers do; the API server refuses any other action. An absent one is Deny',
        fix: 'set defaultAction to Deny',
        corrected: 'Deny',
        outcome: 'refused',
      },
    ],
  },
  {
    title: 'rejects no action of kube-admin: the default is Deny',
    object: resource('Tier', { order: 1000 }, { name: 'kube-admin' }),
    faults: [
      {
        at: 'spec.defaultAction',
        by: 'api-server',
        rule: 'resource/tier',
        what: 'the default action of the built-in tier kube-admin is Pass, and Deny is given',
        why: 'Calico and Kubernetes rely on what the built-in tiers do; the API server refuses any other action. An absent one is Deny',
        fix: 'set defaultAction to Pass',
        corrected: 'Pass',
        outcome: 'refused',
      },
    ],
  },
  {
    title: 'rejects an action that is none for tiers',
    object: resource('Tier', { defaultAction: 'Allow' }),
    faults: [
      {
        at: 'spec.defaultAction',
        by: 'api-server calico datastore',
        rule: 'resource/enum',
        what: '"Allow" is not allowed here: allowed is Deny or Pass',
        why: 'these values are all that the field knows, in exactly this spelling',
        fix: 'give Deny or Pass',
        outcome: 'refused',
      },
    ],
  },
]);
