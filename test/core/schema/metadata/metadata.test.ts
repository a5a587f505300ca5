import { describeFaults, resource } from '../fault-case';

describeFaults('metadata', [
  {
    title: 'takes names, labels and annotations',
    object: resource('NetworkSet', { nets: [] }, { name: 'a-1', namespace: 'app', labels: { 'a.b/c': '' }, annotations: { 'Example.com/Note': 'any text: é' }, finalizers: ['a.b/c'], generation: 1, creationTimestamp: '2026-01-31T12:00:00Z', ownerReferences: [{ apiVersion: 'v1', kind: 'A', name: 'b', uid: 'c', controller: true }], managedFields: [{ manager: 'kubectl', fieldsV1: { 'f:spec': {} } }] }),
    faults: [],
  },
  {
    title: 'rejects to create what was exported with its version',
    object: resource('NetworkSet', {}, { name: 'a', resourceVersion: '5', uid: 'b' }),
    faults: [
      {
        at: 'metadata.resourceVersion',
        by: 'datastore',
        rule: 'resource/reserved',
        what: 'the object has a resourceVersion',
        why: 'that is the state of a stored object: with it nothing can be created, and an update fails once the object has changed',
        fix: 'remove metadata.resourceVersion; uid, creationTimestamp and status of an exported object can go, too',
        outcome: 'refused',
      },
    ],
  },
  {
    title: 'rejects no name',
    object: resource('NetworkSet', {}, {}),
    faults: [
      {
        at: 'metadata.name',
        by: 'api-server calico datastore',
        rule: 'resource/name',
        what: 'the object has no name',
        why: 'objects are stored by their name; Calico takes no generateName either',
        fix: 'give metadata.name',
        outcome: 'refused',
      },
    ],
  },
  {
    title: 'rejects a generated name in calicoctl only',
    object: resource('NetworkSet', {}, { generateName: 'a-' }),
    faults: [
      {
        at: 'metadata.name',
        by: 'calico datastore',
        rule: 'resource/name',
        what: 'the object has no name',
        why: 'objects are stored by their name; Calico takes no generateName either',
        fix: 'give metadata.name',
        outcome: 'refused',
      },
    ],
  },
  {
    title: 'rejects names that can\'t be, with the correction',
    object: resource('NetworkSet', {}, { name: 'My_Set.' }),
    faults: [
      {
        at: 'metadata.name',
        by: 'api-server calico datastore',
        rule: 'resource/name',
        what: '"My_Set." is no name for an object: it takes lower-case letters, digits, "-" and ".", and each part between dots starts and ends with a letter or digit',
        why: 'objects are named by DNS names (RFC 1123), so that names can be parts of host names and of other objects',
        fix: 'name it my-set',
        corrected: 'my-set',
        outcome: 'refused',
      },
    ],
  },
  {
    title: 'rejects a name without a letter to keep',
    object: resource('NetworkSet', {}, { name: '_' }),
    faults: [
      {
        at: 'metadata.name',
        by: 'api-server calico datastore',
        rule: 'resource/name',
        what: '"_" is no name for an object: it takes lower-case letters, digits, "-" and ".", and each part between dots starts and ends with a letter or digit',
        why: 'objects are named by DNS names (RFC 1123), so that names can be parts of host names and of other objects',
        fix: 'give a name of lower-case letters',
        outcome: 'refused',
      },
    ],
  },
  {
    title: 'rejects a long name',
    object: resource('NetworkSet', {}, { name: 'a'.repeat(254) }),
    faults: [
      {
        at: 'metadata.name',
        by: 'api-server calico datastore',
        rule: 'resource/name',
        what: 'the name has 254 characters: allowed are 253',
        why: 'objects are named by DNS names (RFC 1123), so that names can be parts of host names and of other objects',
        fix: 'give a shorter name',
        outcome: 'refused',
      },
    ],
  },
  {
    title: 'rejects a name that YAML reads as true, without a guess at what was written',
    object: resource('NetworkSet', {}, { name: true }),
    faults: [
      {
        at: 'metadata.name',
        by: 'api-server',
        rule: 'resource/type',
        what: 'true isn\'t text',
        why: 'the field holds another type, so the object can\'t be read at all',
        fix: 'put the value in quotes, as you wrote it: without them YAML reads y, yes, on and true as one value, and n, no, off and false as another',
        outcome: 'refused',
      },
    ],
  },
  {
    title: 'rejects a name that is a number, in the API server only',
    object: resource('NetworkSet', {}, { name: 5 }),
    faults: [
      {
        at: 'metadata.name',
        by: 'api-server',
        rule: 'resource/type',
        what: '5 isn\'t text',
        why: 'the field holds another type, so the object can\'t be read at all',
        fix: 'put the value in quotes: "5"',
        outcome: 'refused',
      },
    ],
  },
  {
    title: 'rejects a namespace of a global kind',
    object: resource('GlobalNetworkSet', {}, { name: 'a', namespace: 'b' }),
    faults: [
      {
        at: 'metadata.namespace',
        by: 'api-server calico datastore',
        rule: 'resource/namespace',
        what: 'the kind has no namespace, and "b" is given',
        why: 'objects of this kind apply to the whole cluster; a namespace is refused',
        fix: 'remove metadata.namespace; if it is the namespace of a cdk8s chart, put the object into a chart without one',
        outcome: 'refused',
      },
    ],
  },
  {
    title: 'rejects a namespace that can\'t be',
    object: resource('NetworkSet', {}, { name: 'a', namespace: 'B' }),
    faults: [
      {
        at: 'metadata.namespace',
        by: 'api-server',
        rule: 'resource/namespace',
        what: '"B" can\'t be the name of a namespace: that takes at most 63 lower-case letters, digits and "-"',
        why: 'no such namespace can exist',
        fix: 'give the name of the namespace',
        outcome: 'refused',
      },
    ],
  },
  {
    title: 'rejects labels',
    object: resource('NetworkSet', {}, { name: 'a', labels: { 'a b': 'c', 'd': 'e f' } }),
    faults: [
      {
        at: 'metadata.labels["a b"]',
        by: 'api-server calico datastore',
        rule: 'resource/label',
        what: '"a b" can\'t be the key of a label: the name part must begin and end with a letter or digit and hold only letters, digits, -, _ and .',
        why: 'Kubernetes and Calico take labels of this form only, so that selectors can name them',
        fix: 'change the key',
        outcome: 'refused',
      },
      {
        at: 'metadata.labels.d',
        by: 'api-server calico datastore',
        rule: 'resource/label',
        what: '"e f" can\'t be the value of a label: it must begin and end with a letter or digit and hold only letters, digits, -, _ and .',
        why: 'Kubernetes and Calico take labels of this form only, so that selectors can name them',
        fix: 'change the value, or make it an annotation',
        outcome: 'refused',
      },
    ],
  },
  {
    title: 'rejects annotations',
    object: resource('NetworkSet', {}, { name: 'a', annotations: { 'a b': 'c' } }),
    faults: [
      {
        at: 'metadata.annotations["a b"]',
        by: 'api-server calico datastore',
        rule: 'resource/annotation',
        what: '"a b" can\'t be the key of an annotation: the name part must begin and end with a letter or digit and hold only letters, digits, -, _ and .',
        why: 'Kubernetes and Calico take annotations of this form and size only',
        fix: 'change the key',
        outcome: 'refused',
      },
    ],
  },
  {
    title: 'rejects too many annotations',
    object: resource('NetworkSet', {}, { name: 'a', annotations: { a: 'é€😀'.repeat(30000) } }),
    faults: [
      {
        at: 'metadata.annotations',
        by: 'api-server calico datastore',
        rule: 'resource/annotation',
        what: 'the annotations have 270001 bytes: allowed are 262144',
        why: 'Kubernetes and Calico take annotations of this form and size only',
        fix: 'move the data to a ConfigMap',
        outcome: 'refused',
      },
    ],
  },
  {
    title: 'rejects finalizers',
    object: resource('NetworkSet', {}, { name: 'a', finalizers: ['a b'] }),
    faults: [
      {
        at: 'metadata.finalizers[0]',
        by: 'api-server',
        rule: 'resource/finalizer',
        what: '"a b" can\'t be the name of a finalizer: the name part must begin and end with a letter or digit and hold only letters, digits, -, _ and .',
        why: 'the API server refuses finalizers of any other form',
        fix: 'name it as in "example.com/cleanup"',
        outcome: 'refused',
      },
    ],
  },
  {
    title: 'rejects a time that is none',
    object: resource('NetworkSet', {}, { name: 'a', creationTimestamp: 'now' }),
    faults: [
      {
        at: 'metadata.creationTimestamp',
        by: 'api-server calico datastore',
        rule: 'resource/format',
        what: '"now" is no point in time',
        why: 'times are RFC 3339 text; the object can\'t be read otherwise',
        fix: 'write the time as in "2026-01-31T12:00:00Z", or leave the field out: the cluster fills it in',
        outcome: 'refused',
      },
    ],
  },
  {
    title: 'rejects unknown fields, and says the name',
    object: resource('NetworkSet', {}, { name: 'a', label: {} }),
    faults: [
      {
        at: 'metadata.label',
        by: 'api-server calico datastore',
        rule: 'resource/unknown-field',
        what: 'there is no field "label" here',
        why: 'a field that the kind doesn\'t have is refused, and an API server without strict checks would drop it in silence',
        fix: 'write labels',
        corrected: 'labels',
        outcome: 'refused',
      },
    ],
  },
  {
    title: 'rejects fields in another case in the API server, and a field given in both',
    object: resource('NetworkSet', { Nets: ['10.0.0.0/8'] }, { Name: 'a', name: 'b' }),
    faults: [
      {
        at: 'metadata.Name',
        by: 'api-server',
        rule: 'resource/unknown-field',
        what: 'there is no field "Name" here',
        why: 'a field that the kind doesn\'t have is refused, and an API server without strict checks would drop it in silence',
        fix: 'write name',
        corrected: 'name',
        outcome: 'refused',
      },
      {
        at: 'spec.Nets',
        by: 'api-server',
        rule: 'resource/unknown-field',
        what: 'there is no field "Nets" here',
        why: 'a field that the kind doesn\'t have is refused, and an API server without strict checks would drop it in silence',
        fix: 'write nets',
        corrected: 'nets',
        outcome: 'refused',
      },
    ],
  },
  {
    title: 'rejects fields that are no objects, lists or maps',
    object: resource('NetworkSet', [], { name: 'a', labels: 'b', finalizers: {} }),
    faults: [
      {
        at: 'metadata.labels',
        by: 'api-server calico datastore',
        rule: 'resource/type',
        what: '"b" isn\'t an object',
        why: 'the field holds another type, so the object can\'t be read at all',
        fix: 'give an object',
        outcome: 'refused',
      },
      {
        at: 'metadata.finalizers',
        by: 'api-server calico datastore',
        rule: 'resource/type',
        what: 'an object isn\'t a list',
        why: 'the field holds another type, so the object can\'t be read at all',
        fix: 'give a list',
        outcome: 'refused',
      },
      {
        at: 'spec',
        by: 'api-server calico datastore',
        rule: 'resource/type',
        what: 'an empty list isn\'t an object',
        why: 'the field holds another type, so the object can\'t be read at all',
        fix: 'give an object',
        outcome: 'refused',
      },
    ],
  },
  {
    title: 'takes empty fields as absent',
    object: resource('NetworkSet', { nets: null }, { name: 'a', labels: null, annotations: { a: null } }),
    faults: [],
  },
]);
