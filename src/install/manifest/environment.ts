import { k8s } from 'cdk8s-plus-27';

/** A variable with a value. */
export function variable(name: string, value: string | number | boolean): k8s.EnvVar {
  return { name, value: String(value) };
}

/** A variable that a key of a ConfigMap gives. */
export function fromConfigMap(name: string, configMap: string, key: string): k8s.EnvVar {
  return { name, valueFrom: { configMapKeyRef: { name: configMap, key } } };
}

/** A variable that a field of the pod gives. */
export function fromPod(name: string, fieldPath: string): k8s.EnvVar {
  return { name, valueFrom: { fieldRef: { fieldPath } } };
}

/** The endpoint of the Kubernetes API, where the cluster has a ConfigMap for it. */
export const SERVICES_ENDPOINT: k8s.EnvFromSource[] = [{ configMapRef: { name: 'kubernetes-services-endpoint', optional: true } }];
