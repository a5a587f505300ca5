import { Cidr } from '../../../values/cidr';
import { FlowEnd } from '../../../values/flow-end';
import { ProbeSet } from '../../probe-set';
import { AppPortsProps } from '../app-template-props';
import { ingressProbes } from '../ingress-probes';

/** The outside; pods at both ends of each range that is inside, in the app's namespace and another; what `sources` leaves out. */
export function allowExternalProbes(props: AppPortsProps & { readonly inside: readonly Cidr[]; readonly sources: readonly Cidr[] }): ProbeSet[] {
  const { inside, sources, namespace } = props;
  const isInside = (address: string): boolean => inside.some((net) => net.containsAddress(address));
  const candidates = [...sources.flatMap(({ firstAddress, lastAddress }) => [firstAddress, lastAddress]), '203.0.113.10', '198.51.100.10', '2001:db8:ffff::10']
    .filter((address) => !isInside(address));
  const getsIn = (address: string): boolean => sources.some((net) => net.containsAddress(address));
  return ingressProbes(props, (scene) => ({
    meant: candidates.filter(getsIn).map((address) => FlowEnd.address(address)),
    others: [
      ...candidates.filter((address) => !getsIn(address)).map((address) => FlowEnd.address(address)),
      ...inside.flatMap(({ firstAddress, lastAddress }) => {
        scene.pod(namespace, 'client', { ips: [firstAddress] });
        scene.pod(`${namespace}-other`, 'client', { ips: [lastAddress] });
        return [FlowEnd.address(firstAddress), FlowEnd.address(lastAddress)];
      }),
    ],
  }));
}
