import { fakeTools } from './fake-tools';
import { readOnlyTools } from '../../src/cli/kubectl';

const PODS = { tool: 'kubectl', args: ['get', 'pods'] } as const;

test('passes the cluster and the time limit on, and nothing but what was asked', async () => {
  const { environment, calls } = fakeTools({ 'kubectl get pods': { output: 'text' }, 'calicoctl get ippools': { output: 'pools' } }, ['kubectl', 'calicoctl']);
  const ask = readOnlyTools({ timeout: 7, context: 'lab', kubeconfig: '/home/me/config' }, { environment });
  expect(await ask(PODS)).toEqual({ text: 'text' });
  expect(await ask({ tool: 'calicoctl', args: ['get', 'ippools'] })).toEqual({ text: 'pools' });
  expect(calls()).toEqual([
    'kubectl --kubeconfig=/home/me/config --context=lab --request-timeout=7s get pods', 'calicoctl get ippools --context=lab',
  ]);
});

test('ends a call that hangs', async () => {
  const { environment } = fakeTools({ 'kubectl get pods': { seconds: 60 } });
  expect(await readOnlyTools({ timeout: 0.2 }, { environment })(PODS)).toEqual({ refusal: { reason: 'timeout', message: 'kubectl took longer than 0.4 s' } });
});

test('says which tool is missing', async () => {
  expect(await readOnlyTools({ timeout: 1 }, { environment: { PATH: '' } })(PODS)).toEqual({
    refusal: { reason: 'missing-tool', message: 'there is no kubectl on PATH' },
  });
});

test.each(['create', 'delete', 'apply', 'patch', 'exec', 'run', '--as=admin'])('rejects %s, which may change something', async (verb) => {
  const { environment, calls } = fakeTools({});
  await expect(readOnlyTools({ timeout: 1 }, { environment })({ tool: 'kubectl', args: [verb, 'pod'] })).rejects.toThrow(`${verb} is no verb that only reads`);
  expect(calls()).toEqual([]);
});
