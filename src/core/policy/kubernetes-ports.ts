/** Ports by protocol as Calico groups them: one rule a protocol, in the order of their names; no ports mean all of them. */
export interface ProtocolPorts {
  /** Undefined where any protocol is meant. */
  readonly protocol: string | undefined;
  /** Numbers, `first:last` ranges and names. Empty: all ports. */
  readonly ports: readonly string[];
}

/**
 * Groups entries of protocol and port (`k8sRuleToCalico` and `unpackCNPProtocols` in libcalico-go/lib/backend/k8s/conversion).
 * An entry with neither makes the rule one for everything; an entry without port opens all ports of its protocol.
 */
export function groupPorts(entries: readonly { readonly protocol?: string; readonly port?: string }[]): ProtocolPorts[] {
  const groups = new Map<string, string[]>();
  for (const { protocol, port } of entries) {
    if (protocol === undefined && port === undefined) {
      return [{ protocol: undefined, ports: [] }];
    }
    const key = protocol ?? '';
    const group = groups.get(key);
    if (port === undefined) {
      groups.set(key, []);
    } else if (group === undefined) {
      groups.set(key, [port]);
    } else if (group.length > 0) {
      group.push(port);
    }
  }
  if (groups.size === 0) {
    return [{ protocol: undefined, ports: [] }];
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([protocol, ports]) => ({ protocol: protocol === '' ? undefined : protocol, ports }));
}
