import { printQuestion, printRefusal, refusalOf, shellWord } from '../../src/health';

test.each([
  ['Error from server (Forbidden): pods is forbidden: User "jane" cannot list resource', 'forbidden'],
  ['error: You must be logged in to the server (Unauthorized)', 'unauthorised'],
  ['error: the server doesn\'t have a resource type "ippools"', 'no-such-kind'],
  ['Error from server (NotFound): deployments.apps "calico-typha" not found', 'not-found'],
  ['Error from server (ServiceUnavailable): the server is currently unable to handle the request', 'unavailable'],
  ['Unable to connect to the server: dial tcp: lookup api on 10.0.0.1:53: no such host', 'unreachable'],
  ['The connection to the server localhost:8080 was refused - did you specify the right host or port?', 'unreachable'],
  ['Unable to connect to the server: net/http: TLS handshake timeout', 'unreachable'],
  ['error: context "prod" does not exist', 'unreachable'],
  ['Error from server: context deadline exceeded', 'timeout'],
  ['Error from server: Get "https://10.0.0.1:10250/containerLogs/kube-system/x/y": dial tcp: connect: connection refused', 'kubelet'],
  ['something else', 'failed'],
])('understands %s', (errors, reason) => {
  expect(refusalOf(`E0301 12:00:00 memcache.go:265] attempt\n${errors}\n`)).toEqual({ reason, message: errors });
});

test('says so where a tool said nothing', () => {
  expect(printRefusal(refusalOf(''))).toBe('the call failed: it failed and said nothing');
});

test('prints a question as it would be typed', () => {
  expect(printQuestion({ tool: 'kubectl', args: ['get', 'pods', '--field-selector=status.phase!=Failed', 'it\'s'] })).toBe(
    'kubectl get pods \'--field-selector=status.phase!=Failed\' \'it\'\\\'\'s\'');
  expect(shellWord('')).toBe('\'\'');
});
