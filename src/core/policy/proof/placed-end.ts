import { Bits } from './bits';
import { Formula, FormulaSolved } from './formula';
import { Values } from './label-values';
import { PodNames } from './pod-labels';
import { PodQuestion, ProofEnd, WitnessEnd } from './question';
import { Scope } from './scope';
import { selectorFormula } from './selector-formula';
import { KnownEnd, OutsideEnd, PodEnd, PodVariables, SymbolicEnd } from './symbolic-end';
import { minimalBlocks, Prefix } from '../../cidr';
import { hasNode, parseStrictly, SelectorNode } from '../../selectors';
import { addressOfKey } from '../address-key';
import { everywhere } from '../end';
import { Endpoint, endpointTitle } from '../endpoint';
import { peerSelector } from '../peer-selector';
import { PolicyModel } from '../policy-model';
import { NAMESPACE_PREFIX, SERVICE_ACCOUNT_PREFIX } from '../reserved-labels';

/** An end of a question, as variables in every model that is asked. */
export interface PlacedEnd {
  /** One for each model. */
  readonly ends: readonly SymbolicEnd[];
  /** What has to hold for the end to be meant. */
  readonly demands: readonly Formula[];
  /** Bits that are to be chosen, and blocks that they can't lie in: addresses that endpoints have. */
  readonly free: { readonly bits: Bits; readonly taken: readonly Prefix[] } | undefined;
  /** What a variable for a label can be; undefined where it is none of this end. */
  readonly valuesOf: (variable: string) => Values | undefined;
  /** Variables for labels, with what people would expect of a witness. */
  readonly expected: Readonly<Record<string, readonly string[]>>;
  readonly witness: (solution: FormulaSolved) => WitnessEnd;
}

/** Why a question can't be put. */
export class ProofFault extends Error {}

/** @throws ProofFault where a selector is invalid, or an endpoint has no address of the family */
export function placeEnd(end: ProofEnd, id: string, scopes: readonly Scope[]): PlacedEnd {
  return end.kind === 'pod' ? placePod(end, id, scopes) : end.kind === 'outside' ? placeOutside(end, scopes) : placeEndpoint(end, id, scopes);
}

const NOTHING = { namespace: undefined, serviceAccount: undefined, labels: {}, namespaceLabels: {}, serviceAccountLabels: {}, portNames: [] };

function placeOutside({ blocks, except = [] }: Extract<ProofEnd, { kind: 'outside' }>, scopes: readonly Scope[]): PlacedEnd {
  const { formulas, family } = scopes[0];
  const bits = Bits.anyAddress(formulas, family);
  const isIn = (list: readonly Prefix[]): Formula => formulas.any(list.filter((block) => block.family === family).map((block) => bits.isIn(block)));
  return {
    ends: scopes.map((scope) => new OutsideEnd(scope, bits)),
    demands: [...(blocks ? [isIn(blocks)] : []), -isIn(except)],
    free: { bits, taken: takenAddresses(scopes, true) },
    valuesOf: () => undefined,
    expected: {},
    witness: (solution) => ({ ...NOTHING, kind: 'outside', endpoint: undefined, address: bits.addressIn(solution) }),
  };
}

function takenAddresses(scopes: readonly Scope[], withNodes: boolean): Prefix[] {
  return minimalBlocks(scopes.flatMap(({ model, family }) => [
    ...model.endpoints.flatMap(({ addresses }) => addresses),
    ...(withNodes && model.hostEndpoints.length > 0 ? [...model.hosts.nodesByAddress.keys()].map(addressOfKey) : []),
  ].filter((address) => address.family === family)));
}

function placePod(question: PodQuestion, id: string, scopes: readonly Scope[]): PlacedEnd {
  const { formulas, family } = scopes[0];
  const { namespace } = question;
  const names = new PodNames(id);
  const bits = Bits.anyAddress(formulas, family);
  const blocks = question.blocks?.filter((block) => block.family === family);
  const variables: PodVariables = {
    id,
    names,
    namespace,
    address: { bits, unknown: blocks ? undefined : 'no address is known of a pod that may be created: it is taken to lie in no block that a rule or network set names' },
    ports: new Map(),
  };
  const ends = scopes.map((scope) => new PodEnd(scope, variables));
  const selectors = [subjectOf(question), ...(question.except ?? []).map((one) => `!(${one})`)].filter((text) => text !== '').map(parsed);
  return {
    ends,
    demands: [
      ...(namespace === undefined ? [formulas.term(hasNode(names.namespace))] : []),
      formulas.term(hasNode(names.account)),
      ...(blocks ? [formulas.any(blocks.map((block) => bits.isIn(block)))] : []),
      ...selectors.flatMap((ast) => ends.map((end) => selectorFormula(ast, formulas, (term) => end.labels.ofTerm(term)))),
    ],
    free: blocks && { bits, taken: takenAddresses(scopes, false) },
    valuesOf: (variable) => names.valuesOf(variable),
    expected: {
      ...(namespace === undefined && { [names.namespace]: ['any-other'] }),
      [names.account]: ['default', ...knownAccounts(scopes[0], namespace)],
    },
    witness: (solution) => podWitness(solution, variables, blocks !== undefined, scopes[0]),
  };
}

/** A few, as each costs a look at everything. */
const FEW_ACCOUNTS = 4;

function knownAccounts({ inherited: { accounts } }: Scope, namespace: string | undefined): string[] {
  const names = [...accounts].flatMap(([where, known]) => (namespace === undefined || where === namespace ? [...known.keys()] : []));
  return [...new Set(names)].filter((name) => name !== 'default').slice(0, FEW_ACCOUNTS);
}

function subjectOf({ namespaceSelector, selector, serviceAccountSelector }: PodQuestion): string {
  return peerSelector({
    ...(namespaceSelector !== undefined && { namespaceSelector }),
    ...(selector !== undefined && { selector }),
    ...(serviceAccountSelector !== undefined && { serviceAccounts: { selector: serviceAccountSelector } }),
  }, undefined);
}

function parsed(text: string): SelectorNode {
  const result = parseStrictly(text);
  if (!result.ok) {
    throw new ProofFault(`the selector ${JSON.stringify(text)} is invalid: ${result.fault.what}`);
  }
  return result.ast;
}

/** Labels of what is declared are as they are, whatever the search chose for others. */
function podWitness(solution: FormulaSolved, variables: PodVariables, hasAddress: boolean, { inherited }: Scope): WitnessEnd {
  const { names, address, ports } = variables;
  const { namespaces, accounts } = inherited;
  const namespace = variables.namespace ?? solution.labels[names.namespace];
  const account = solution.labels[names.account];
  return {
    kind: 'pod',
    endpoint: undefined,
    namespace,
    serviceAccount: account,
    labels: names.labelsIn(solution.labels, 'own'),
    namespaceLabels: namespaces.has(namespace) ? {} : names.labelsIn(solution.labels, 'inherited', NAMESPACE_PREFIX),
    serviceAccountLabels: accounts.get(namespace)?.has(account)
      ? {}
      : names.labelsIn(solution.labels, 'inherited', SERVICE_ACCOUNT_PREFIX),
    portNames: [...ports].filter(([, formula]) => solution.holds(formula)).map(([name]) => name).sort(),
    address: hasAddress ? address.bits.addressIn(solution) : undefined,
  };
}

function placeEndpoint({ endpoint }: Extract<ProofEnd, { kind: 'endpoint' }>, id: string, scopes: readonly Scope[]): PlacedEnd {
  const { formulas, family } = scopes[0];
  const own = scopes.map(({ model }) => ownEndpoint(model, endpoint));
  const ends = scopes.map(({ model }, index) => model.endOf(own[index], family));
  const title = endpointTitle(endpoint);
  if (endpoint.class.kind !== 'workload') {
    throw new ProofFault(`${title} is a host endpoint: questions are asked of pods and workloads`);
  }
  const shared = Bits.anyAddress(formulas, family);
  return {
    ends: ends.map((end, index) => {
      if (!end) {
        throw new ProofFault(`${title} has no IPv${family} address`);
      }
      const address = end.block.equals(everywhere(family))
        ? { bits: shared, unknown: `no address is known of ${title}: it is taken to lie in no block that a rule or network set names` }
        : { bits: Bits.address(formulas, end.block), unknown: undefined };
      return new KnownEnd(scopes[index], end, `${id} ${title}`, title, address);
    }),
    demands: [],
    free: undefined,
    valuesOf: () => undefined,
    expected: {},
    witness: () => ({
      ...NOTHING, kind: 'endpoint', endpoint, namespace: endpoint.namespace, address: endpoint.addresses.find((address) => address.family === family),
    }),
  };
}

/** The endpoint of the same kind and name in another model; in its own, itself. */
export function ownEndpoint(model: PolicyModel, endpoint: Endpoint): Endpoint {
  const { kind, namespace, name } = endpoint;
  const found = model.endpointsNamed(namespace, name).filter((one) => one.kind === kind);
  if (found.length === 0) {
    throw new ProofFault(`there is no ${endpointTitle(endpoint)} in one of the models`);
  }
  return found.find((one) => one === endpoint) ?? found[0];
}
