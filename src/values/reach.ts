/** Whether something is to reach something. */
export enum Reach {
  /** It is let through at both ends. */
  ALLOWED = 'allowed',

  /** It isn't let through at one end, or at neither. */
  DENIED = 'denied',
}
