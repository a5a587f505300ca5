import { Words } from '../resource-fault';

/**
 * One rule of Calico's validator for one field (a `validate` tag of its structs). It sees the value as Go's decoder leaves it.
 */
export interface FieldRule<T = never> {
  readonly judge: (value: T) => Words | undefined;
  /**
   * The zero value of the field's Go type, where the rule judges it too: a tag without `omitempty`.
   * Left out: an absent field passes, and so does the zero value itself if the rule is made by `unlessEmpty`.
   */
  readonly zero?: unknown;
  /** Better words for a value of another type than the field's, where it is known what was meant. */
  readonly misread?: (value: unknown) => Words | undefined;
}
