import { Chart } from 'cdk8s';
import { GuardedServiceAccounts, Selector } from 'cdk8s-calico';

export function sample(chart: Chart): GuardedServiceAccounts {
  return new GuardedServiceAccounts(chart, 'interns', {
    namespace: 'engineering',
    serviceAccounts: Selector.label('role').equals('intern'),
    managers: ['network-admins'],
  });
}
