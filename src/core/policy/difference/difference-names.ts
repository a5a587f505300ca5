import { JointClass } from './joint-classes';
import { UNDECLARED } from './undeclared-pods';
import { addToList } from '../../add-to-list';
import { EndNames, ListedEnds } from '../connectivity';
import { Endpoint } from '../endpoint';
import { compareText } from '../policy';

/** Namespaces that a name lists. */
const MOST_NAMED = 3;

/** Names ends: what is declared as connectivity does, then other pods, by namespace where all other kinds of its pods are meant. */
export class DifferenceNames {
  /** Whether pods were left out of something that isn't sure. */
  public hasLeftOut = false;
  private readonly names: EndNames;
  private readonly declared: readonly JointClass[];
  private readonly kindsIn = new Map<string, number>();
  private readonly known = new Map<string, ListedEnds>();

  constructor(classes: readonly JointClass[]) {
    this.declared = classes.map((one) => ({ ...one, endpoints: one.endpoints.filter((endpoint) => !isUndeclared(endpoint)) }));
    this.names = new EndNames(this.declared);
    classes.flatMap(undeclaredOf).forEach(({ namespace }) => this.kindsIn.set(namespace!, (this.kindsIn.get(namespace!) ?? 0) + 1));
  }

  /** Of what isn't sure, pods that no manifest declares are left out. */
  public of(classes: readonly JointClass[], isCertain: boolean): ListedEnds {
    const ends = this.names.of(classes.map(({ id }) => this.declared[id]));
    if (!isCertain) {
      this.hasLeftOut = this.hasLeftOut || classes.some((one) => undeclaredOf(one).length > 0);
      return ends;
    }
    const key = classes.map(({ id }) => id).join();
    let named = this.known.get(key);
    if (!named) {
      named = { ...ends, workloads: [...ends.workloads, ...this.undeclared(classes.flatMap(undeclaredOf))] };
      this.known.set(key, named);
    }
    return named;
  }

  private undeclared(pods: readonly Endpoint[]): string[] {
    const byNamespace = groups(pods, ({ namespace }) => namespace!);
    const isWhole = ([namespace, { length }]: [string, readonly Endpoint[]]): boolean => length === this.kindsIn.get(namespace);
    const whole = [...byNamespace].filter(isWhole).map(([namespace]) => namespace);
    if (whole.length === this.kindsIn.size && whole.length > 1) {
      return [UNDECLARED];
    }
    const others = groups([...byNamespace].filter((group) => !isWhole(group)).flatMap(([, list]) => list), ({ name }) => name);
    return [
      ...(whole.length > 0 ? [`${UNDECLARED} in ${listed(whole)}`] : []),
      ...[...others].map(([name, list]) => `${UNDECLARED} in ${listed(list.map(({ namespace }) => namespace!))}, such as one${name}`).sort(compareText),
    ];
  }
}

function undeclaredOf({ endpoints }: JointClass): readonly Endpoint[] {
  return endpoints.filter(isUndeclared);
}

function isUndeclared({ kind }: Endpoint): boolean {
  return kind === UNDECLARED;
}

function listed(namespaces: readonly string[]): string {
  const sorted = [...namespaces].sort(compareText);
  const more = sorted.length - MOST_NAMED;
  return more > 0 ? `${sorted.slice(0, MOST_NAMED).join(', ')} and ${more} more namespaces` : sorted.join(', ');
}

function groups(pods: readonly Endpoint[], keyOf: (pod: Endpoint) => string): Map<string, Endpoint[]> {
  const found = new Map<string, Endpoint[]>();
  for (const pod of pods) {
    const key = keyOf(pod);
    addToList(found, key, pod);
  }
  return found;
}
