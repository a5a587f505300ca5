import { Port } from './port';

/**
 * The number of a port where the field takes one number: no range, no name.
 *
 * @param place what the message begins with
 * @throws where the port is a range or a name, or 0 (`Port.NONE`) and the field can't be switched off by it
 */
export function portNumber(port: Port, place: string, canBeNone = false): number {
  const number = port._toManifest();
  if (typeof number === 'string') {
    const kind = number.includes(':') ? 'range' : 'name';
    throw new Error(`${place}: ${JSON.stringify(number)} is the ${kind} of a port, and here goes one port by its number, such as Port.of(8080)`);
  }
  if (number === 0 && !canBeNone) {
    throw new Error(`${place}: Port.NONE is no port to use here: it is for servers that can be switched off by it; give one such as Port.of(8080)`);
  }
  return number;
}
