import { ACME_RELEASE, ACME_SANDBOX } from '@acme/calico-policies';
import { App } from 'cdk8s';
import { Shop } from './policies';
import { Checks } from 'cdk8s-calico';

const app = new App();
Checks.of(app).usePreset(process.env.STAGE === 'sandbox' ? ACME_SANDBOX : ACME_RELEASE);
new Shop(app, 'shop');
app.synth();
