import { escapeForDisplay } from '../core/findings';
import { printJson } from '../core/findings/print-json';
import { End, endpointTitle, Note, Packet, protocolName } from '../core/policy';
import { Verdict } from '../model/verdict';

/** The version of the JSON. It changes when a key goes or changes its meaning, not when one is added. */
const VERSION = 1;

/** Lines of what isn't in the model that the text shows; the JSON has them all. */
const MOST_NOTES = 20;

/** The walk of the verdict, whether it is certain, and the objects that Calico drops or doesn't act on. */
export function explainText(verdict: Verdict, notes: readonly Note[]): string {
  const closing = verdict.certain ? '\ncertain: nothing that is missing from the manifests could change it\n' : '';
  return `${verdict.toText()}${closing}${leftOut(notes)}`;
}

/** What is assumed is among the open questions where it matters. */
function leftOut(notes: readonly Note[]): string {
  const dropped = notes.filter(({ kind }) => kind !== 'assumed');
  if (dropped.length === 0) {
    return '';
  }
  const more = dropped.length - MOST_NOTES;
  const lines = dropped.slice(0, MOST_NOTES).map(({ object, what }) => `  ${escapeForDisplay(object ? `${titleOf(object)}: ${what}` : what)}`);
  return `\nleft out, as Calico leaves it out:\n${lines.join('\n')}\n${more > 0 ? `  and ${more} more: --format json has them all\n` : ''}`;
}

function titleOf({ kind, namespace, name }: NonNullable<Note['object']>): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}

/** The verdict as JSON: the flow as it was understood, the answer, the walk with the keys of `TraceStation`, and all notes of the model. */
export function explainJson(packet: Packet, verdict: Verdict, notes: readonly Note[]): string {
  const { allowed, certain, by, openQuestions, trace } = verdict;
  const { protocol, destinationPort, sourcePort, icmpType, icmpCode, http } = packet;
  return printJson({
    version: VERSION,
    flow: {
      source: endData(packet.source),
      destination: endData(packet.destination),
      ipVersion: packet.isV6 ? 6 : 4,
      protocol: protocolName(protocol),
      destinationPort,
      sourcePort,
      icmpType,
      icmpCode,
      http,
    },
    allowed,
    certain,
    by,
    openQuestions,
    trace,
    notes,
  });
}

function endData({ endpoint, block }: End): object {
  return { endpoint: endpoint && endpointTitle(endpoint), address: block.isHost ? block.toAddress() : undefined };
}
