import { describeFaults, resource } from '../fault-case';

describeFaults('ICMP of rules', [
  {
    title: 'takes a type with and without a code',
    object: resource('NetworkPolicy', { selector: 'all()', ingress: [{ action: 'Allow', protocol: 'ICMP', ipVersion: 4, icmp: { type: 8, code: 0 }, notICMP: { type: 3 } }] }),
    faults: [],
  },
  {
    title: 'rejects a code without a type, once for both layers',
    object: resource('NetworkPolicy', { selector: 'all()', ingress: [{ action: 'Allow', protocol: 'ICMPv6', icmp: { code: 1 }, notICMP: { code: 2 } }] }),
    faults: [
      {
        at: 'spec.ingress[0].icmp.code',
        by: 'api-server calico datastore',
        rule: 'resource/icmp',
        what: 'an ICMP code is given without a type',
        why: 'codes have a meaning within a type only, and the kernel can\'t match a code alone',
        fix: 'add the type that the code belongs to',
        outcome: 'refused',
      },
      {
        at: 'spec.ingress[0].notICMP.code',
        by: 'api-server calico datastore',
        rule: 'resource/icmp',
        what: 'an ICMP code is given without a type',
        why: 'codes have a meaning within a type only, and the kernel can\'t match a code alone',
        fix: 'add the type that the code belongs to',
        outcome: 'refused',
      },
    ],
  },
  {
    title: 'rejects ICMP without a protocol',
    object: resource('NetworkPolicy', { selector: 'all()', ingress: [{ action: 'Allow', icmp: { type: 8 } }] }),
    faults: [
      {
        at: 'spec.ingress[0].icmp',
        by: 'calico datastore',
        rule: 'resource/icmp',
        what: 'the rule matches ICMP types and has no protocol',
        why: 'types and codes belong to the protocols ICMP and ICMPv6, and Calico takes them by name only; it refuses the whole policy',
        fix: 'set protocol to ICMP or ICMPv6, or remove icmp',
        outcome: 'dropped',
      },
    ],
  },
  {
    title: 'rejects ICMP with the number 1',
    object: resource('NetworkPolicy', { selector: 'all()', ingress: [{ action: 'Allow', protocol: 1, icmp: { type: 8 } }] }),
    faults: [
      {
        at: 'spec.ingress[0].icmp',
        by: 'calico datastore',
        rule: 'resource/icmp',
        what: 'the rule matches ICMP types and its protocol is 1',
        why: 'types and codes belong to the protocols ICMP and ICMPv6, and Calico takes them by name only; it refuses the whole policy',
        fix: 'set protocol to ICMP or ICMPv6, or remove icmp',
        outcome: 'dropped',
      },
    ],
  },
  {
    title: 'rejects a type above 254',
    object: resource('NetworkPolicy', { selector: 'all()', ingress: [{ action: 'Allow', protocol: 'ICMP', icmp: { type: 255 } }] }),
    faults: [
      {
        at: 'spec.ingress[0].icmp.type',
        by: 'api-server calico datastore',
        rule: 'resource/range',
        what: '255 is out of range: allowed is 0 to 254',
        why: 'no component of Calico can work with a number outside of that range',
        fix: 'give a number from the range: 0 to 254',
        outcome: 'refused',
      },
    ],
  },
  {
    title: 'rejects ICMP on IPv6, and ICMPv6 on IPv4',
    object: resource('NetworkPolicy', { ingress: [{ action: 'Allow', protocol: 'ICMP', ipVersion: 6 }, { action: 'Deny', notProtocol: 'ICMPv6', ipVersion: 4 }] }),
    faults: [
      {
        at: 'spec.ingress[0].ipVersion',
        by: 'calico datastore',
        rule: 'resource/icmp',
        what: 'protocol ICMP is of IPv4, and ipVersion is 6',
        why: 'no packet is of both; Calico refuses the whole policy',
        fix: 'set ipVersion to 4, or set protocol to ICMPv6',
        outcome: 'dropped',
      },
      {
        at: 'spec.ingress[1].ipVersion',
        by: 'calico datastore',
        rule: 'resource/icmp',
        what: 'notProtocol ICMPv6 is of IPv6, and ipVersion is 4',
        why: 'no packet is of both; Calico refuses the whole policy',
        fix: 'set ipVersion to 6, or set notProtocol to ICMP',
        outcome: 'dropped',
      },
    ],
  },
  {
    title: 'rejects an unknown IP version',
    object: resource('NetworkPolicy', { selector: 'all()', ingress: [{ action: 'Allow', ipVersion: 5 }] }),
    faults: [
      {
        at: 'spec.ingress[0].ipVersion',
        by: 'api-server calico datastore',
        rule: 'resource/enum',
        what: '5 is not allowed here: allowed is 4 or 6',
        why: 'these values are all that the field knows, in exactly this spelling',
        fix: 'give 4 or 6',
        outcome: 'refused',
      },
    ],
  },
]);
