import { Fields, listOf, memberOf, objectOf, plain, Snippet, struct, Writer } from './snippet';
import { cidr, cidrs, port, portRange, protocol } from './write-values';
import { isObject } from '../core/manifests';
import { PolicyType } from '../values/policy-type';
import { StagedAction } from '../values/staged-action';

const peers = listOf(struct({
  ipBlock: ['ipBlock', struct({ cidr: ['cidr', cidr], except: ['except', cidrs] }, ['cidr'])],
  namespaceSelector: ['namespaceSelector', plain],
  podSelector: ['podSelector', plain],
}));

/** Kubernetes has a range as its first port and `endPort`. */
const policyPort: Writer = (json) => {
  const { port: first, endPort, protocol: name } = isObject(json) ? json : {};
  const parts: [string, Snippet | undefined][] = [
    ...(name === undefined ? [] : [['protocol', protocol(name)] as [string, Snippet | undefined]]),
    ...(endPort !== undefined ? [['port', portRange(first as number, endPort as number)] as [string, Snippet | undefined]]
      : first !== undefined ? [['port', port(first)] as [string, Snippet | undefined]] : []),
  ];
  return parts.every(([, snippet]) => snippet !== undefined) ? objectOf(new Map(parts as [string, Snippet][])) : undefined;
};

const ports = listOf(policyPort);

export const STAGED_KUBERNETES_POLICY: Fields = {
  podSelector: ['podSelector', plain],
  ingress: ['ingress', listOf(struct({ from: ['from', peers], ports: ['ports', ports] }))],
  egress: ['egress', listOf(struct({ to: ['to', peers], ports: ['ports', ports] }))],
  policyTypes: ['policyTypes', listOf(memberOf('PolicyType', PolicyType))],
  stagedAction: ['stagedAction', memberOf('StagedAction', StagedAction)],
};
