import { Selector } from '../values/selector';

const IN_NO_NAMESPACE = Selector.label('projectcalico.org/namespace').absent();

/** Host endpoints with matching labels, or all: pods are in a namespace, whatever labels they give themselves. */
export function hostEndpointsWith(hosts?: Selector): Selector {
  return hosts ? IN_NO_NAMESPACE.and(hosts) : IN_NO_NAMESPACE;
}
