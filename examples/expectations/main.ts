import { ApiObject, App, Chart } from 'cdk8s';
import { Expectation, FlowEnd, NetworkPolicy, Peer, Port, Protocol, Reach, Rule, Selector } from 'cdk8s-calico';

// What the policies of a shop are to do, said beside them. One expectation doesn't hold: nothing is written, and expected-report.txt is what
// it prints instead.
const app = new App();
const chart = new Chart(app, 'shop', { namespace: 'app', disableResourceNameHashes: true });

const deployment = (name: string, labels: { [key: string]: string }) => new ApiObject(chart, name, {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name },
  spec: {
    selector: { matchLabels: labels },
    template: { metadata: { labels }, spec: { containers: [{ name: 'main', image: `registry.example/${name}:1` }] } },
  },
});
new ApiObject(chart, 'namespace', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'app' } });
const frontend = deployment('frontend', { app: 'frontend', tier: 'web' });
const api = deployment('web-api', { app: 'web-api' });
deployment('reporting', { app: 'reporting', tier: 'web' });

new NetworkPolicy(chart, 'frontend-to-api', {
  metadata: { name: 'allow-frontend-to-api' },
  selector: Selector.label('app').equals('web-api'),
  ingress: [
    Rule.allow({
      protocol: Protocol.TCP,
      // Meant for the frontend, and wider than that.
      source: Peer.of(Selector.label('tier').equals('web')),
      destination: Peer.ports(Port.of(8080)),
    }),
  ],
});

new Expectation(chart, 'the frontend reaches the api', {
  from: FlowEnd.ofConstruct(frontend), to: FlowEnd.ofConstruct(api), ports: [Port.of(8080)], expect: Reach.ALLOWED,
});
new Expectation(chart, 'nobody outside reaches the api', {
  from: FlowEnd.outside(), to: FlowEnd.ofConstruct(api), expect: Reach.DENIED,
});
new Expectation(chart, 'only the frontend reaches the api', {
  to: FlowEnd.workload('app', 'web-api'), ports: [Port.of(8080)], onlyFrom: [FlowEnd.workload('app', 'frontend')],
});

app.synth();
