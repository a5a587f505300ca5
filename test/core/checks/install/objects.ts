/** An Installation as YAML, its spec in flow style. */
export function installation(spec: string, annotations = '{}'): string {
  return `---\napiVersion: operator.tigera.io/v1\nkind: Installation\nmetadata: {name: default, annotations: ${annotations}}\nspec: ${spec}\n`;
}

/** An Installation with these fields of calicoNetwork. */
export function network(fields: string, rest = ''): string {
  return installation(`{calicoNetwork: {${fields}}${rest && `, ${rest}`}}`);
}

/** A DaemonSet of calico-node as YAML, its variables in flow style. */
export function node(env: string, annotations = '{}'): string {
  return `---\napiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: calico-node, namespace: kube-system, annotations: ${annotations}}\n`
    + `spec: {template: {spec: {containers: [{name: calico-node, env: [${env}]}]}}}\n`;
}

/** A variable in flow style. */
export function variable(name: string, value: string): string {
  return `{name: ${name}, value: ${JSON.stringify(value)}}`;
}

/** A ConfigMap as YAML, its data in flow style. */
export function configMap(namespace: string, name: string, data: string): string {
  return `---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}, namespace: ${namespace}}\ndata: ${data}\n`;
}

/** Any object as YAML, its further fields in flow style. */
export function object(apiVersion: string, kind: string, name: string, fields: string): string {
  return `---\n{apiVersion: ${apiVersion}, kind: ${kind}, metadata: {name: ${name}}, ${fields}}\n`;
}
