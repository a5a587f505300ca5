import { Formula, FormulaSolved } from './formula';
import { PlacedEnd } from './placed-end';
import { SymbolicTraffic } from './symbolic-walk';
import { Family, readAddress } from '../../cidr';
import { Labels } from '../../selectors';
import { TCP } from '../protocols';

/* A search takes the first thing that will do: protocol 0, port 1, an account called x. What people would expect to read is tried in its place. */

const PORTS = [80, 443, 8080];
const EPHEMERAL = 40_000;

/** Addresses that stand for any outside. */
const ADDRESSES: Readonly<Record<Family, readonly string[]>> = {
  4: ['203.0.113.1', '198.51.100.1', '192.0.2.1', '8.8.8.8'], 6: ['2001:db8::1', '2001:4860:4860::8888'],
};

/** The solution with what reads best, as far as it stays one. Asks a few times whether it does, each of which grows with all formulas. */
export function tidySolution(solution: FormulaSolved, traffic: SymbolicTraffic, ends: readonly PlacedEnd[], family: Family): FormulaSolved {
  let tidied = solution;
  const take = (labels: Labels, truths: [Formula, boolean][]): boolean => {
    const next = tidied.adjust(labels, new Map(truths));
    tidied = next ?? tidied;
    return next !== undefined;
  };
  const source = traffic.sourcePort.choosing(EPHEMERAL);
  take({}, source);
  if (!PORTS.some((port) => take({}, [...traffic.protocol.choosing(TCP), ...traffic.destinationPort.choosing(port), ...source]))) {
    PORTS.some((port) => take({}, traffic.destinationPort.choosing(port)));
  }
  for (const { expected, free, valuesOf } of ends) {
    // A text that holds what it has to may begin or end as no value can.
    for (const [name, value] of Object.entries(tidied.labels)) {
      if (valuesOf(name)?.isValue(value) === false) {
        [`x${value}`, `${value}x`, `x${value}x`].some((text) => valuesOf(name)!.isValue(text) && take({ [name]: text }, []));
      }
    }
    for (const [name, values] of Object.entries(expected)) {
      values.some((value) => take({ [name]: value }, []));
    }
    ADDRESSES[family].map((text) => readAddress(text)!).some((address) => free !== undefined
      && !free.taken.some((block) => block.contains(address)) && take({}, free.bits.choosingAddress(address)));
  }
  return tidied;
}
