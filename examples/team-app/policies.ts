import { OwnerLabel, WebService } from '@acme/calico-policies';
import { Chart } from 'cdk8s';
import { Deployment } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { Checks, Expectation, FlowEnd, NamespaceDefaultDeny, PolicyType, Port, Selector } from 'cdk8s-calico';

/** The shop: a frontend, and an API that only the frontend and the ingress controllers call. */
export class Shop extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'shop' });
    Checks.of(this).add(new OwnerLabel());
    Checks.of(this).acknowledge({ id: 'acme/owner-label', reason: 'the default deny of a namespace is the platform team\'s' });

    for (const app of ['frontend', 'api']) {
      new Deployment(this, app, {
        metadata: { name: app },
        podMetadata: { labels: { app } },
        containers: [{ image: `registry.acme.example/shop/${app}:1.0.0`, portNumber: 8080 }],
      });
    }
    new NamespaceDefaultDeny(this, 'default-deny', { namespace: 'shop', types: [PolicyType.INGRESS] });
    new WebService(this, 'frontend-policy', { namespace: 'shop', app: 'frontend', port: 8080, owner: 'shop' });
    new WebService(this, 'api-policy', { namespace: 'shop', app: 'api', port: 8080, owner: 'shop', callers: ['frontend'] });

    // Asked at every synth: a policy that somebody adds later can't open the API unnoticed.
    new Expectation(this, 'only the frontend and ingress controllers reach the api', {
      to: FlowEnd.workload('shop', 'api'),
      ports: [Port.of(8080)],
      onlyFrom: [
        FlowEnd.pods({ namespace: 'shop', selector: Selector.label('app').equals('frontend') }),
        FlowEnd.pods({ namespace: 'ingress', selector: Selector.label('app').equals('ingress-controller') }),
      ],
    });
  }
}
