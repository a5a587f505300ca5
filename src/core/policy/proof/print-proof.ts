import { FlowWitness, Proof, WitnessEnd } from './question';
import { escapeForDisplay } from '../../findings';
import { endpointTitle } from '../endpoint';
import { packetTitle } from '../resolve-flow';

/** Such as `a pod in namespace shop with labels app=web`, or an address. */
export function witnessEndTitle(end: WitnessEnd): string {
  const { kind, endpoint, namespace, serviceAccount, labels, namespaceLabels, serviceAccountLabels, portNames, address } = end;
  if (kind !== 'pod') {
    return endpoint ? endpointTitle(endpoint) : `${address!.toAddress()} outside`;
  }
  return [
    `a pod in namespace ${namespace}${withLabels(namespaceLabels)}`,
    ...(serviceAccount === 'default' && Object.keys(serviceAccountLabels).length === 0 ? [] : [`of service account ${serviceAccount}${withLabels(serviceAccountLabels)}`]),
    Object.keys(labels).length > 0 ? `with labels ${labelTexts(labels)}` : 'without labels',
    ...(portNames.length > 0 ? [`whose port is named ${portNames.join(' and ')}`] : []),
    ...(address ? [`at ${address.toAddress()}`] : []),
  ].join(' ');
}

function withLabels(labels: Readonly<Record<string, string>>): string {
  return Object.keys(labels).length > 0 ? ` (which has labels ${labelTexts(labels)})` : '';
}

function labelTexts(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels).map(([name, value]) => `${name}=${value}`).sort().join(', ');
}

/** Such as `a pod in namespace shop without labels -> Pod shop/api  TCP 80`. */
export function witnessTitle({ source, destination, packets: [packet] }: FlowWitness): string {
  return `${witnessEndTitle(source)} -> ${witnessEndTitle(destination)}  ${packetTitle(packet)}`;
}

/** The answer as people read it. Nothing in it can move the cursor. */
export function printProof(proof: Proof): string {
  if (proof.answer === 'no') {
    return 'no: there is no such flow, whatever labels pods have\n';
  }
  const lines = proof.answer === 'yes'
    ? [`yes: ${witnessTitle(proof.witness)}`]
    : ['unknown:', ...proof.why.map((why) => `  ${why}`), ...(proof.witness ? [`  it may be: ${witnessTitle(proof.witness)}`] : [])];
  return `${lines.map(escapeForDisplay).join('\n')}\n`;
}
