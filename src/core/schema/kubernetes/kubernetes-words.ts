import { Words } from '../resource-fault';

/** What the API server has against a policy of Kubernetes. */
export function kubernetesWords(what: string, why: string, fix: string): Words {
  return { rule: 'resource/kubernetes-policy', what, why, fix };
}
