import { imageSet } from './image-set';
import { installationSpec, overrides } from './installation-spec';
import { OperatorSettings } from './operator-settings';
import { felixSpec } from '../../constructs/felix-settings.generated';
import { plainValues } from '../../resources/plain-values';

const API_VERSION = 'operator.tigera.io/v1';
/** The one name that the operator looks at. */
const NAME = 'default';

/** What the operator is to install. */
export function customResources(path: string, settings: OperatorSettings): unknown[] {
  const { api, goldmane, whisker, annotations } = settings;
  const apiServer = settings.options.resources?.apiServer;
  return [
    // With an ImageSet that comes later, everything would start by tag, and start again.
    ...imageSet(path, settings),
    { apiVersion: API_VERSION, kind: 'Installation', metadata: { name: NAME, ...(annotations && { annotations }) }, spec: plainValues(installationSpec(settings)) },
    ...(api.mode === 'calicoctl' ? [] : [{
      apiVersion: API_VERSION,
      kind: 'APIServer',
      metadata: { name: NAME },
      spec: apiServer === undefined ? {} : { apiServerDeployment: plainValues(overrides('calico-apiserver', apiServer)) },
    }]),
    ...(goldmane ? [{ apiVersion: API_VERSION, kind: 'Goldmane', metadata: { name: NAME } }] : []),
    ...(whisker ? [{ apiVersion: API_VERSION, kind: 'Whisker', metadata: { name: NAME } }] : []),
  ];
}

/** Settings of Felix, which need Calico's API. */
export function felixConfiguration(path: string, { impliedFelix, givenFelix }: OperatorSettings): unknown[] {
  const settings = { ...impliedFelix, ...givenFelix };
  return Object.keys(settings).length === 0 ? [] : [{
    apiVersion: 'projectcalico.org/v3', kind: 'FelixConfiguration', metadata: { name: NAME }, spec: felixSpec(settings, path),
  }];
}
