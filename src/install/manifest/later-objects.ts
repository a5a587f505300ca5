import { ManifestSettings } from './manifest-settings';
import { felixSpec } from '../../constructs/felix-settings.generated';
import { IpFamily } from '../../values/ip-family';
import { withoutUndefined } from '../../values/without-undefined';
import { ipipModeOf, vxlanModeOf } from '../encapsulation';
import { SettledPool } from '../install-settings';

/** What needs `projectcalico.org/v3`: pools that calico-node doesn't make itself, and settings of Felix. */
export function laterObjects(path: string, settings: ManifestSettings): unknown[] {
  const { givenFelix } = settings;
  return [
    ...laterPools(settings).map(pool),
    ...(Object.keys(givenFelix).length === 0 ? [] : [{
      apiVersion: 'projectcalico.org/v3',
      kind: 'FelixConfiguration',
      metadata: { name: 'default' },
      spec: felixSpec(givenFelix, path),
    }]),
  ];
}

/** All pools but the first of each family, which calico-node makes. */
export function laterPools({ pools = [] }: Pick<ManifestSettings, 'pools'>): SettledPool[] {
  const first = [IpFamily.IPV4, IpFamily.IPV6].map((family) => pools.find((candidate) => candidate.family === family));
  return pools.filter((candidate) => !first.includes(candidate));
}

function pool({ name, cidr, family, encapsulation, natOutgoing, blockSize, nodeSelector, disableBgpExport }: SettledPool): object {
  return {
    apiVersion: 'projectcalico.org/v3',
    kind: 'IPPool',
    metadata: { name },
    spec: withoutUndefined({
      cidr: cidr.toString(),
      ipipMode: ipipModeOf(encapsulation),
      vxlanMode: vxlanModeOf(encapsulation),
      natOutgoing: natOutgoing ?? family === IpFamily.IPV4,
      blockSize,
      nodeSelector: nodeSelector?._toManifest(),
      disableBGPExport: disableBgpExport,
    }),
  };
}
