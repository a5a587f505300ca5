/** An IPPool as YAML, with further lines of its spec. */
export function poolWith(name: string, cidr: string, ...lines: string[]): string {
  return ['---', 'apiVersion: projectcalico.org/v3', 'kind: IPPool', 'metadata:', `  name: ${name}`, 'spec:', `  cidr: ${cidr}`, ...lines.map((line) => `  ${line}`), ''].join('\n');
}

/** An Installation with pools, each a list of lines. */
export function installationWith(...pools: string[][]): string {
  const lines = pools.flatMap(([first, ...others]) => [`    - ${first}`, ...others.map((line) => `      ${line}`)]);
  return ['---', 'apiVersion: operator.tigera.io/v1', 'kind: Installation', 'metadata:', '  name: default', 'spec:', '  calicoNetwork:', '    ipPools:', ...lines, ''].join('\n');
}

/** The DaemonSet of a manifest install with variables, and further containers. */
export function nodeWith(environment: { readonly [name: string]: string }, ...containers: string[]): string {
  const env = Object.entries(environment).map(([name, value]) => ({ name, value }));
  return `---\n${JSON.stringify({
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'calico-node', namespace: 'kube-system' },
    spec: { template: { spec: { containers: [{ name: 'calico-node', env }, ...containers.map((name) => ({ name }))] } } },
  })}\n`;
}
