import { ITier } from '../../../constructs/tier';
import { FlowEnd } from '../../../values/flow-end';
import { PolicyType } from '../../../values/policy-type';
import { Port } from '../../../values/port';
import { Selector } from '../../../values/selector';
import { lookAlikes, matchingLabels } from '../../labels-for-selector';
import { PodScopeProps } from '../../pod-scope';
import { OUTSIDE } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { inBothVersions, notClosing, ScopedScene } from '../../scoped-scene';

/** What scrapes, and where, with every part. */
export interface PrometheusScrape {
  readonly ports: readonly Port[];
  readonly namespace: string;
  readonly pods: Selector;
}

/** The number that probes give to ports that the options give a name. */
const NAMED = 9464;

/** Prometheus, a pod with its labels elsewhere, a pod beside it, and a network set of its namespace that holds the outside. */
export function allowPrometheusScrapeProbes(scope: PodScopeProps, { ports, namespace, pods }: PrometheusScrape, tier: ITier | undefined): ProbeSet[] {
  const names = ports.map(String).filter((text) => !/^[\d:]+$/.test(text));
  const numbers = [
    ...ports.map(String).filter((text) => /^[\d:]+$/.test(text)).map((text) => Number(text.split(':')[0])),
    ...names.map((_, index) => NAMED + index),
  ];
  const scene = new ScopedScene().tier(tier).closed(PolicyType.INGRESS);
  const scoped = scene.scopedPods(scope, Object.fromEntries(names.map((name, index) => [name, NAMED + index])));
  const { selected, others } = scoped;
  const labels = matchingLabels(pods);
  scene.namespace(namespace).outsideSet(namespace, labels);
  const prometheus = scene.pod(namespace, 'prometheus', { labels });
  const pretenders = [scene.pod(scoped.namespace, 'pretender', { labels }), scene.pod(namespace, 'beside', { labels: lookAlikes(pods)[0] })];
  const reach = (source: FlowEnd, destination: FlowEnd, destinationPort = numbers[0]) => ({ source, destination, destinationPort });
  return [{
    name: 'pods that are closed but for the template, and pods that pretend to be Prometheus',
    cluster: scene.cluster,
    mustAllow: inBothVersions(...numbers.map((port) => reach(prometheus, selected, port))),
    mustDeny: [
      ...inBothVersions(...pretenders.map((pretender) => reach(pretender, selected))),
      reach(prometheus, selected, 8080),
      { ...reach(prometheus, selected), protocol: 'UDP' },
      reach(OUTSIDE[0], selected),
      reach(OUTSIDE[1], selected),
      ...others.map((other) => reach(prometheus, other)),
    ],
  }, notClosing(scope, tier, PolicyType.INGRESS)];
}
