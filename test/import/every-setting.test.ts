import { comparable, manifestsOf } from './run-program';
import { Manifest } from '../../src/core/manifests';
import { StructuralSchema } from '../../src/core/schema';
import { calicoKinds } from '../../src/core/schema/kinds.generated';
import { importManifests } from '../../src/import';
import { typeErrors } from '../docs/type-check';

/** What settings hold whose schema doesn't show it. */
const SAMPLES: Readonly<Record<string, unknown>> = {
  awsSrcDstCheck: 'Disable',
  bpfDSROptoutCIDRs: ['10.0.0.0/8'],
  bpfExcludeCIDRsFromNAT: ['10.96.0.10/32', '2001:db8::/64'],
  bpfJITHardening: 'Auto',
  bpfPSNATPorts: '20000:29999',
  dataplaneWatchdogTimeout: '90s',
  deviceRouteSourceAddress: '192.0.2.1',
  deviceRouteSourceAddressIPv6: '2001:db8::1',
  externalNodesList: ['192.0.2.0/24'],
  failsafeInboundHostPorts: [{ protocol: 'TCP', port: 22, net: '10.0.0.0/8' }, { protocol: 'UDP', port: 68 }],
  failsafeOutboundHostPorts: [],
  bpfConntrackTimeouts: { tcpSynSent: '20s', udpTimeout: 'Auto' },
  healthTimeoutOverrides: [{ name: 'InternalDataplaneMainLoop', timeout: '90s' }],
  istioDSCPMark: 'EF',
  kubeNodePortRanges: ['30000:32767', 8080],
  logActionRateLimit: '10/second',
  natOutgoingAddress: '192.0.2.2',
  natPortRange: '32768:65535',
  nodeSelector: 'has(gpu)',
  nftablesRefreshInterval: '60ms',
  prometheusMetricsClientAuth: 'RequireAndVerifyClientCert',
  routeTableRange: { min: 1, max: 250 },
};

const SETTINGS = calicoKinds().find(({ kind }) => kind === 'FelixConfiguration')!.schema.properties!.spec.properties!;

function sampleOf(name: string, { type, enum: words, pattern, minimum, properties, items, additionalProperties }: StructuralSchema): unknown {
  if (Object.hasOwn(SAMPLES, name)) {
    return SAMPLES[name];
  }
  switch (type) {
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return Math.max(1, minimum ?? 1);
    case 'array':
      return [sampleOf('', items!)];
    case 'object':
      return properties
        ? Object.fromEntries(Object.entries(properties).map(([key, part]) => [key, sampleOf('', part)]))
        : { some: sampleOf('', additionalProperties ?? { type: 'string' }) };
    default:
      return words?.[0] ?? (pattern?.includes('ms|s|m|h') ? '90s' : /\(([A-Za-z]+)/.exec(pattern?.replace('(?i)', '') ?? '')?.[1] ?? 'text');
  }
}

/** One object for each setting, as some exclude each other. */
const OBJECTS = Object.entries(SETTINGS).map(([name, schema]) => ({
  apiVersion: 'projectcalico.org/v3',
  kind: 'FelixConfiguration',
  metadata: { name: `gpu-${name.toLowerCase()}` },
  spec: { [name]: sampleOf(name, schema) },
}));

test('each setting of Felix is said by its property, which compiles and is synthesised equal to the input', () => {
  const program = importManifests(OBJECTS.map((object) => new Manifest(object)));
  const plain = OBJECTS.filter(({ metadata: { name } }) => !program.text.includes(`new FelixConfiguration(this, '${name}'`));
  expect(plain.map(({ spec }) => spec)).toEqual([]);
  expect(program.text).not.toContain('JsonPatch');
  expect(program.constructs).toBeGreaterThan(150);
  expect(manifestsOf(program.text)).toEqual(comparable(OBJECTS));
  expect(typeErrors([{ file: 'program', line: 1, text: program.text }])).toEqual([]);
});
