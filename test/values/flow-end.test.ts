import { Cidr, FlowEnd, Selector } from '../../src';

test('an end of a flow prints as people name it', () => {
  expect([
    FlowEnd.pod('shop', 'web-1'), FlowEnd.workload('shop', 'web'), FlowEnd.hostEndpoint('node-1-eth0'), FlowEnd.address('2001:db8::1'),
    FlowEnd.pods(), FlowEnd.namespace('shop'), FlowEnd.pods({ namespace: 'shop', selector: Selector.label('app').equals('web') }),
    FlowEnd.outside(), FlowEnd.outside(Cidr.parse('203.0.113.0/24')), FlowEnd.each(FlowEnd.pod('a', 'b'), FlowEnd.outside()),
  ].map(String)).toEqual([
    'shop/web-1', 'shop/web', 'node-1-eth0', '2001:db8::1',
    'pods', 'pods of namespace shop', 'pods of namespace shop with app == "web"',
    'the outside', 'the outside in 203.0.113.0/24', 'a/b, the outside',
  ]);
});
