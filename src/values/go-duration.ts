import type { Duration } from 'cdk8s';

const UNITS: readonly (readonly [string, number])[] = [['h', 3_600_000], ['m', 60_000], ['s', 1000]];

/**
 * A duration as Calico's fields have it: a whole number of one unit, `90s`, `5m`, `250ms`. Fractions and sums of units, which Go takes, are
 * refused by the CRD of FelixConfiguration, whose pattern has a backslash too many (api felixconfig.go, `+kubebuilder:validation:Pattern`).
 *
 * @param place what the message begins with
 * @throws where the duration is no whole number of milliseconds
 */
export function goDuration(duration: Duration, place: string): string {
  let milliseconds: number;
  try {
    milliseconds = duration.toMilliseconds();
  } catch {
    throw new Error(`${place}: ${duration.toHumanString()} is too fine: durations are whole milliseconds`);
  }
  const unit = UNITS.find(([, size]) => milliseconds > 0 && milliseconds % size === 0);
  if (unit !== undefined) {
    return `${milliseconds / unit[1]}${unit[0]}`;
  }
  return milliseconds === 0 ? '0s' : `${milliseconds}ms`;
}
