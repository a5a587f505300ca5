import { App } from 'cdk8s';
import { Network } from './network';
import { ShopPolicies } from './policies';

const app = new App();
new Network(app, 'network');
new ShopPolicies(app, 'shop');
app.synth();
