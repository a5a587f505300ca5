import { DecodedEntity } from './decoded-policy';
import { judgePeerScope, judgeSelectorScope } from './selector-scope';
import { Words } from '../resource-fault';
import { Walk } from '../structural/walk';

/** A service match with something else beside it, or without a name: see `judgeEntity`. */
export function serviceWords(what: string, why: string, fix: string): Words {
  return { rule: 'resource/service-match', what, why, fix };
}

/** At the ports or notPorts of the rule's destination (`validateRule`, and the CRDs' rule). */
export function portsWithService(field: string): Words {
  return serviceWords(
    `the rule names a service and ${field}`, 'a service match takes the ports of the service\'s endpoints; Calico refuses ports beside it',
    `remove ${field}: the service's own ports are meant`);
}

/** One side of a rule by itself (`validateEntityRule`). */
export function judgeEntity(entity: DecodedEntity | null | undefined, side: 'source' | 'destination', walk: Walk): void {
  if (!entity) {
    return;
  }
  judgeSelectorScope(entity.selector, walk, [side, 'selector']);
  judgePeerScope(entity.namespaceSelector, walk, [side, 'namespaceSelector']);
  const { services } = entity;
  if (services === undefined || services === null) {
    return;
  }
  if (!services.name) {
    walk.refuse(undefined, serviceWords('the service match has no name', 'a service is matched by its name', 'give services.name'), [side, 'services']);
  }
  for (const field of besideService(entity)) {
    walk.refuse(undefined, serviceWords(
      `the rule names a service and ${field}`, 'a service match stands for the addresses behind the service; Calico refuses any other match of the same side',
      `keep one of services and ${field}; make it two rules if both are meant`), [side, 'services']);
  }
  if (side === 'destination') {
    for (const field of ['ports', 'notPorts'] as const) {
      if ((entity[field] ?? []).length > 0) {
        walk.refuse(undefined, portsWithService(field), [side, field]);
      }
    }
  }
}

function besideService(entity: DecodedEntity): string[] {
  const present: readonly (readonly [string, boolean])[] = [
    ['namespaceSelector', !!entity.namespaceSelector],
    ['selector', !!entity.selector],
    ['notSelector', !!entity.notSelector],
    ['serviceAccounts', entity.serviceAccounts !== undefined && entity.serviceAccounts !== null],
    ['nets', (entity.nets ?? []).length > 0],
    ['notNets', (entity.notNets ?? []).length > 0],
  ];
  return present.filter(([, there]) => there).map(([field]) => field);
}
