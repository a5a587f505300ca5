const GROUP = 'operator.tigera.io';
const OPEN = { 'type': 'object', 'x-kubernetes-preserve-unknown-fields': true };

/**
 * Kinds that the operator watches, and doesn't start without, but that an install doesn't write: what it tells of its components, and the settings of
 * parts that have to be asked for. They are open: whoever writes one takes its schema from the operator.
 */
export const FURTHER_CRDS: readonly unknown[] = [
  definition('TigeraStatus', 'tigerastatuses', ['Available', 'Progressing', 'Degraded'].map((type) => column(type, `.status.conditions[?(@.type=='${type}')].status`))),
  definition('GatewayAPI', 'gatewayapis'),
  definition('Istio', 'istios'),
  definition('ManagementClusterConnection', 'managementclusterconnections'),
];

function definition(kind: string, plural: string, additionalPrinterColumns?: object[]): object {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${GROUP}` },
    spec: {
      group: GROUP,
      scope: 'Cluster',
      names: { kind, listKind: `${kind}List`, plural, singular: kind.toLowerCase() },
      versions: [{
        name: 'v1',
        served: true,
        storage: true,
        ...(additionalPrinterColumns && { additionalPrinterColumns }),
        subresources: { status: {} },
        schema: { openAPIV3Schema: { type: 'object', properties: { spec: OPEN, status: OPEN } } },
      }],
    },
  };
}

function column(name: string, jsonPath: string): object {
  return { name, jsonPath, type: 'string' };
}
