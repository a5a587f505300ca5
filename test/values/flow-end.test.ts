import { FlowEnd } from '../../src';

test('an end of a flow prints as people name it', () => {
  expect([FlowEnd.pod('shop', 'web-1'), FlowEnd.workload('shop', 'web'), FlowEnd.hostEndpoint('node-1-eth0'), FlowEnd.address('2001:db8::1')].map(String))
    .toEqual(['shop/web-1', 'shop/web', 'node-1-eth0', '2001:db8::1']);
});
