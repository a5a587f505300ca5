import { Flow } from '../../../model/flow';
import { HttpPath } from '../../../values/http-match';
import { Selector } from '../../../values/selector';
import { Ends, flowsBetween, ProbeScene } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { samplesOf } from '../../traffic';
import { AppPortsProps } from '../app-template-props';
import { notPods, outsideAsPods } from '../ingress-probes';

interface Options extends AppPortsProps {
  readonly methods: readonly string[];
  readonly paths?: readonly HttpPath[];
  readonly clients?: Selector;
}

/** Requests by each method and path, by other methods and paths, at other ports, and by others than the clients. */
export function httpRequestsProbes(props: Options): ProbeSet[] {
  const { namespace, app, methods, paths, clients } = props;
  const { meant, others: otherTraffic, named } = samplesOf(props);
  const scene = new ProbeScene();
  const apps = scene.podsOf(namespace, 'app', app, { ports: named });
  const callers: Ends = clients
    ? clientsAndOutside(scene, namespace, clients)
    : { meant: [scene.pod(namespace, 'client'), scene.pod(`${namespace}-other`, 'client'), ...notPods(scene, namespace)], others: [] };
  const otherMethods = ['DELETE', 'POST', 'GET', 'OPTIONS'].filter((method) => !methods.includes(method));
  const someMethod = methods.includes('*') ? 'GET' : methods[0];
  const somePath = paths ? pathOf(paths[0]) : '/';
  const otherPaths = paths ? ['/', ...paths.flatMap(nearPaths)].filter((path) => !isMeant(paths, path)) : [];
  const ask = (httpMethod: string, httpPath: string): Partial<Flow> => ({ ...meant[0], httpMethod, httpPath });
  return [{
    name: 'requests of a connection, where application layer policy is on',
    cluster: scene.cluster,
    mustAllow: [
      ...methods.flatMap((method) => flowsBetween(callers.meant, apps.meant, ask(method === '*' ? 'PATCH' : method, somePath))),
      ...(paths ?? []).flatMap((path) => flowsBetween(callers.meant.slice(0, 1), apps.meant, ask(someMethod, pathOf(path)))),
      ...flowsBetween(callers.meant.slice(0, 1), apps.others, ask('DELETE', '/')),
    ],
    mustDeny: [
      ...methods.includes('*') ? [] : otherMethods.flatMap((method) => flowsBetween(callers.meant.slice(0, 1), apps.meant, ask(method, somePath))),
      ...otherPaths.flatMap((path) => flowsBetween(callers.meant.slice(0, 1), apps.meant, ask(someMethod, path))),
      ...otherTraffic.flatMap((traffic) => flowsBetween(callers.meant.slice(0, 1), apps.meant, { ...ask(someMethod, somePath), ...traffic })),
      ...flowsBetween(callers.others, apps.meant, ask(someMethod, somePath)),
    ],
  }];
}

/** Clients and their look-alikes, the outside among them, by a network set with their labels. */
function clientsAndOutside(scene: ProbeScene, namespace: string, clients: Selector): Ends {
  outsideAsPods(scene, namespace, clients);
  const { meant, others } = scene.podsOf(namespace, 'client', clients);
  return { meant, others: [...others, ...notPods(scene, namespace)] };
}

/** A prefix ends where a part of the path does. */
function stem(prefix: string): string {
  return prefix.endsWith('/') ? prefix.slice(0, -1) : prefix;
}

function pathOf({ exact, prefix = '/' }: HttpPath): string {
  return exact ?? `${stem(prefix)}/probe`;
}

/** Paths that nearly start with what is allowed, or leave it again. */
function nearPaths({ exact, prefix = '/' }: HttpPath): string[] {
  return exact === undefined ? [`/x${stem(prefix)}`, `${stem(prefix)}-x`, `${stem(prefix)}/%2e%2e/secret`] : [`${exact}-x`, `${exact}/../secret`];
}

function isMeant(paths: readonly HttpPath[], path: string): boolean {
  return paths.some(({ exact, prefix }) =>
    exact === path || prefix === '/' || (prefix !== undefined && !path.endsWith('/secret') && `${path}/`.startsWith(`${stem(prefix)}/`)));
}
