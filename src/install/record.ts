import { InstallSettings } from './install-settings';
import { Platform } from './platform';
import { Cidr } from '../values/cidr';

/**
 * What the install is made for, as annotations: Calico's objects don't say it, and checks of the final manifests need it. Nothing where
 * nothing was said.
 */
export function recordAnnotations({ platform }: InstallSettings, podCidrs: readonly Cidr[] | undefined): Record<string, string> | undefined {
  const annotations = {
    ...(platform !== Platform.GENERIC && { 'cdk8s-calico/platform': platform.name }),
    ...(podCidrs && podCidrs.length > 0 && { 'cdk8s-calico/pod-cidrs': podCidrs.join(',') }),
  };
  return Object.keys(annotations).length === 0 ? undefined : annotations;
}
