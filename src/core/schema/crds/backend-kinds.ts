import { calicoKinds } from '../kinds.generated';
import { KindSchema, StructuralSchema } from '../structural-schema';

/**
 * The kinds of `crd.projectcalico.org/v1`, in which Calico's own API server and calicoctl store resources where there are no native CRDs.
 * They are the kinds of `projectcalico.org/v3` but for the differences listed here, which Calico's generated CRDs show
 * (libcalico-go/config/crd against api/config/crd): no short names, columns or selectable fields; `metadata` and `spec` required
 * in Tier only; and in a few kinds another field or two.
 */
export function backendKinds(): readonly KindSchema[] {
  return calicoKinds().map((kind) => {
    const { required, ...schema } = kind.schema;
    const { names, root = {}, spec } = DIFFERENCES[kind.kind] ?? {};
    const properties = { ...schema.properties, ...(spec && { spec: withFields(schema.properties!.spec, spec) }) };
    return {
      ...kind,
      ...names,
      group: 'crd.projectcalico.org',
      version: 'v1',
      shortNames: [],
      printerColumns: [],
      selectableFields: [],
      statusSubresource: kind.kind === 'KubeControllersConfiguration',
      schema: { ...schema, ...root, properties: STATUS_BY_CONTROLLER.has(kind.kind) ? withoutStatus(properties) : properties },
    };
  });
}

/** What differs in one kind. */
interface Difference {
  readonly names?: Pick<KindSchema, 'kind' | 'plural' | 'singular'>;
  /** Keywords of the whole schema. */
  readonly root?: Partial<StructuralSchema>;
  /** Fields of the spec. */
  readonly spec?: Readonly<Record<string, StructuralSchema>>;
}

const DIFFERENCES: Readonly<Record<string, Difference>> = {
  BlockAffinity: {
    spec: { cidr: { type: 'string' }, deleted: { type: 'string' }, state: { type: 'string' } },
  },
  IPAMBlock: {
    spec: { affinity: { type: 'string' }, cidr: { type: 'string' } },
  },
  IPAMConfiguration: {
    names: { kind: 'IPAMConfig', plural: 'ipamconfigs', singular: 'ipamconfig' },
    spec: {
      autoAllocateBlocks: { type: 'boolean' },
      maxBlocksPerHost: { type: 'integer', minimum: 0, maximum: 2147483647 },
      strictAffinity: { type: 'boolean' },
    },
  },
  Tier: {
    root: {
      required: ['metadata', 'spec'],
      validations: [
        {
          rule: "self.metadata.name == 'kube-admin' ? self.spec.defaultAction == 'Pass' : true",
          message: "The 'kube-admin' tier must have default action 'Pass'",
        },
        {
          rule: "self.metadata.name == 'kube-baseline' ? self.spec.defaultAction == 'Pass' : true",
          message: "The 'kube-baseline' tier must have default action 'Pass'",
        },
        {
          rule: "self.metadata.name == 'default' ? self.spec.defaultAction == 'Deny' : true",
          message: "The 'default' tier must have default action 'Deny'",
        },
      ],
    },
  },
};

/** Kinds whose `status` only the native form has: a controller of it writes there. */
const STATUS_BY_CONTROLLER = new Set(['IPPool', 'Tier']);

function withFields(spec: StructuralSchema, fields: Readonly<Record<string, StructuralSchema>>): StructuralSchema {
  return { ...spec, properties: { ...spec.properties, ...fields } };
}

function withoutStatus({ status, ...properties }: Readonly<Record<string, StructuralSchema>>): Readonly<Record<string, StructuralSchema>> {
  return properties;
}
