import { TierDefaultAction } from '../../../values/policy-type';
import { flowsBetween, OUTSIDE, ProbeScene } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';

const APP = '203.0.113.0/24';

/** A policy in each tier, and one in `default`: each team's word counts where no team before it had one. */
export function tierSkeletonProbes([security, platform, app]: readonly string[], end: TierDefaultAction): ProbeSet[] {
  const scene = new ProbeScene();
  const web = scene.pod('shop', 'web', { labels: { app: 'web' } });
  const scraper = scene.pod('monitoring', 'prometheus');
  const own = scene.pod('shop', 'own', { labels: { app: 'own' } });
  const rule = (action: string, port: number, source: object = {}): object => ({ action, protocol: 'TCP', source, destination: { ports: [port] } });
  const everywhere = { selector: 'app in {"web", "own"}', namespaceSelector: 'has(projectcalico.org/name)', types: ['Ingress'] };
  scene
    .globalPolicy('nobody-by-telnet', { ...everywhere, tier: security, ingress: [rule('Deny', 23)] })
    .globalPolicy('monitoring', { ...everywhere, tier: platform, ingress: [rule('Allow', 9090, { namespaceSelector: 'projectcalico.org/name == "monitoring"' }), rule('Deny', 9090)] })
    .policy('shop', 'web', { tier: app, selector: 'app == "web"', types: ['Ingress'], ingress: [rule('Allow', 23), rule('Allow', 8080, { nets: [APP] }), rule('Allow', 9090)] })
    .policy('shop', 'everything', { types: ['Ingress'], ingress: [{ action: 'Allow' }] });
  const passesOn = end === TierDefaultAction.PASS;
  const undecided = flowsBetween([scraper, ...OUTSIDE], [web], { destinationPort: 8081 });
  return [{
    name: 'a policy in each tier, and one in `default` that allows everything',
    cluster: scene.cluster,
    mustAllow: [
      ...flowsBetween([scraper], [web, own], { destinationPort: 9090 }),
      ...flowsBetween(OUTSIDE.slice(0, 1), [web], { destinationPort: 8080 }),
      // No policy of the tier `app` selects it, so the tier is skipped.
      ...flowsBetween([scraper, ...OUTSIDE], [own], { destinationPort: 8081 }),
      ...passesOn ? undecided : [],
    ],
    mustDeny: [
      ...flowsBetween([scraper, ...OUTSIDE], [web, own], { destinationPort: 23 }),
      ...flowsBetween(OUTSIDE, [web, own], { destinationPort: 9090 }),
      ...passesOn ? [] : undecided,
    ],
  }];
}
