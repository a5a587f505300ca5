import { readFileSync } from 'fs';
import { join } from 'path';
import { parse } from 'yaml';
import { JsonObject } from '../../../src/core/manifests';

/** A flow with Calico's own answer. */
export interface FlowCase {
  readonly id: string;
  readonly input: {
    readonly policies: readonly string[];
    readonly networksets: readonly string[];
    readonly endpoints: readonly CaseEndpoint[];
    readonly flow: CaseFlow;
  };
  readonly expect: { readonly verdict: 'allow' | 'deny'; readonly by: string; readonly trace: readonly string[] };
}

export interface CaseEndpoint {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly namespaceLabels: Readonly<Record<string, string>>;
  readonly serviceAccount: string;
  readonly saLabels: Readonly<Record<string, string>>;
  readonly ips: readonly string[];
  readonly ports?: readonly { readonly name: string; readonly port: number; readonly protocol: string }[];
}

export interface CaseFlow {
  readonly src: CaseEnd;
  readonly dst: CaseEnd;
  readonly protocol: string | number;
  readonly dport?: number;
  readonly sport?: number;
  readonly icmpType?: number;
  readonly icmpCode?: number;
  readonly ipVersion?: 4 | 6;
}

export interface CaseEnd {
  readonly ip?: string;
  readonly endpoint?: string;
}

export const flowCases: readonly FlowCase[] = readFileSync(join(__dirname, '..', '..', 'vectors', 'flows.jsonl'), 'utf8')
  .trim().split('\n').map((line) => JSON.parse(line) as FlowCase);

/** The objects of a case as they would be in a cluster. */
export function objectsOf({ input }: FlowCase): JsonObject[] {
  const namespaces = new Map<string, JsonObject>();
  const accounts = new Map<string, JsonObject>();
  const pods: JsonObject[] = [];
  for (const { name, namespace, labels, namespaceLabels, serviceAccount, saLabels, ips, ports } of input.endpoints) {
    namespaces.set(namespace, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace, labels: namespaceLabels } });
    accounts.set(`${namespace}/${serviceAccount}`, {
      apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: serviceAccount, namespace, labels: saLabels },
    });
    pods.push({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, namespace, labels },
      spec: {
        serviceAccountName: serviceAccount,
        containers: [{ name: 'main', ports: (ports ?? []).map(({ port, ...rest }) => ({ ...rest, containerPort: port })) }],
      },
      status: { podIP: ips[0], podIPs: ips.map((ip) => ({ ip })) },
    });
  }
  const written = [...input.policies, ...input.networksets].map((text) => parse(text) as JsonObject);
  return [...written, ...namespaces.values(), ...accounts.values(), ...pods];
}
