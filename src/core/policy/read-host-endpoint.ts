import { ClassPool } from './class-pool';
import { Endpoint, NetworkSetEntry } from './endpoint';
import { Profiles, viewOf } from './inherited-labels';
import { objectAt, objectsAt, textAt, textEntries, textsAt } from './json-fields';
import { readNets } from './net-set';
import { protocolNumber } from './protocols';
import { NAMESPACE_LABEL } from './reserved-labels';
import { readAddress } from '../cidr';
import { Manifest } from '../manifests';

/** Reads a HostEndpoint (updateprocessors/hostendpointprocessor.go). */
export function readHostEndpoint(id: number, manifest: Manifest, classes: ClassPool, known: Profiles): Endpoint {
  const { spec } = manifest;
  const own = textEntries(objectAt(manifest.object, 'metadata'), 'labels');
  const profiles = textsAt(spec, 'profiles').map((name) => known.named(name));
  const ports = objectsAt(spec, 'ports').flatMap(({ name, protocol, port }) => {
    const number = protocolNumber(protocol);
    return typeof name === 'string' && typeof port === 'number' && number !== undefined ? [{ name, protocol: number, port }] : [];
  });
  return {
    id,
    kind: manifest.kind,
    namespace: undefined,
    name: manifest.name,
    class: classes.classOf('host', '', own, ports, profiles.map(({ name }) => name), () => viewOf(own, profiles, [])),
    addresses: textsAt(spec, 'expectedIPs').flatMap((text) => readAddress(text) ?? []),
    node: textAt(spec, 'node'),
    manifest,
  };
}

/** Reads a NetworkSet, which inherits the labels of its namespace, or a GlobalNetworkSet (updateprocessors/networksetprocessor.go). */
export function readNetworkSet(manifest: Manifest, classes: ClassPool, known: Profiles): NetworkSetEntry {
  const namespace = manifest.kind === 'NetworkSet' ? manifest.namespace ?? 'default' : undefined;
  const labels = textEntries(objectAt(manifest.object, 'metadata'), 'labels');
  const own = namespace === undefined
    ? labels
    : [...labels.filter(([key]) => key !== NAMESPACE_LABEL), [NAMESPACE_LABEL, namespace] satisfies [string, string]];
  const profiles = namespace === undefined ? [] : [known.ofNamespace(namespace)];
  return {
    namespace,
    name: manifest.name,
    class: classes.classOf('set', '', own, [], profiles.map(({ name }) => name), () => viewOf(own, profiles, [])),
    blocks: readNets(textsAt(manifest.spec, 'nets')),
  };
}
