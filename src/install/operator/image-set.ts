import { OperatorSettings } from './operator-settings';
import { CALICO_VERSION } from '../calico-version';
import { OPERATOR_IMAGE } from '../image-names';

/** What the operator may run (pkg/components/calico.go, CalicoImages): it refuses an ImageSet with anything else. */
const KNOWN_IMAGES: readonly string[] = [
  'cni', 'cni-windows', 'key-cert-provisioner', 'kube-controllers', 'node', 'node-windows', 'typha', 'pod2daemon-flexvol', 'apiserver', 'csi',
  'node-driver-registrar', 'goldmane', 'whisker', 'whisker-backend', 'envoy-gateway', 'envoy-proxy', 'envoy-ratelimit', 'guardian', 'istio-pilot',
  'istio-install-cni', 'istio-ztunnel', 'istio-proxyv2', 'webhooks',
];

/** The digests for the operator, under the name that it looks for. */
export function imageSet(path: string, settings: OperatorSettings): unknown[] {
  const digests = settings.options.images?.digests;
  if (digests === undefined) {
    return [];
  }
  const images = Object.keys(digests).filter((image) => image !== OPERATOR_IMAGE).sort();
  const unknown = images.find((image) => !image.startsWith('calico/') || !KNOWN_IMAGES.includes(image.slice('calico/'.length)));
  if (unknown !== undefined) {
    throw new Error(`${path}: images.digests holds ${unknown}, which the operator doesn't know, and with it refuses all: leave it out`);
  }
  neededImages(settings).forEach((name) => settings.images.of(name));
  return [{
    apiVersion: 'operator.tigera.io/v1',
    kind: 'ImageSet',
    metadata: { name: `calico-${CALICO_VERSION}` },
    spec: { images: images.map((image) => ({ image, digest: digests[image] })) },
  }];
}

/** What the operator runs for these settings: it starts nothing where one of them has no digest. */
function neededImages({ csiDriver, goldmane, whisker, windows, api }: OperatorSettings): string[] {
  return [
    'node', 'cni', 'typha', 'kube-controllers', 'pod2daemon-flexvol',
    ...(csiDriver ? ['csi', 'node-driver-registrar'] : []),
    ...(api.mode === 'aggregated' ? ['apiserver'] : []),
    ...(api.mode === 'native' ? ['webhooks'] : []),
    ...(goldmane ? ['goldmane'] : []),
    ...(whisker ? ['whisker', 'whisker-backend'] : []),
    ...(windows ? ['cni-windows', 'node-windows'] : []),
  ];
}
