import { selectorWords } from './selector-syntax';
import { isNet } from '../../cidr';
import { FieldPath } from '../../findings';
import { isObject, JsonObject } from '../../manifests';
import { faultOfLabelKey, faultOfLabelValue } from '../../selectors';
import { goSyntaxFault } from '../go/regexp-syntax';
import { judgeKubernetesSpec } from '../kubernetes/network-policy';
import { isDnsSubdomain } from '../metadata/kubernetes-names';
import { printAllowed, printValue } from '../printed-value';
import { Words } from '../resource-fault';
import { Walk } from '../structural/walk';

const RULE = 'resource/unchecked';

function uncheckedWords(what: string, why: string, fix: string): Words {
  return { rule: RULE, severity: 'warning', what, why, fix };
}

/** Warns of what all layers take without a look though it can't work. Sees the object as decoded. Grows with its size. */
export function warnOfUnchecked(kind: string, object: JsonObject, walk: Walk): void {
  const spec = isObject(object.spec) ? object.spec : {};
  walk.enter('spec');
  switch (kind) {
    case 'KubeControllersConfiguration': warnOfTemplates(spec, walk); break;
    case 'FelixConfiguration': warnOfFelix(spec, walk); break;
    case 'NetworkPolicy': case 'StagedNetworkPolicy': case 'GlobalNetworkPolicy': case 'StagedGlobalNetworkPolicy': case 'Profile':
      warnOfServiceAccounts(spec, walk);
      break;
    case 'StagedKubernetesNetworkPolicy': warnOfStagedSpec(spec, walk); break;
    default:
  }
  walk.leave();
}

/** What the API server would refuse in the policy of Kubernetes that is staged here. The CRD says little of it, and Calico looks at ports alone. */
function warnOfStagedSpec(spec: JsonObject, walk: Walk): void {
  const enforced = new Walk({ apiServerKnows: true, calicoKnows: false, droppedInSilence: false });
  judgeKubernetesSpec(spec, enforced);
  for (const fault of enforced.faults) {
    walk.warn(uncheckedWords(fault.what, `${fault.why}; staged, nobody looks at it, but the policy can't be enforced`, fault.fix), fault.field);
  }
}

/** A selector that Calico stores unread. A fault of it keeps the id of its cause in the words only: the object is taken. */
function warnOfSelector(text: unknown, field: FieldPath, walk: Walk): void {
  const words = typeof text === 'string' ? selectorWords(text) : undefined;
  if (words !== undefined) {
    walk.warn({ ...words, ...uncheckedWords(words.what, `${words.why}; Calico stores it unread, so no node is selected`, words.fix) }, field);
  }
}

function warnOfTemplates(spec: JsonObject, walk: Walk): void {
  let templates: unknown = spec;
  const place = ['controllers', 'node', 'hostEndpoint', 'templates'];
  for (const step of place) {
    templates = isObject(templates) ? templates[step] : undefined;
  }
  for (const [index, template] of (Array.isArray(templates) ? templates as JsonObject[] : []).entries()) {
    const here = [...place, index];
    warnOfSelector(template.nodeSelector, [...here, 'nodeSelector'], walk);
    const generateName = template.generateName;
    if (typeof generateName === 'string' && generateName !== '' && !isDnsSubdomain(generateName)) {
      walk.warn(uncheckedWords(
        `no host endpoint can have a name that starts with ${printValue(generateName)}`, 'names take lower-case letters, digits, "-" and ".": no host endpoint is created',
        'give lower-case letters'), [...here, 'generateName']);
    }
    for (const [position, net] of listOf(template.interfaceCIDRs).entries()) {
      if (typeof net === 'string' && (net === '' || !isNet(net))) {
        walk.warn(uncheckedWords(`${printValue(net)} is not a network`, 'no interface has an address in it', 'give networks such as 10.0.0.0/16'), [...here, 'interfaceCIDRs', position]);
      }
    }
    const fault = typeof template.interfacePattern === 'string' ? goSyntaxFault(template.interfacePattern) : undefined;
    if (fault !== undefined) {
      walk.warn(uncheckedWords(
        `${printValue(template.interfacePattern)} is no regular expression: ${fault}`, 'no interface can match it', 'correct the expression'), [...here, 'interfacePattern']);
    }
    for (const [key, value] of Object.entries(isObject(template.labels) ? template.labels : {})) {
      const labelFault = faultOfLabelKey(key) ?? faultOfLabelValue(String(value));
      if (labelFault !== undefined) {
        walk.warn(uncheckedWords(
          `the label ${printValue(key)}: ${printValue(value)} can't be: ${labelFault}`, 'the host endpoints that have it can\'t be created', 'change the label'), [...here, 'labels', key]);
      }
    }
  }
}

const FAILSAFE_PROTOCOLS = ['TCP', 'UDP', 'SCTP'];

function warnOfFelix(spec: JsonObject, walk: Walk): void {
  warnOfSelector(spec.nodeSelector, ['nodeSelector'], walk);
  for (const list of ['failsafeInboundHostPorts', 'failsafeOutboundHostPorts']) {
    for (const [index, port] of listOf(spec[list]).entries()) {
      const { protocol, net, port: number } = port as JsonObject;
      if (typeof protocol === 'string' && protocol !== '' && !FAILSAFE_PROTOCOLS.includes(protocol.toUpperCase())) {
        walk.warn(uncheckedWords(
          `${printValue(protocol)} has no ports`, 'Felix can\'t read the list, and falls back to its default ports', `give ${printAllowed(FAILSAFE_PROTOCOLS)}`), [list, index, 'protocol']);
      }
      if (number === 0) {
        walk.warn(uncheckedWords('port 0 is no port', 'it keeps no traffic open', 'give a number from 1 to 65535'), [list, index, 'port']);
      }
      if (typeof net === 'string' && net !== '' && !isNet(net)) {
        walk.warn(uncheckedWords(`${printValue(net)} is not a network`, 'Felix can\'t read the list, and falls back to its default ports', 'give a network such as 10.0.0.0/16'), [list, index, 'net']);
      }
    }
  }
}

/** Names of service accounts in rules: Calico compares them with labels, so a name that can't be matches nothing. */
function warnOfServiceAccounts(spec: JsonObject, walk: Walk): void {
  for (const direction of ['ingress', 'egress']) {
    for (const [index, rule] of listOf(spec[direction]).entries()) {
      for (const side of ['source', 'destination']) {
        const entity = (rule as JsonObject)[side];
        const accounts = isObject(entity) ? entity.serviceAccounts : undefined;
        for (const [position, account] of listOf(isObject(accounts) ? accounts.names : undefined).entries()) {
          if (typeof account === 'string' && !isDnsSubdomain(account)) {
            walk.warn(uncheckedWords(
              `no service account can be named ${printValue(account)}`, 'names take lower-case letters, digits, "-" and "."; this one matches nothing', 'give the name of the service account'),
            [direction, index, side, 'serviceAccounts', 'names', position]);
          }
        }
      }
    }
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
