import { Port } from '../values/port';

/** A number that a port of a rule matches. @throws where it is the name of a port: its number is up to each pod */
export function portOf(port: Port): number {
  const [first] = port.toString().split(':');
  if (!/^\d+$/.test(first)) {
    throw new Error(`port ${JSON.stringify(first)} is a name: give its number, so that it can be tried`);
  }
  return Number(first);
}
