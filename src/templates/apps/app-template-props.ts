import { Port } from '../../values/port';
import { Protocol } from '../../values/protocol';
import { Selector } from '../../values/selector';
import { PolicyTemplateProps } from '../policy-template';

/**
 * Options of templates for one app.
 */
export interface AppTemplateProps extends PolicyTemplateProps {
  /** The namespace of the app. */
  readonly namespace: string;

  /** The pods of the app, by their labels. */
  readonly app: Selector;

  /** The name of the policy, where the template is used more than once in a namespace. @default - the last part of the template's name */
  readonly name?: string;
}

/**
 * Options of templates for one app and some of its ports.
 */
export interface AppPortsProps extends AppTemplateProps {
  /** The ports of the app's pods (not of its Service), and no other. @default - all */
  readonly ports?: Port[];

  /** The protocol. @default - TCP if there are `ports`, otherwise every protocol */
  readonly protocol?: Protocol;
}
