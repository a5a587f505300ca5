import { FieldPath } from '../../findings';
import { ResourceFault, ResourceLayer, Words } from '../resource-fault';

const REFUSED_BY_CALICO: readonly ResourceLayer[] = ['calico', 'datastore'];

/** An object can hold any number of faults; whoever mends them needs the first ones. A fault looks at those before it, so they are few. */
const MOST_FAULTS = 500;

/** What the walk has to know of the kind. */
export interface WalkedKind {
  /** False for a kind that an API server with the native CRDs doesn't know: `Profile`. */
  readonly apiServerKnows: boolean;
  /** False for a kind that is none of Calico's: a policy of Kubernetes. @default true */
  readonly calicoKnows?: boolean;
  /** True where what Calico's validator refuses is ignored in silence once an API server took it. */
  readonly droppedInSilence: boolean;
}

/**
 * One pass over one manifest: where it is, and what it found. Faults of one value are one fault: a value that two layers refuse
 * is said once, with both layers.
 */
export class Walk {
  public readonly faults: ResourceFault[] = [];
  /** True once a value could not be read as its type: what depends on several fields isn't judged then, as Go's decoder stops there too. */
  public unreadable = false;
  /** True once a value had another type than the schema's: the API server's rules over several fields aren't judged then. */
  public mistyped = false;
  private readonly path: (string | number)[] = [];
  private warnings = 0;

  constructor(private readonly kind: WalkedKind) {}

  public enter(step: string | number): void {
    this.path.push(step);
  }

  public leave(): void {
    this.path.pop();
  }

  /**
   * Reports the value here, or what is at `below` of it. `api` and `calico` say what either layer has against it; where both have, the
   * words are the API server's, since it is the first to see the object.
   */
  public refuse(api: Words | undefined, calico: Words | undefined, below?: FieldPath): void {
    const { apiServerKnows, calicoKnows } = this.kind;
    const alsoCalico = calico !== undefined && calicoKnows !== false;
    if (api !== undefined && apiServerKnows) {
      this.push(api, 'api-server', alsoCalico ? REFUSED_BY_CALICO : undefined, 'refused', below);
    } else if (alsoCalico && !this.joinEqual(calico, below)) {
      this.push(calico, 'calico', ['datastore'], this.calicoOutcome, below);
    }
  }

  /** Adds Calico's layers to the fault of the same rule and field that the API server has, if there is one. */
  private joinEqual(words: Words, below: FieldPath | undefined): boolean {
    const field = this.fieldAt(below);
    const isOfField = (fault: ResourceFault) => fault.rule === words.rule && fault.layer === 'api-server' && isSamePath(fault.field, field);
    const same = this.faults.findIndex((fault) => fault.what === words.what && isOfField(fault));
    const index = same >= 0 ? same : this.faults.findIndex((fault) => fault.alsoBy === undefined && isOfField(fault));
    if (index >= 0) {
      this.faults[index] = { ...this.faults[index], alsoBy: REFUSED_BY_CALICO };
    }
    return index >= 0;
  }

  /** Reports what Calico's validator refuses, though `calicoctl create` fills it in first. */
  public refuseUnlessCreated(calico: Words, below?: FieldPath): void {
    this.push(calico, 'calico', undefined, this.calicoOutcome, below);
  }

  /** Reports what only `calicoctl create` refuses. */
  public refuseCreation(words: Words, below?: FieldPath): void {
    this.push(words, 'datastore', undefined, 'refused', below);
  }

  /** Reports what calicoctl refuses, though Calico would take it once an API server did. */
  public refuseByTool(words: Words, below?: FieldPath): void {
    if (this.kind.calicoKnows !== false) {
      this.push(words, 'calico', ['datastore'], 'refused', below);
    }
  }

  /** Reports what nobody refuses, unless the field is refused for another reason. */
  public warn(words: Words, below?: FieldPath): void {
    const field = this.fieldAt(below);
    if (this.warnings < MOST_FAULTS && !this.faults.some((fault) => isSamePath(fault.field, field))) {
      this.warnings++;
      this.faults.push({ severity: 'warning', ...words, field });
    }
  }

  private get calicoOutcome(): 'refused' | 'dropped' {
    return this.kind.apiServerKnows && this.kind.droppedInSilence ? 'dropped' : 'refused';
  }

  private push(
    words: Words, layer: ResourceLayer, alsoBy: readonly ResourceLayer[] | undefined, outcome: 'refused' | 'dropped', below?: FieldPath,
  ): void {
    if (this.faults.length - this.warnings >= MOST_FAULTS) {
      return;
    }
    this.faults.push({ ...words, field: this.fieldAt(below), layer, ...(alsoBy && { alsoBy }), outcome });
  }

  private fieldAt(below: FieldPath | undefined): FieldPath {
    return below === undefined ? [...this.path] : [...this.path, ...below];
  }
}

function isSamePath(left: FieldPath, right: FieldPath): boolean {
  return left.length === right.length && left.every((step, index) => step === right[index]);
}
