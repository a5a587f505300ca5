import { Port } from '../../values/port';
import { Protocol } from '../../values/protocol';
import { Selector } from '../../values/selector';
import { AppPortsProps } from '../apps/app-template-props';
import { PolicyTemplateProps } from '../policy-template';

/**
 * Options of templates that open pods of one namespace to others.
 */
export interface NamespacePortsProps extends PolicyTemplateProps {
  /** The namespace of the pods that are reached. */
  readonly namespace: string;

  /** Only the pods with matching labels. @default - all of the namespace */
  readonly app?: Selector;

  /** The ports of the pods (not of their Service), and no other. @default - all */
  readonly ports?: Port[];

  /** The protocol. @default - TCP if there are `ports`, otherwise every protocol */
  readonly protocol?: Protocol;

  /** The name of the policy, where the template is used more than once in a namespace. @default - the last part of the template's name */
  readonly name?: string;
}

/** The same for an app: all pods where none is given. */
export function appPortsOf(props: NamespacePortsProps): AppPortsProps {
  return { ...props, app: props.app ?? Selector.all() };
}
