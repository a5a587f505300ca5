import { App, Chart } from 'cdk8s';
import { PolicyTemplate, ProbeResult } from 'cdk8s-calico';

/** A template made with some options. */
export type Variant = (chart: Chart) => PolicyTemplate;

/** Probes that fail, as text. */
export function failuresOf(make: Variant): string[] {
  return make(new Chart(new App(), 'test')).prove().filter(({ holds }: ProbeResult) => !holds)
    .map(({ probeSet, mustAllow, verdict }: ProbeResult) => `${probeSet}: must be ${mustAllow ? 'allowed' : 'denied'}: ${verdict.toText()}`);
}

/** What a template renders, without the policies' rules: kind, name, tier and order. */
export function outlineOf(make: Variant): string[] {
  const chart = new Chart(new App(), 'test');
  make(chart);
  return chart.toJson().map(({ kind, metadata, spec }) => [kind, metadata.name, spec?.tier, spec?.order].filter((part) => part !== undefined).join(' '));
}
