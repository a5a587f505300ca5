/** A NetworkPolicy of Calico as YAML, its spec in flow style. */
export function networkPolicy(name: string, spec: string, namespace = 'shop'): string {
  return `---\napiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec: ${spec}\n`;
}

/** A GlobalNetworkPolicy as YAML, its spec in flow style. */
export function globalPolicy(name: string, spec: string): string {
  return calico('GlobalNetworkPolicy', name, spec);
}

/** An object of Calico's without a namespace as YAML, its spec in flow style. */
export function calico(kind: string, name: string, spec: string, labels = '{}'): string {
  return `---\napiVersion: projectcalico.org/v3\nkind: ${kind}\nmetadata: {name: ${name}, labels: ${labels}}\nspec: ${spec}\n`;
}

/** A Deployment as YAML, with the labels of its pods and their spec in flow style. */
export function deployment(name: string, labels: string, namespace = 'shop', podSpec = '{containers: [{name: main, image: main}]}'): string {
  return `---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: ${name}, namespace: ${namespace}}\n`
    + `spec: {selector: {matchLabels: ${labels}}, template: {metadata: {labels: ${labels}}, spec: ${podSpec}}}\n`;
}

/** A Namespace as YAML, its labels in flow style. */
export function namespaceNamed(name: string, labels = '{}'): string {
  return `---\napiVersion: v1\nkind: Namespace\nmetadata: {name: ${name}, labels: ${labels}}\n`;
}
