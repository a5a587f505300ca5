import { ApiObject, App, Chart } from 'cdk8s';
import { Checks, NetworkPlan, NetworkRanges, Report } from '../../../src';
import { judge } from '../../../src/core/checks';
import { Finding } from '../../../src/core/findings';
import { JsonObject } from '../../../src/core/manifests';
import { addressPlan } from '../../../src/values/network-ranges';
import { readManifests } from '../../../src/yaml';

/** What one check says of a YAML text: whole findings, with their places. */
export function findingsOf(id: string, yaml: string, ranges?: NetworkRanges): Finding[] {
  const { manifests } = readManifests(yaml);
  return judge({ clusters: [{ name: '', manifests, ...(ranges && { plan: addressPlan('plan', ranges) }) }], only: [id] });
}

/** What one check says of a YAML text where another one is what the cluster holds. */
export function findingsOfChange(id: string, before: string, yaml: string): Finding[] {
  const { manifests } = readManifests(yaml);
  return judge({ clusters: [{ name: '', manifests, before: readManifests(before, { file: 'before.yaml' }).manifests }], only: [id] });
}

/** An app whose chart `chart` holds the objects of a YAML text, as constructs `0`, `1` …, with the plan at its root. */
export function appOf(yaml: string, ranges?: NetworkRanges): App {
  const app = new App();
  const chart = new Chart(app, 'chart');
  readManifests(yaml).manifests.forEach(({ object }, index) => new ApiObject(chart, `${index}`, object as JsonObject & { apiVersion: string; kind: string }));
  if (ranges) {
    new NetworkPlan(app, 'plan', ranges);
  }
  return app;
}

/** Expects that the findings of a check are taken out by acknowledging them on the app, and kept with the reason. */
export function expectAcknowledged(id: string, app: App): void {
  const before = Checks.of(app).report();
  const found = withId(before, id);
  expect(found).not.toEqual([]);
  Checks.of(app).acknowledge({ id, reason: 'known, and meant' });
  const after = Checks.of(app).report();
  expect(after.findings).toEqual(before.findings.filter((finding) => finding.id !== id));
  expect(after.acknowledged).toEqual(found.map((finding) => ({ finding, reason: 'known, and meant' })));
}

function withId({ findings }: Report, id: string): Finding[] {
  return findings.filter((finding) => finding.id === id);
}

/** A pool as YAML. */
export function pool(name: string, cidr: string): string {
  return `---\napiVersion: projectcalico.org/v3\nkind: IPPool\nmetadata:\n  name: ${name}\nspec:\n  cidr: ${cidr}\n`;
}

/** A NetworkPolicy as YAML, with a selector on line 7 from column 13 on if it stands first. */
export function policy(name: string, selector: string): string {
  return `apiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata:\n  name: ${name}\n  namespace: app\nspec:\n  selector: ${selector}\n  types: [Ingress]\n`;
}
