import { Construct } from 'constructs';
import { CalicoInstall } from './calico-install';
import { CrdSource } from './crd-source';
import { laterObjects } from './manifest/later-objects';
import { NAMESPACE } from './manifest/manifest-settings';
import { settleManifest } from './manifest/settle-manifest';
import { systemObjects } from './manifest/system-objects';
import { ManifestInstallProps } from './manifest-install-props';
import { customResourceDefinitions } from '../core/schema/crds/custom-resource-definition';

/**
 * Calico as plain objects in kube-system, as its manifests `calico.yaml` and those beside it have them. Upgrades are yours: apply the output
 * of a newer version of this library.
 *
 * Phases: `crds`, `system`, and where there are any, `resources`, which need `projectcalico.org/v3`.
 */
export class ManifestInstall extends CalicoInstall {
  public readonly nodeNamespace = NAMESPACE;
  public readonly nodeName: string;

  /** @throws where options contradict each other, or need something that the install hasn't got */
  constructor(scope: Construct, id: string, props: ManifestInstallProps = {}) {
    super(scope, id);
    const settings = settleManifest(this.node.path, props);
    this.nodeName = settings.names.node;
    const included = (props.crds ?? CrdSource.INCLUDED) === CrdSource.INCLUDED;
    this._addPhase('crds', included ? customResourceDefinitions(settings.api.mode === 'native' ? 'projectcalico.org' : 'crd.projectcalico.org') : []);
    this._addPhase('system', systemObjects(settings, props.csiDriver ?? false));
    this._addPhase('resources', laterObjects(this.node.path, settings));
  }
}
