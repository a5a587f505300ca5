import { Endpoint, EndpointClass, SelectionIndex, YES } from '../../../policy';
import { CompiledSelector } from '../../../policy/label-view';

/** The selectors that each of the classes matches, or may. Growth: the classes' labels, and the selectors filed under them. */
export function* selections(
  classes: Iterable<EndpointClass>, selectors: Iterable<CompiledSelector>,
): Iterable<{ readonly class: EndpointClass; readonly selector: CompiledSelector; readonly isSure: boolean }> {
  const index = new SelectionIndex([...selectors], (selector) => selector);
  for (const one of classes) {
    for (const { entry, match } of index.select(one.view)) {
      yield { class: one, selector: entry, isSure: match === YES };
    }
  }
}

/** One endpoint of each class: the first of its manifests. */
export function exampleByClass(endpoints: readonly Endpoint[]): Map<EndpointClass, Endpoint> {
  const examples = new Map<EndpointClass, Endpoint>();
  for (const endpoint of endpoints) {
    if (!examples.has(endpoint.class)) {
      examples.set(endpoint.class, endpoint);
    }
  }
  return examples;
}
