import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { Cidr } from './cidr';
import type { PeerProps } from './peer';
import { LabelSelectorProps, Selector } from './selector';

const NAME_LABEL = 'projectcalico.org/name';

/** What a construct of cdk8s-plus, or an API object, selects: read by shape, so that any version of cdk8s-plus will do. */
export interface Selection {
  /** Pods by their labels. */
  readonly pods?: Selector;
  /** Namespaces by labels or names. */
  readonly namespaces?: Selector;
  /** The one namespace that is meant, where it is known by name. */
  readonly namespace?: string;
  readonly serviceAccount?: string;
  readonly nets?: readonly Cidr[];
  readonly notNets?: readonly Cidr[];
  /** The same as a peer of a rule. */
  readonly toPeerProps: () => PeerProps;
}

type Parts = Omit<Selection, 'toPeerProps'>;

interface LabelQueries { _toKube?(): LabelSelectorProps }
interface NamespaceConfig { readonly labelSelector?: LabelQueries; readonly names?: string[] }
interface PodConfig { readonly labelSelector?: LabelQueries; readonly namespaces?: NamespaceConfig }
interface IpBlock { _toKube?(): { cidr: string; except?: string[] } }
interface PeerConfig { readonly podSelector?: PodConfig; readonly ipBlock?: IpBlock }

/** The methods of cdk8s-plus that tell what a construct selects; the same since its version 22. */
interface Selecting {
  readonly kind?: string;
  readonly name?: string;
  readonly metadata?: { readonly namespace?: string };
  toNetworkPolicyPeerConfig?(): PeerConfig;
  toPodSelectorConfig?(): PodConfig;
  toNamespaceSelectorConfig?(): NamespaceConfig;
}

/** @throws where the construct is no end of traffic */
export function selectionOf(construct: IConstruct): Selection {
  const parts = partsOf(construct as IConstruct & Selecting);
  if (parts === undefined) {
    throw new Error(`${construct.node.path} is a ${construct.constructor.name}: a policy can select pods, workloads, namespaces, `
      + 'service accounts and IP blocks, or the API objects of such kinds');
  }
  return { ...parts, toPeerProps: () => peerProps(parts) };
}

function partsOf(construct: IConstruct & Selecting): Parts | undefined {
  if (construct.kind === 'ServiceAccount' && construct.name) {
    return ofServiceAccount(construct.name, construct.metadata?.namespace);
  }
  if (typeof construct.toNamespaceSelectorConfig === 'function') {
    return ofNamespaces(construct.toNamespaceSelectorConfig());
  }
  if (typeof construct.toNetworkPolicyPeerConfig === 'function') {
    const { podSelector, ipBlock } = construct.toNetworkPolicyPeerConfig();
    return podSelector ? ofPods(podSelector) : ofIpBlock(ipBlock);
  }
  if (typeof construct.toPodSelectorConfig === 'function') {
    return ofPods(construct.toPodSelectorConfig());
  }
  return ApiObject.isApiObject(construct) ? ofApiObject(construct) : undefined;
}

function ofPods({ labelSelector, namespaces }: PodConfig): Parts {
  return { pods: fromQueries(labelSelector) ?? Selector.all(), ...(namespaces && ofNamespaces(namespaces)) };
}

function ofNamespaces({ labelSelector, names }: NamespaceConfig): Parts {
  const byLabels = fromQueries(labelSelector);
  if (names === undefined || names.length === 0) {
    return { namespaces: byLabels ?? Selector.all() };
  }
  const byNames = names.length === 1 ? Selector.label(NAME_LABEL).equals(names[0]) : Selector.label(NAME_LABEL).in(...names);
  return {
    namespaces: byLabels ? byNames.and(byLabels) : byNames,
    ...(names.length === 1 && { namespace: names[0] }),
  };
}

function ofServiceAccount(name: string, namespace: string | undefined): Parts {
  return { serviceAccount: name, ...(namespace && ofNamespaces({ names: [namespace] })) };
}

function ofIpBlock(ipBlock: IpBlock | undefined): Parts | undefined {
  const block = ipBlock?._toKube?.();
  return block && {
    nets: [Cidr.parse(block.cidr)],
    ...(block.except && block.except.length > 0 && { notNets: block.except.map((text) => Cidr.parse(text)) }),
  };
}

/** A plain API object: by its kind, from what it renders to. */
function ofApiObject(object: ApiObject): Parts | undefined {
  const manifest = object.toJson();
  const inNamespace = manifest.metadata?.namespace ? ofNamespaces({ names: [manifest.metadata.namespace] }) : {};
  switch (manifest.kind) {
    case 'Namespace':
      return ofNamespaces({ names: [object.name] });
    case 'ServiceAccount':
      return ofServiceAccount(object.name, manifest.metadata?.namespace);
    case 'Pod':
      return { pods: fromLabels(manifest.metadata?.labels, object), ...inNamespace };
    case 'Deployment': case 'StatefulSet': case 'DaemonSet': case 'ReplicaSet': case 'Job':
      return { pods: fromLabels(manifest.spec?.template?.metadata?.labels, object), ...inNamespace };
    case 'CronJob':
      return { pods: fromLabels(manifest.spec?.jobTemplate?.spec?.template?.metadata?.labels, object), ...inNamespace };
    default:
      return undefined;
  }
}

function fromLabels(labels: { [key: string]: string } | undefined, object: ApiObject): Selector {
  if (labels === undefined || Object.keys(labels).length === 0) {
    throw new Error(`${object.node.path}: the pods of ${object.kind} ${object.name} have no labels, so no selector can pick them out`);
  }
  return Selector.fromLabelSelector({ matchLabels: labels });
}

function fromQueries(queries: LabelQueries | undefined): Selector | undefined {
  const selector = queries?._toKube?.() ?? {};
  return selector.matchLabels || selector.matchExpressions ? Selector.fromLabelSelector(selector) : undefined;
}

function peerProps({ pods, namespaces, serviceAccount, nets, notNets }: Parts): PeerProps {
  return {
    selector: pods,
    namespaceSelector: namespaces,
    ...(serviceAccount !== undefined && { serviceAccountNames: [serviceAccount] }),
    nets: nets && [...nets],
    notNets: notNets && [...notNets],
  };
}
