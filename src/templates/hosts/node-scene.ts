import { FlowEnd } from '../../values/flow-end';
import { Selector } from '../../values/selector';
import { lookAlikes, matchingLabels, ProbeLabels } from '../labels-for-selector';
import { OUTSIDE, ProbeScene } from '../probe-scene';

const NAMESPACE = 'projectcalico.org/namespace';

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
    kubeletClients: kubeletClients ? [clientPod(scene, 'client', matchingLabels(kubeletClients))] : [],
    strangers: [
      ...kubeletClients ? lookAlikes(kubeletClients).map((alike) => clientPod(scene, 'alike', alike)) : [],
      scene.pod('shop', 'posing', { labels, node: 'elsewhere' }),
      ...OUTSIDE,
    ],
  };
}

/** In the namespace that its labels say, if any: Calico gives pods that label, whatever they have themselves. */
function clientPod(scene: ProbeScene, name: string, { [NAMESPACE]: namespace = 'monitoring', ...labels }: ProbeLabels): FlowEnd {
  return scene.pod(namespace, name, { labels, node: 'elsewhere' });
}
