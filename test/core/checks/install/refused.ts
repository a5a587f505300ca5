import { App } from 'cdk8s';
import { Checks } from '../../../../src';

/** Expects that a check finds something in the app, and that it can't be acknowledged. */
export function expectRefused(id: string, app: App): void {
  expect(Checks.of(app).report().findings.filter((finding) => finding.id === id)).not.toEqual([]);
  expect(() => Checks.of(app).acknowledge({ id, reason: 'known, and meant' })).toThrow(
    new Error(`the app: ${id} can't be acknowledged: the cluster would refuse or drop the object, whatever the reason`));
}
