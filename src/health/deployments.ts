import { CheckName, HealthResult, resultOf, Sign, unread } from './health-result';
import { InstallDeployment } from './install-shape';
import { conditionOf, numberAt, specOf, statusOf, textAt } from './kubernetes-fields';
import { Reading } from './reading';

/** Whether a Deployment of the install has the replicas that it is to have. */
export function judgeDeployment(check: CheckName, deployment: InstallDeployment, reading: Reading, ifAbsent: string): HealthResult {
  const { name, namespace, expected } = deployment;
  const next = `kubectl describe deployment -n ${namespace} ${name}`;
  if (reading.refusal) {
    const absent = reading.refusal.reason === 'not-found';
    if (absent && expected) {
      return { ...check, status: 'failure', evidence: [`there is no Deployment ${name} in ${namespace}`], next: 'apply the install' };
    }
    return absent ? { ...check, status: 'ok', evidence: [ifAbsent] } : unread(check, reading.refusal, next);
  }
  const [object] = reading.objects;
  const wanted = numberAt(specOf(object), 'replicas') ?? 1;
  const available = numberAt(statusOf(object), 'availableReplicas') ?? 0;
  const updated = numberAt(statusOf(object), 'updatedReplicas') ?? 0;
  const why = conditionOf(object, 'Progressing')?.status === 'False' ? textAt(conditionOf(object, 'Progressing')!, 'message')
    : conditionOf(object, 'Available')?.status === 'False' ? textAt(conditionOf(object, 'Available')!, 'message') : undefined;
  const signs: Sign[] = [];
  if (wanted === 0) {
    signs.push({ status: expected ? 'failure' : 'warning', text: `${name} is scaled to 0` });
  } else if (available < wanted) {
    signs.push({ status: available === 0 ? 'failure' : 'warning', text: `${available} of ${wanted} replicas available${why ? `: ${why}` : ''}` });
  }
  if (updated < wanted && available >= wanted) {
    signs.push({ status: 'warning', text: `${updated} of ${wanted} replicas are of the latest version` });
  }
  return resultOf(check, signs.length > 0 ? signs : [{ status: 'ok', text: `${available} of ${wanted} replicas available` }], next);
}
