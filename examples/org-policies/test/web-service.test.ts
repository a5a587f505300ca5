import { Testing } from 'cdk8s';
import { WebService } from '../src';

test.each([
  ['without callers', {}],
  ['with callers', { callers: ['frontend', 'batch'] }],
  ['staged', { callers: ['frontend'], staged: true }],
])('a web service %s keeps what its probes promise', (_, options) => {
  const template = new WebService(Testing.chart(), 'api', { namespace: 'shop', app: 'api', port: 8080, owner: 'shop', ...options });
  const broken = template.prove().filter(({ holds }) => !holds);
  expect(broken.map(({ verdict }) => verdict.toText())).toEqual([]);
});

test('a staged web service enforces nothing', () => {
  const chart = Testing.chart();
  new WebService(chart, 'api', { namespace: 'shop', app: 'api', port: 8080, owner: 'shop', staged: true });
  expect(Testing.synth(chart).map(({ kind }) => kind)).toEqual(['StagedNetworkPolicy']);
});
