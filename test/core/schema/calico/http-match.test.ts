import { describeFaults, resource } from '../fault-case';

describeFaults('HTTP matches of rules', [
  {
    title: 'takes methods and paths of an ingress rule that allows',
    object: resource('NetworkPolicy', { selector: 'all()', ingress: [{ action: 'Allow', protocol: 'TCP', http: { methods: ['GET', 'PUT'], paths: [{ exact: '/a' }, { prefix: '/b' }] } }] }),
    faults: [],
  },
  {
    title: 'rejects another protocol, once for both layers',
    object: resource('NetworkPolicy', { selector: 'all()', ingress: [{ action: 'Allow', protocol: 'UDP', http: { methods: ['GET'] } }] }),
    faults: [
      {
        at: 'spec.ingress[0].protocol',
        by: 'api-server calico datastore',
        rule: 'resource/http-match',
        what: 'the rule matches HTTP and its protocol is "UDP"',
        why: 'HTTP is matched over TCP only, and Calico takes that by name, not as 6',
        fix: 'set protocol to TCP, or leave it out',
        outcome: 'refused',
      },
    ],
  },
  {
    title: 'rejects the number of TCP, which the API server takes',
    object: resource('NetworkPolicy', { selector: 'all()', ingress: [{ action: 'Allow', protocol: 6, http: { methods: ['GET'] } }] }),
    faults: [
      {
        at: 'spec.ingress[0].protocol',
        by: 'calico datastore',
        rule: 'resource/http-match',
        what: 'the rule matches HTTP and its protocol is 6',
        why: 'HTTP is matched over TCP only, and Calico takes that by name, not as 6',
        fix: 'set protocol to TCP, or leave it out',
        outcome: 'dropped',
      },
    ],
  },
  {
    title: 'rejects a rule that denies',
    object: resource('NetworkPolicy', { ingress: [{ action: 'Deny', http: { methods: ['GET'] } }] }),
    faults: [
      {
        at: 'spec.ingress[0].http',
        by: 'api-server calico datastore',
        rule: 'resource/http-match',
        what: 'the rule matches HTTP and its action is "Deny"',
        why: 'HTTP can be matched by rules that allow only: what isn\'t allowed is denied',
        fix: 'set action to Allow, or remove http',
        outcome: 'refused',
      },
    ],
  },
  {
    title: 'rejects egress',
    object: resource('NetworkPolicy', { selector: 'all()', egress: [{ action: 'Allow', http: { methods: ['GET'] } }] }),
    faults: [
      {
        at: 'spec.egress[0].http',
        by: 'calico datastore',
        rule: 'resource/http-match',
        what: 'an egress rule matches HTTP',
        why: 'HTTP is matched where requests arrive, so in ingress rules only',
        fix: 'remove http here, and match it in an ingress rule of the policy for the server',
        outcome: 'dropped',
      },
    ],
  },
  {
    title: 'rejects a method twice',
    object: resource('NetworkPolicy', { selector: 'all()', ingress: [{ action: 'Allow', http: { methods: ['GET', 'GET'] } }] }),
    faults: [
      {
        at: 'spec.ingress[0].http.methods',
        by: 'calico datastore',
        rule: 'resource/http-match',
        what: 'a method is in the list twice',
        why: 'Calico refuses repeats here',
        fix: 'remove the repeat',
        outcome: 'dropped',
      },
    ],
  },
  {
    title: 'rejects paths that are none',
    object: resource('NetworkPolicy', { selector: 'all()', ingress: [{ action: 'Allow', http: { paths: [{ exact: '/a', prefix: '/b' }, {}, { exact: 'a' }, { prefix: '/a?b' }] } }] }),
    faults: [
      {
        at: 'spec.ingress[0].http.paths[0]',
        by: 'calico datastore',
        rule: 'resource/http-match',
        what: 'exact and prefix are both given',
        why: 'a path is matched in one way',
        fix: 'keep one of the two; give the other an item of its own',
        outcome: 'dropped',
      },
      {
        at: 'spec.ingress[0].http.paths[1]',
        by: 'calico datastore',
        rule: 'resource/http-match',
        what: 'neither exact nor prefix is given',
        why: 'a path without text matches nothing',
        fix: 'give exact or prefix',
        outcome: 'dropped',
      },
      {
        at: 'spec.ingress[0].http.paths[2]',
        by: 'calico datastore',
        rule: 'resource/http-match',
        what: '"a" is no path of a request',
        why: 'a path starts with "/" and holds neither "?" nor "#" nor a space: queries are not matched',
        fix: 'start it with "/": "/a"',
        outcome: 'dropped',
      },
      {
        at: 'spec.ingress[0].http.paths[3]',
        by: 'calico datastore',
        rule: 'resource/http-match',
        what: '"/a?b" is no path of a request',
        why: 'a path starts with "/" and holds neither "?" nor "#" nor a space: queries are not matched',
        fix: 'leave out what isn\'t the path',
        outcome: 'dropped',
      },
    ],
  },
]);
