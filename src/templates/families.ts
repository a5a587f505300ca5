import { Cidr } from '../values/cidr';
import { IpFamily } from '../values/ip-family';

/** Blocks by version of IP, those that there are: Calico takes no rule with both. */
export function byFamily(nets: readonly Cidr[]): { readonly family: IpFamily; readonly nets: Cidr[] }[] {
  return [IpFamily.IPV4, IpFamily.IPV6]
    .map((family) => ({ family, nets: nets.filter((net) => net.family === family) }))
    .filter((group) => group.nets.length > 0);
}
