import { Manifest } from '../../manifests';
import { ResourceCheck } from '../check';

/** What else makes Calico read an object of the kind, and how to say it. */
const ALSO_READ: Readonly<Record<string, { readonly when: (manifest: Manifest) => boolean; readonly or: string }>> = {
  BGPConfiguration: { when: () => false, or: '' },
  FelixConfiguration: { when: ({ spec }) => (spec.nodeSelector ?? '') !== '', or: ', or say by `nodeSelector` which nodes it is for' },
};

/**
 * confd and Felix look for objects of these names and pass over the others (confd/pkg/backends/calico `client.go`, `updateBGPConfigCache`;
 * felix/calc `config_batcher.go` and `MergeSelectorConfigs`). Kinds of which only `default` may be created are judged under `resource/`.
 */
export const CONFIGURATION_UNREAD: ResourceCheck = {
  id: 'object/configuration-unread',
  severity: 'warning',
  summary: 'A BGPConfiguration or FelixConfiguration has a name that Calico doesn\'t look for.',
  refusedByCluster: false,
  sees: 'resource',
  run: (manifest, report) => {
    const kind = manifest.isCalico && Object.hasOwn(ALSO_READ, manifest.kind) ? ALSO_READ[manifest.kind] : undefined;
    const { name } = manifest;
    if (kind === undefined || name === '' || name === 'default' || (name.startsWith('node.') && name !== 'node.') || kind.when(manifest)) {
      return;
    }
    report({
      field: ['metadata', 'name'],
      what: `no part of Calico reads a ${manifest.kind} named ${JSON.stringify(name)}`,
      why: 'the object named default is for all nodes, and node.NAME for one; the API takes any other name, and the settings have no effect',
      fix: `name it default, or node. and the name of a node${kind.or}`,
    });
  },
};
