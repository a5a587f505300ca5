import type { PolicyMatchers } from './policy-matchers';

/*
 * `expect(…).toAllow(…)` for the global `expect` of Jest. Interfaces of a global namespace merge, and one that nobody else declares is a
 * declaration of its own: with @types/jest the matchers are known, without it this says nothing. The type parameters are those of @types/jest,
 * as interfaces merge only where they are the same.
 */
declare global {
  namespace jest {
    interface Matchers<R, T = {}> extends PolicyMatchers<R> {}
  }
}
