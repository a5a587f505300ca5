import { itemsOf, listOf, make, memberOf, objectOf, plain, propertiesOf, Snippet, struct, text, then, Writer } from './snippet';
import { selector } from './write-selector';
import { cidr, cidrs, port, ports, protocol, texts } from './write-values';
import { isObject, JsonObject } from '../core/manifests';
import { IcmpMatch } from '../values/icmp-match';
import { IpVersion } from '../values/ip-version';
import { Peer } from '../values/peer';
import { Rule } from '../values/rule';

/** How a part of a peer is said: by a factory that begins a peer with it, a method that narrows one, or both. */
interface PeerPart {
  /** The arguments of either; undefined where they can't say it. */
  readonly args: (json: unknown) => Snippet[] | undefined;
  readonly factory?: string;
  readonly method?: string;
}

function one(write: Writer): PeerPart['args'] {
  return (json) => itemsOf([json], write);
}

/** As arguments, an empty list would be no condition. */
function some(write: Writer): PeerPart['args'] {
  return (json) => Array.isArray(json) && json.length > 0 ? itemsOf(json, write) : undefined;
}

function accountNames(json: unknown): Snippet[] | undefined {
  return isObject(json) && json.selector === undefined ? some(text)(json.names) : undefined;
}

function serviceName(json: unknown): Snippet[] | undefined {
  const { name, namespace } = isObject(json) ? json : {};
  return name === undefined ? undefined : itemsOf(namespace === undefined ? [name] : [name, namespace], text);
}

/** In the order in which they are said. */
const PEER_PARTS: Readonly<Record<string, PeerPart>> = {
  selector: { args: one(selector), factory: 'of' },
  nets: { args: some(cidr), factory: 'nets' },
  serviceAccounts: { args: accountNames, factory: 'serviceAccounts' },
  services: { args: serviceName, factory: 'service' },
  namespaceSelector: { args: one(selector), factory: 'namespaces', method: 'inNamespaces' },
  ports: { args: some(port), factory: 'ports', method: 'onPorts' },
  notSelector: { args: one(selector), method: 'except' },
  notNets: { args: some(cidr), method: 'exceptNets' },
  notPorts: { args: some(port), method: 'exceptPorts' },
};

/** One end of a rule. */
const peer: Writer = (json) => isObject(json) ? chainedPeer(json) ?? listedPeer(json) : undefined;

/** `Peer.of(…).onPorts(…)`; undefined where there is no such way to say it. */
function chainedPeer(json: JsonObject): Snippet | undefined {
  const rest = new Set(Object.keys(json));
  let said: Snippet | undefined;
  for (const [field, { args, factory, method }] of Object.entries(PEER_PARTS)) {
    if (rest.delete(field)) {
      const given = args(json[field]);
      const verb = said === undefined ? factory : method;
      if (verb === undefined || given === undefined) {
        return undefined;
      }
      said = said === undefined ? make(Peer, verb, given) : then(said, verb, given);
    }
  }
  return rest.size === 0 ? said : undefined;
}

/** `Peer.where({ … })`. */
function listedPeer({ serviceAccounts = {}, ...fields }: JsonObject): Snippet | undefined {
  const properties = propertiesOf(fields, {
    selector: ['selector', selector],
    notSelector: ['notSelector', selector],
    namespaceSelector: ['namespaceSelector', selector],
    nets: ['nets', cidrs],
    notNets: ['notNets', cidrs],
    ports: ['ports', ports],
    notPorts: ['notPorts', ports],
    services: ['service', struct({ name: ['name', text], namespace: ['namespace', text] }, ['name'])],
  });
  const accounts = isObject(serviceAccounts) ? propertiesOf(serviceAccounts, {
    names: ['serviceAccountNames', texts],
    selector: ['serviceAccountSelector', selector],
  }) : undefined;
  return properties && accounts && make(Peer, 'where', [objectOf(new Map([...properties, ...accounts]))]);
}

const icmp: Writer = (json) => {
  const { type, code } = isObject(json) ? json : {};
  return type === undefined ? undefined : make(IcmpMatch, 'ofType', [type, ...(code === undefined ? [] : [code])].map(plain));
};

const annotations: Writer = (json) => isObject(json) && Object.keys(json).join() === 'annotations' ? plain(json.annotations) : undefined;

const FACTORIES: Readonly<Record<string, string>> = { Allow: 'allow', Deny: 'deny', Log: 'log', Pass: 'pass' };

/** A rule of a policy. */
export const rule: Writer = (json) => {
  const { action, ...match } = isObject(json) ? json : {};
  const properties = propertiesOf(match, {
    ipVersion: ['ipVersion', memberOf('IpVersion', IpVersion)],
    protocol: ['protocol', protocol],
    notProtocol: ['notProtocol', protocol],
    icmp: ['icmp', icmp],
    notICMP: ['notIcmp', icmp],
    source: ['source', peer],
    destination: ['destination', peer],
    http: ['http', plain],
    metadata: ['annotations', annotations],
  });
  if (properties === undefined || typeof action !== 'string' || !Object.hasOwn(FACTORIES, action)) {
    return undefined;
  }
  return make(Rule, FACTORIES[action], properties.size === 0 ? [] : [objectOf(properties)]);
};

export const rules = listOf(rule);
