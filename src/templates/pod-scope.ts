import { PolicyTemplateProps } from './policy-template';
import { SYSTEM_NAMESPACES } from './system-namespaces';
import { Selector } from '../values/selector';

/**
 * Options of templates for pods of several namespaces.
 */
export interface PodScopeProps extends PolicyTemplateProps {
  /** Name of the policy. @default - that of the template; see its page */
  readonly name?: string;

  /** Only pods in namespaces with matching labels. Host endpoints are never meant. @default - every namespace but those of Kubernetes and Calico */
  readonly namespaces?: Selector;

  /** Only pods with matching labels. @default - all */
  readonly pods?: Selector;
}

const NAME = Selector.label('projectcalico.org/name');

/** Which pods a policy of the whole cluster selects. */
export class PodScope {
  /** Everything that Kubernetes runs: a network set that lies in the namespace, and may hold any address, isn't. */
  public static readonly PODS = Selector.label('projectcalico.org/orchestrator').equals('k8s');

  /**
   * Namespaces that a selector matches. `has()` stands first because of host endpoints: they are in no namespace, so that negative terms match them.
   */
  public static namespaces(namespaces: Selector = NAME.notIn(...SYSTEM_NAMESPACES)): Selector {
    return NAME.exists().and(namespaces);
  }

  /** The fields of a GlobalNetworkPolicy that select the pods of the options. */
  public static fieldsOf({ namespaces, pods }: PodScopeProps): { readonly namespaceSelector: Selector; readonly selector?: Selector } {
    return { namespaceSelector: PodScope.namespaces(namespaces), ...(pods && { selector: pods }) };
  }
}
