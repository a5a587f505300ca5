import { describeFaults, resource } from '../fault-case';

describeFaults('network sets and reservations', [
  {
    title: 'takes networks with host bits, addresses and empty text',
    object: resource('GlobalNetworkSet', { nets: ['10.0.0.1/8', '10.0.0.1', 'fd00::/8', ''] }),
    faults: [],
  },
  {
    title: 'rejects what is no network',
    object: resource('NetworkSet', { nets: ['10.0.0.0/33', '10.0.0.1-10.0.0.9'] }),
    faults: [
      {
        at: 'spec.nets[0]',
        by: 'calico datastore',
        rule: 'resource/net',
        what: '"10.0.0.0/33" has prefix length 33',
        why: 'an IPv4 address has 32 bits',
        fix: 'write a prefix length from 0 to 32',
        outcome: 'dropped',
        part: '33',
      },
      {
        at: 'spec.nets[1]',
        by: 'calico datastore',
        rule: 'resource/net',
        what: '"10.0.0.1-10.0.0.9" is a range from a first to a last address',
        why: 'a CIDR names a block that starts and ends at a power of two',
        fix: 'write 10.0.0.1/32, 10.0.0.2/31, 10.0.0.4/30, 10.0.0.8/31',
        outcome: 'dropped',
        part: '10.0.0.1-10.0.0.9',
      },
    ],
  },
  {
    title: 'rejects the label of a namespace',
    object: resource('NetworkSet', { nets: [] }, { name: 'a', labels: { 'projectcalico.org/namespace': 'b' } }),
    faults: [
      {
        at: 'metadata.labels["projectcalico.org/namespace"]',
        by: 'calico datastore',
        rule: 'resource/label',
        what: 'a network set has the label projectcalico.org/namespace',
        why: 'Calico sets that label itself, from the namespace that the set is in',
        fix: 'remove the label; a NetworkSet gets it from metadata.namespace',
        outcome: 'dropped',
      },
    ],
  },
  {
    title: 'rejects a repeated network',
    object: resource('NetworkSet', { nets: ['10.0.0.0/8', '10.0.0.0/8'] }),
    faults: [
      {
        at: 'spec.nets[1]',
        by: 'api-server',
        rule: 'resource/duplicate',
        what: '"10.0.0.0/8" is in the list twice',
        why: 'the list is a set: the API server refuses a second equal item',
        fix: 'remove one of the two',
        outcome: 'refused',
      },
    ],
  },
  {
    title: 'takes reservations of addresses',
    object: resource('IPReservation', { reservedCIDRs: ['10.0.0.1', '10.0.0.0/29'] }),
    faults: [],
  },
  {
    title: 'rejects a reservation of no network',
    object: resource('IPReservation', { reservedCIDRs: ['x'] }),
    faults: [
      {
        at: 'spec.reservedCIDRs[0]',
        by: 'calico datastore',
        rule: 'resource/net',
        what: '"x" is no address',
        why: 'an IPv4 address has dots, an IPv6 address has colons',
        fix: 'write an address, a slash and a prefix length, such as 10.0.0.0/16 or 2001:db8::/32',
        outcome: 'refused',
        part: 'x',
      },
    ],
  },
]);
