import { findingsOf } from './judging';
import { JsonObject } from '../../../src/core/manifests';

/** Objects as YAML: JSON is YAML too. */
export function yamlOf(...objects: readonly JsonObject[]): string {
  return objects.map((object) => JSON.stringify(object, undefined, 2)).join('\n---\n');
}

/** A NetworkPolicy in namespace shop for `app == "web"`, unless the spec says otherwise. */
export function networkPolicy(name: string, spec: JsonObject, namespace = 'shop'): JsonObject {
  return { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', metadata: { name, namespace }, spec: { selector: "app == 'web'", ...spec } };
}

/** A GlobalNetworkPolicy for `app == "web"`, unless the spec says otherwise. */
export function globalPolicy(name: string, spec: JsonObject): JsonObject {
  return { apiVersion: 'projectcalico.org/v3', kind: 'GlobalNetworkPolicy', metadata: { name }, spec: { selector: "app == 'web'", ...spec } };
}

/** A policy with these ingress rules. */
export function ingress(...rules: readonly JsonObject[]): JsonObject {
  return networkPolicy('web', { types: ['Ingress'], ingress: rules });
}

/** A Deployment in namespace shop, unless said otherwise. */
export function deployment(name: string, labels: Readonly<Record<string, string>>, spec: JsonObject = {}, namespace = 'shop'): JsonObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace },
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers: [{ name: 'main', image: 'example.org/main' }], ...spec } } },
  };
}

/** The fields that a check names in objects. */
export function fieldsOf(id: string, ...objects: readonly JsonObject[]): (string | undefined)[] {
  return findingsOf(id, yamlOf(...objects)).map(({ field }) => field);
}
