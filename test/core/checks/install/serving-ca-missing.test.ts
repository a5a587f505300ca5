import { object } from './objects';
import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'install/serving-ca-missing';

test('fires for the API server', () => {
  expect(findingsOf(ID, object('apiregistration.k8s.io/v1', 'APIService', 'v3.projectcalico.org', 'spec: {service: {name: calico-api, namespace: calico-apiserver}}'))).toEqual([
    {
      id: ID,
      severity: 'error',
      place: { line: 2, column: 105 },
      object: { apiVersion: 'apiregistration.k8s.io/v1', kind: 'APIService', name: 'v3.projectcalico.org' },
      field: 'spec.caBundle',
      what: 'there is no caBundle for Calico\'s API server',
      why: 'the Kubernetes API doesn\'t trust the server: no resource of projectcalico.org/v3 can be read or written',
      fix: 'write the certificate authority, in PEM and then base64, or have cert-manager write it (cert-manager.io/inject-ca-from); acknowledge this where it is patched in later',
      docs: 'docs/checks/install/serving-ca-missing.md',
    },
  ]);
});

test.each([
  [
    'the webhooks',
    object('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', 'calico-webhooks', 'webhooks: [{clientConfig: {caBundle: ""}, failurePolicy: Fail}]'),
    [
      {
        field: 'webhooks[0].clientConfig.caBundle',
        what: 'there is no caBundle for Calico\'s webhooks',
        fix: 'write the certificate authority, in PEM and then base64, or have cert-manager write it (cert-manager.io/inject-ca-from); acknowledge this where it is patched in later',
      },
    ],
  ],
])('fires for %s', (_, yaml, expected) => {
  expect(findingsOf(ID, yaml).map(({ field, what, fix }) => ({ field, what, fix }))).toEqual(expected);
});

test.each([
  ['one that is there', object('apiregistration.k8s.io/v1', 'APIService', 'v3.projectcalico.org', 'spec: {service: {name: calico-api}, caBundle: Zm9v}') + object('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', 'calico-webhooks', 'webhooks: [{clientConfig: {caBundle: Zm9v}}]')],
  ['one that isn\'t looked at', object('apiregistration.k8s.io/v1', 'APIService', 'v3.projectcalico.org', 'spec: {service: {name: calico-api}, insecureSkipTLSVerify: true}') + object('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', 'calico-webhooks', 'webhooks: [{clientConfig: {}, failurePolicy: Ignore}, 1, {}]')],
  ['one that cert-manager writes', object('apiregistration.k8s.io/v1', 'APIService', 'v3.projectcalico.org, annotations: {cert-manager.io/inject-ca-from: a/b}', 'spec: {service: {name: calico-api}}')],
  ['other servers, and the API server\'s own', object('apiregistration.k8s.io/v1', 'APIService', 'v1.metrics', 'spec: {service: {name: metrics}}') + object('apiregistration.k8s.io/v1', 'APIService', 'v3.projectcalico.org', 'spec: {}') + object('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', 'other', 'webhooks: [{clientConfig: {}}]')],
  ['webhooks that are no list', object('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', 'calico-webhooks', 'webhooks: none')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(object('apiregistration.k8s.io/v1', 'APIService', 'v3.projectcalico.org', 'spec: {service: {name: calico-api, namespace: calico-apiserver}}')));
});
