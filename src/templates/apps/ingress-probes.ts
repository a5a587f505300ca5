import { AppPortsProps } from './app-template-props';
import { FlowEnd } from '../../values/flow-end';
import { Selector } from '../../values/selector';
import { matchingLabels } from '../labels-for-selector';
import { Ends, flowsBetween, OUTSIDE, ProbeScene } from '../probe-scene';
import { ProbeSet } from '../probe-set';
import { samplesOf } from '../traffic';

const DENY_INGRESS = { types: ['Ingress'] };

/**
 * Probes of a policy that lets some clients in to an app, and nobody else: beside a default deny, so that what is meant has to be allowed; and
 * alone, so that what isn't meant has to be denied.
 *
 * @param clientsOf adds the clients, and ends that look like them
 */
export function ingressProbes(props: AppPortsProps, clientsOf: (scene: ProbeScene) => Ends): ProbeSet[] {
  const { namespace, app } = props;
  const { meant, others, named } = samplesOf(props);
  const closed = new ProbeScene();
  const closedApp = closed.podsOf(namespace, 'app', app, { ports: named });
  const clients = clientsOf(closed);
  closed.policy(namespace, 'default-deny', DENY_INGRESS).policy(`${namespace}-other`, 'default-deny', DENY_INGRESS);
  const open = new ProbeScene();
  const openApp = open.podsOf(namespace, 'app', app, { ports: named });
  const { meant: friends, others: strangers } = clientsOf(open);
  const all: FlowEnd[] = [...friends, ...strangers];
  return [{
    name: 'beside a default deny',
    cluster: closed.cluster,
    mustAllow: meant.flatMap((traffic) => flowsBetween(clients.meant, closedApp.meant, traffic)),
    mustDeny: [
      ...flowsBetween(clients.others, closedApp.meant, meant[0]),
      ...others.flatMap((traffic) => flowsBetween(clients.meant, closedApp.meant, traffic)),
      ...flowsBetween(clients.meant.slice(0, 1), closedApp.others, meant[0]),
    ],
  }, {
    name: 'alone: other pods stay open',
    cluster: open.cluster,
    mustAllow: [
      ...meant.flatMap((traffic) => flowsBetween(friends, openApp.meant, traffic)),
      ...flowsBetween(all.slice(0, 2), openApp.others, meant[0]),
      ...flowsBetween(openApp.meant, OUTSIDE, { destinationPort: 443 }),
    ],
    mustDeny: [...flowsBetween(strangers, openApp.meant, meant[0]), ...others.flatMap((traffic) => flowsBetween(friends, openApp.meant, traffic))],
  }];
}

/** A network set in the namespace that has the labels of pods, and holds the outside. */
export function outsideAsPods(scene: ProbeScene, namespace: string, pods: Selector, name = 'outside'): void {
  scene.namespace(namespace).networkSet(namespace, name, matchingLabels(pods), ['203.0.113.0/24', '2001:db8:ffff::/48']);
}

/** What is no pod that a selector of the policy's namespace could mean: pods on the network of a node, and the outside. */
export function notPods(scene: ProbeScene, namespace: string): FlowEnd[] {
  return [...scene.hostPod(namespace, 'host-networked'), ...OUTSIDE];
}
