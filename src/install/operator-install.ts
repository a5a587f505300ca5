import { Construct } from 'constructs';
import { CalicoInstall } from './calico-install';
import { CrdSource } from './crd-source';
import { customResources, felixConfiguration } from './operator/custom-resources';
import { FURTHER_CRDS } from './operator/further-crds';
import { operatorObjects } from './operator/operator-objects';
import { settleOperator } from './operator/settle-operator';
import { OperatorInstallProps } from './operator-install-props';
import { customResourceDefinitions } from '../core/schema/crds/custom-resource-definition';

/**
 * Calico as Tigera's operator installs and upgrades it: the default way. It sizes Typha, makes certificates, and runs everything in `calico-system`.
 *
 * Phases: `crds`, `operator`, `custom-resources`, which the operator acts on, and where Felix has settings, `resources`, which need
 * `projectcalico.org/v3`.
 */
export class OperatorInstall extends CalicoInstall {
  public readonly nodeNamespace = 'calico-system';
  public readonly nodeName = 'calico-node';

  /** @throws where options contradict each other, or need something that the install hasn't got */
  constructor(scope: Construct, id: string, props: OperatorInstallProps = {}) {
    super(scope, id);
    const { path } = this.node;
    const settings = settleOperator(path, props);
    this._addPhase('crds', (props.crds ?? CrdSource.INCLUDED) === CrdSource.INCLUDED ? [
      ...customResourceDefinitions(settings.api.mode === 'native' ? 'projectcalico.org' : 'crd.projectcalico.org'),
      ...customResourceDefinitions('operator.tigera.io'),
      ...FURTHER_CRDS,
    ] : []);
    this._addPhase('operator', operatorObjects(settings));
    this._addPhase('custom-resources', customResources(path, settings));
    this._addPhase('resources', felixConfiguration(path, settings));
  }
}
