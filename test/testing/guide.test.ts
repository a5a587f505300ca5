import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Testing } from 'cdk8s';
import { TeamPolicies } from '../../examples/policy-tests/policies';
import { ClusterModel, FlowEnd } from '../../src';
import { policyMatchers } from '../../src/testing';
import { ROOT } from '../docs/files';

function deployment(name: string): object {
  return { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { namespace: 'shop', name }, spec: { template: { metadata: { labels: { app: name } }, spec: {} } } };
}

test('the guide shows the message of a matcher that fails', () => {
  const policies = new TeamPolicies(Testing.app(), 'shop', {
    namespace: 'shop',
    services: [{ app: 'web-api', port: 8080, callers: ['frontend', 'mobile-gateway'] }, { app: 'database', port: 5432, callers: ['web-api'] }],
  });
  const model = ClusterModel.ofManifests([
    ...Testing.synth(policies), { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } }, deployment('frontend'), deployment('database'),
  ]);
  const { pass, message } = policyMatchers.toAllow(model, {
    source: FlowEnd.workload('shop', 'frontend'), destination: FlowEnd.workload('shop', 'database'), destinationPort: 5432,
  });
  expect(pass).toBe(false);
  expect(readFileSync(join(ROOT, 'docs', 'guides', 'policy-tests.md'), 'utf8')).toContain(`\`\`\`\n${message()}\`\`\`\n`);
});
