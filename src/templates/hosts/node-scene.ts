import { FlowEnd } from '../../values/flow-end';
import { Selector } from '../../values/selector';
import { lookAlikes, matchingLabels } from '../labels-for-selector';
import { OUTSIDE, ProbeScene } from '../probe-scene';

/** A cluster of nodes with open host endpoints and no failsafe ports, and who may or may not reach its kubelets. */
export interface NodeScene {
  readonly scene: ProbeScene;
  readonly controlPlane: readonly FlowEnd[];
  readonly workers: readonly FlowEnd[];
  readonly kubeletClients: readonly FlowEnd[];
  /** A pod with the labels of the control plane, and the outside. */
  readonly strangers: readonly FlowEnd[];
}

/** @param loopback the node that has `::1`, so that a probe can name it */
export function nodeScene(controlPlane: Selector, workers: Selector, kubeletClients: Selector | undefined, loopback = 'control-1'): NodeScene {
  const scene = new ProbeScene().withoutFailsafe();
  const labels = matchingLabels(controlPlane);
  // Nodes have loopback addresses, so that a probe can name them.
  const [first, second] = [
    scene.hostEndpoint('control-1', labels, true, ['10.9.1.1', 'fd09::1:1', '127.0.0.1', ...loopback === 'control-1' ? ['::1'] : []]),
    scene.hostEndpoint('control-2', labels, true, ['10.9.1.2', 'fd09::1:2']),
  ];
  const workerLabels = matchingLabels(workers);
  return {
    scene,
    controlPlane: [first, second],
    workers: [
      scene.hostEndpoint('worker-1', workerLabels, true, ['10.9.2.1', 'fd09::2:1', '127.0.1.1', ...loopback === 'worker-1' ? ['::1'] : []]),
      scene.hostEndpoint('worker-2', workerLabels, true, ['10.9.2.2', 'fd09::2:2']),
    ],
    kubeletClients: kubeletClients ? [scene.pod('monitoring', 'client', { labels: matchingLabels(kubeletClients), node: 'elsewhere' })] : [],
    strangers: [
      ...kubeletClients ? lookAlikes(kubeletClients).map((alike) => scene.pod('monitoring', 'alike', { labels: alike, node: 'elsewhere' })) : [],
      scene.pod('shop', 'posing', { labels, node: 'elsewhere' }),
      ...OUTSIDE,
    ],
  };
}
