import fc from 'fast-check';
import { Manifest } from '../../../../src/core/manifests';
import { buildModel, endpointTitle, PolicyModel } from '../../../../src/core/policy';
import { connectionsText, drawConnectivity, familiesOf, Graph, ListedEnds, listConnectivity, printDot, printMermaid } from '../../../../src/core/policy/connectivity';
import { randomCluster } from '../arbitrary-cluster';

const ofObjects = (objects: readonly object[]): PolicyModel => buildModel(objects.map((object) => new Manifest({ ...object })));

/** All endpoints that some texts name. */
function endpointsIn(model: PolicyModel, names: readonly string[], frame?: string): string[] {
  return model.endpoints.filter((endpoint) => names.includes(`namespace ${endpoint.namespace}`)
    || names.includes(frame === undefined ? endpointTitle(endpoint) : `${endpoint.kind} ${endpoint.name}`) && (frame ?? endpoint.namespace) === endpoint.namespace).map(endpointTitle);
}

type Ends = readonly string[];

function pairs(from: Ends, to: Ends, label: string): string[] {
  return from.flatMap((source) => to.flatMap((destination) => (source === destination ? [] : [`${source} -> ${destination}: ${label}`])));
}

function pairsOfGraph(model: PolicyModel, { nodes, edges }: Graph): string[] {
  const ends = nodes.map(({ items, frame }) => endpointsIn(model, items, frame));
  return edges.flatMap(({ from, to, label }) => pairs(ends[from], ends[to], label)).sort();
}

function pairsOfList(model: PolicyModel): string[] {
  const families = familiesOf(model);
  const has = (title: string, family: number): boolean => model.endpoints.some((endpoint) => endpointTitle(endpoint) === title
    && (endpoint.addresses.length === 0 || endpoint.addresses.some((address) => address.family === family)));
  return listConnectivity(model).flatMap((row) => {
    const endsOf = ({ namespaces, workloads }: ListedEnds): string[] =>
      endpointsIn(model, [...namespaces.map((name) => `namespace ${name}`), ...workloads]).filter((title) => has(title, row.ipVersion));
    return pairs(endsOf(row.sources), endsOf(row.destinations), `${families.length > 1 ? `IPv${row.ipVersion} ` : ''}${connectionsText(row)}`);
  }).sort();
}

test('a graph says of each two endpoints what the list says, each end in one box', () => {
  let drawn = 0;
  fc.assert(fc.property(randomCluster, ({ objects }) => {
    const model = ofObjects(objects);
    const graph = drawConnectivity(model, undefined, 10_000)!;
    const listed = pairsOfList(model);
    drawn += listed.length;
    expect(pairsOfGraph(model, graph)).toEqual(listed);
    const boxes = graph.nodes.map(({ frame, items }) => JSON.stringify([frame, items]));
    expect(new Set(boxes).size).toBe(boxes.length);
    const standing = graph.nodes.flatMap(({ items, frame }) => endpointsIn(model, items, frame));
    expect(new Set(standing).size).toBe(standing.length);
    const [first] = model.endpoints;
    const title = endpointTitle(first);
    // Others that are treated alike stand in the same box.
    const ofFirst = pairsOfGraph(model, drawConnectivity(model, `${first.namespace}/${first.name}`, 10_000)!);
    expect(ofFirst.filter((pair) => !listed.includes(pair))).toEqual([]);
    expect(listed.filter((pair) => pair.split(/ -> |: /).slice(0, 2).includes(title) && !ofFirst.includes(pair))).toEqual([]);
  }), { numRuns: 100, seed: 20268 });
  expect(drawn).toBeGreaterThan(100);
});

test('a graph doesn\'t depend on the order of manifests', () => {
  fc.assert(fc.property(randomCluster, ({ objects }) => {
    expect(drawConnectivity(ofObjects([...objects].reverse()), undefined, 10_000)).toEqual(drawConnectivity(ofObjects(objects), undefined, 10_000));
  }), { numRuns: 40, seed: 20269 });
});

const pod = (namespace: string, name: string, labels = {}) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { namespace, name, labels }, spec: {}, status: { podIP: `10.0.${namespace.length}.${name.length}` } });

test('boxes that would be long say how many there are, and a graph of too many lines isn\'t drawn', () => {
  const names = Array.from({ length: 12 }, (_, index) => 'p'.repeat(index + 1));
  const closed = { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'x', namespace: 'shop' }, spec: { podSelector: { matchLabels: { app: 'x' } }, policyTypes: ['Ingress', 'Egress'] } };
  const model = ofObjects([...names.map((name) => pod('shop', name)), pod('shop', 'x'.repeat(20), { app: 'x' }), closed]);
  const graph = drawConnectivity(model, undefined, 3)!;
  expect(graph.nodes).toEqual([
    { items: ['0.0.0.0/0'] },
    { items: [...names.slice(0, 8).map((name) => `Pod ${name}`), 'and 4 more'], frame: 'shop' },
  ]);
  expect(graph.edges.map(({ from, to, label }) => [from, to, label])).toEqual([[0, 1, 'everything'], [1, 0, 'everything'], [1, 1, 'everything']]);
  expect(drawConnectivity(model, undefined, 2)).toBeUndefined();
});

test('names don\'t break out of a graph', () => {
  const graph: Graph = { nodes: [{ items: ['a"]\\', 'b\u202E'], frame: '"]; end' }], edges: [{ from: 0, to: 0, label: '"|x', isCertain: false }] };
  expect(printDot(graph).split('\n').slice(3)).toEqual([
    '  subgraph cluster0 {', '    label="\\"]; end";', '    n0 [label="a\\"]\\\\\\nb\\\\u202e"];', '  }', '  n0 -> n0 [label="\\"|x" style=dashed];', '}', '',
  ]);
  expect(printMermaid(graph).split('\n').slice(1)).toEqual([
    '  subgraph g0["#34;#93;#59; end"]', '    n0["a#34;#93;#92;<br/>b#92;u202e"]', '  end', '  n0 -.->|"#34;#124;x"| n0', '',
  ]);
});
