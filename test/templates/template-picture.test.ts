import { printPicture } from '../../scripts/generate/template-picture';
import { FlowEnd, ProbeCluster } from 'cdk8s-calico';

const [web, api, database, outside] = ['web', 'api', 'database', 'outside'].map((name) => FlowEnd.pod('shop', name));
const cluster = new ProbeCluster();

test('draws ends that are treated alike in one box, and traffic of a pair on one arrow', () => {
  expect(printPicture({
    name: '',
    cluster,
    mustAllow: [web, api].flatMap((source) => [5432, 5433].map((destinationPort) => ({ source, destination: database, destinationPort }))),
    mustDeny: [{ source: outside, destination: database, protocol: 'UDP', destinationPort: 53 }],
  })).toBe(`flowchart LR
  n0["shop/web<br/>shop/api"]
  n1["shop/database"]
  n2["shop/outside"]
  n0 -->|"TCP 5432, TCP 5433"| n1
  n2 --x|"UDP 53"| n1
`);
});

test('says how much more there is than it draws, and draws both outcomes', () => {
  const pods = Array.from({ length: 20 }, (_, index) => FlowEnd.pod('shop', `pod-${index}`));
  const many = Array.from({ length: 20 }, (_, index) => ({ source: web, destination: pods[index], destinationPort: index }));
  const alike = pods.map((source) => ({ source, destination: web, destinationPort: 80 }));
  const lines = printPicture({ name: '', cluster, mustAllow: many, mustDeny: many.map((flow) => ({ ...flow, protocol: 'UDP' })) }).split('\n');
  expect(['-->', '--x'].map((arrow) => lines.filter((line) => line.includes(arrow)).length)).toEqual([6, 6]);
  expect(printPicture({ name: '', cluster, mustAllow: alike })).toContain('["shop/pod-0<br/>shop/pod-1<br/>shop/pod-2<br/>shop/pod-3<br/>and 16 more"]');
});
