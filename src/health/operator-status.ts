import { HealthResult, resultOf, Sign, unread } from './health-result';
import { conditionOf, nameOf, textAt } from './kubernetes-fields';
import { Reading } from './reading';
import { JsonObject } from '../core/manifests';

const OPERATOR = { id: 'operator', title: 'operator' };

/** What the operator says of its components: it refuses combinations only here, after everything was applied. */
export function judgeOperator(reading: Reading): HealthResult {
  const next = 'kubectl describe tigerastatus; kubectl logs -n tigera-operator deployment/tigera-operator --tail=100';
  if (reading.refusal) {
    return reading.refusal.reason === 'no-such-kind'
      ? { ...OPERATOR, status: 'failure', evidence: ['the cluster has no TigeraStatus: the operator isn\'t installed'], next: 'apply the install' }
      : unread(OPERATOR, reading.refusal, next);
  }
  const signs = reading.objects.flatMap(signsOf);
  if (reading.objects.length === 0) {
    signs.push({ status: 'failure', text: 'the operator has reported nothing: is it running?' });
  }
  return resultOf(OPERATOR, signs.length > 0 ? signs : [{ status: 'ok', text: `available: ${reading.objects.map(nameOf).join(', ')}` }], next);
}

function signsOf(status: JsonObject): Sign[] {
  const degraded = conditionOf(status, 'Degraded');
  const available = conditionOf(status, 'Available');
  const progressing = conditionOf(status, 'Progressing');
  if (degraded?.status === 'True') {
    return [{ status: 'failure', text: `${nameOf(status)} is degraded${clause(degraded)}` }];
  }
  if (available?.status !== 'True') {
    return [{ status: 'failure', text: `${nameOf(status)} isn't available${clause(available ?? {})}` }];
  }
  return progressing?.status === 'True' ? [{ status: 'warning', text: `${nameOf(status)} is changing${clause(progressing)}` }] : [];
}

function clause(condition: JsonObject): string {
  const said = [textAt(condition, 'reason'), textAt(condition, 'message')].filter((text) => text !== undefined);
  return said.length === 0 ? '' : `: ${said.join(', ')}`;
}
