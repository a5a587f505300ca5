import { ProbeSet } from '../../probe-set';
import { AppPortsProps } from '../app-template-props';
import { ingressProbes, notPods } from '../ingress-probes';

/** Pods of the service accounts, of others with nearly their names, of none, of the same in another namespace, and with their names as labels. */
export function serviceAccountByNameProbes(props: AppPortsProps, clientNamespace: string, serviceAccounts: readonly string[]): ProbeSet[] {
  return ingressProbes(props, (scene) => {
    const elsewhere = `${clientNamespace}-elsewhere`;
    const [first] = serviceAccounts;
    scene.serviceAccount(clientNamespace, 'default').serviceAccount(clientNamespace, `${first}-2`).serviceAccount(elsewhere, first);
    return {
      meant: serviceAccounts.map((serviceAccount) => {
        scene.serviceAccount(clientNamespace, serviceAccount);
        return scene.pod(clientNamespace, 'client', { serviceAccount });
      }),
      others: [
        scene.pod(clientNamespace, 'alike', { serviceAccount: `${first}-2` }),
        scene.pod(clientNamespace, 'labelled', { labels: { 'serviceaccount': first, 'projectcalico.org/name': first } }),
        scene.pod(elsewhere, 'client', { serviceAccount: first }),
        ...notPods(scene, clientNamespace),
      ],
    };
  });
}
