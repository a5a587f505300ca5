import { CheckPreset } from './check-preset';
import { Finding } from '../core/findings';

/**
 * Makes each finding as severe as the preset of the closest scope says, and leaves out those that it turns off. Looks at the ancestors of each
 * finding.
 */
export function applyPresets(findings: readonly Finding[], presets: ReadonlyMap<string, CheckPreset>): readonly Finding[] {
  return presets.size === 0 ? findings : findings.flatMap((finding) => presetFor(finding.path ?? '', presets)._apply(finding) ?? []);
}

function presetFor(path: string, presets: ReadonlyMap<string, CheckPreset>): CheckPreset {
  for (let scope = path; scope !== ''; scope = scope.slice(0, Math.max(0, scope.lastIndexOf('/')))) {
    const preset = presets.get(scope);
    if (preset) {
      return preset;
    }
  }
  return presets.get('') ?? CheckPreset.DEFAULT;
}
