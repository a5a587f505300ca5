import { printFieldPath } from '../../../src/core/findings';
import { JsonObject, Manifest } from '../../../src/core/manifests';
import { layersOf, ResourceFault, validateResource } from '../../../src/core/schema';

/** A fault as the tables write it: the field and the layers as text, everything else as it is. */
export interface WrittenFault {
  readonly at: string;
  readonly by: string;
  readonly rule: string;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  readonly outcome?: string;
  readonly severity?: string;
  readonly corrected?: string;
  /** The part of the value that is meant. */
  readonly part?: string;
}

/** One manifest and all of its faults. */
export interface FaultCase {
  readonly title: string;
  readonly object: JsonObject;
  readonly faults: readonly WrittenFault[];
}

/** A manifest of projectcalico.org/v3. */
export function resource(kind: string, spec: unknown, metadata: object = { name: 'a' }): JsonObject {
  return { apiVersion: 'projectcalico.org/v3', kind, metadata, spec };
}

/** A policy of Kubernetes. */
export function kubernetesPolicy(spec: unknown, metadata: object = { name: 'a' }): JsonObject {
  return { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata, spec };
}

export function writtenFault(fault: ResourceFault): WrittenFault {
  const { field, layer, alsoBy, span, ...words } = fault;
  void layer;
  void alsoBy;
  return {
    at: printFieldPath(field),
    by: layersOf(fault).join(' '),
    ...words,
    ...(span && { part: span.text.slice(span.start, span.end) }),
  };
}

/** Runs a table: each manifest has exactly the faults that the table says. */
export function describeFaults(subject: string, cases: readonly FaultCase[]): void {
  describe(subject, () => {
    test.each(cases)('$title', ({ object, faults }) => {
      expect(validateResource(new Manifest(object)).map(writtenFault)).toEqual(faults);
    });
  });
}
