import { describeFaults, resource } from '../fault-case';

describeFaults('protocols of rules', [
  {
    title: 'takes every name and number',
    object: resource('NetworkPolicy', { ingress: [{ action: 'Deny', protocol: 'TCP' }, { action: 'Deny', protocol: 'UDP' }, { action: 'Deny', protocol: 'ICMP' }, { action: 'Deny', protocol: 'ICMPv6' }, { action: 'Deny', protocol: 'SCTP' }, { action: 'Deny', protocol: 'UDPLite' }, { action: 'Deny', protocol: 1 }, { action: 'Deny', protocol: 255 }, { action: 'Deny', protocol: '47' }] }),
    faults: [],
  },
  {
    title: 'rejects lower case, and says the name',
    object: resource('NetworkPolicy', { selector: 'all()', ingress: [{ action: 'Allow', protocol: 'tcp', notProtocol: 'Icmp' }] }),
    faults: [
      {
        at: 'spec.ingress[0].protocol',
        by: 'calico datastore',
        rule: 'resource/protocol',
        what: '"tcp" is no protocol that Calico knows by name: those are TCP, UDP, ICMP, ICMPv6, SCTP, UDPLite',
        why: 'names are case-sensitive, and any other protocol goes by its number',
        fix: 'write TCP',
        corrected: 'TCP',
        outcome: 'dropped',
      },
      {
        at: 'spec.ingress[0].notProtocol',
        by: 'calico datastore',
        rule: 'resource/protocol',
        what: '"Icmp" is no protocol that Calico knows by name: those are TCP, UDP, ICMP, ICMPv6, SCTP, UDPLite',
        why: 'names are case-sensitive, and any other protocol goes by its number',
        fix: 'write ICMP',
        corrected: 'ICMP',
        outcome: 'dropped',
      },
    ],
  },
  {
    title: 'rejects an unknown name',
    object: resource('NetworkPolicy', { selector: 'all()', ingress: [{ action: 'Allow', protocol: 'HTTP' }] }),
    faults: [
      {
        at: 'spec.ingress[0].protocol',
        by: 'calico datastore',
        rule: 'resource/protocol',
        what: '"HTTP" is no protocol that Calico knows by name: those are TCP, UDP, ICMP, ICMPv6, SCTP, UDPLite',
        why: 'names are case-sensitive, and any other protocol goes by its number',
        fix: 'give one of the names, or the number of the protocol',
        outcome: 'dropped',
      },
    ],
  },
  {
    title: 'rejects 0, also as text',
    object: resource('NetworkPolicy', { selector: 'all()', ingress: [{ action: 'Allow', protocol: 0, notProtocol: '0' }] }),
    faults: [
      {
        at: 'spec.ingress[0].protocol',
        by: 'calico datastore',
        rule: 'resource/protocol',
        what: 'protocol 0 is not allowed',
        why: 'Calico\'s validator takes numbers from 1 to 255; a rule for every protocol has no protocol at all',
        fix: 'remove the field, or give a number from 1 to 255',
        outcome: 'dropped',
      },
      {
        at: 'spec.ingress[0].notProtocol',
        by: 'calico datastore',
        rule: 'resource/protocol',
        what: 'protocol 0 is not allowed',
        why: 'Calico\'s validator takes numbers from 1 to 255; a rule for every protocol has no protocol at all',
        fix: 'remove the field, or give a number from 1 to 255',
        outcome: 'dropped',
      },
    ],
  },
  {
    title: 'rejects 256',
    object: resource('NetworkPolicy', { selector: 'all()', ingress: [{ action: 'Allow', protocol: 256 }] }),
    faults: [
      {
        at: 'spec.ingress[0].protocol',
        by: 'calico datastore',
        rule: 'resource/protocol',
        what: '256 is no protocol',
        why: 'a protocol is a name or a whole number from 0 to 255; the object can\'t be read otherwise',
        fix: 'give TCP, UDP, ICMP, ICMPv6, SCTP, UDPLite, or a number from 1 to 255',
        outcome: 'dropped',
      },
    ],
  },
  {
    title: 'rejects a list',
    object: resource('NetworkPolicy', { selector: 'all()', ingress: [{ action: 'Allow', protocol: ['TCP'] }] }),
    faults: [
      {
        at: 'spec.ingress[0].protocol',
        by: 'api-server calico datastore',
        rule: 'resource/protocol',
        what: 'a list is no protocol',
        why: 'a protocol is a name or a whole number from 0 to 255; the object can\'t be read otherwise',
        fix: 'give TCP, UDP, ICMP, ICMPv6, SCTP, UDPLite, or a number from 1 to 255',
        outcome: 'refused',
      },
    ],
  },
]);
