import { Selector } from '../../../values/selector';
import { lookAlikes, matchingLabels } from '../../labels-for-selector';
import { ProbeSet } from '../../probe-set';
import { AppPortsProps } from '../app-template-props';
import { ingressProbes, notPods } from '../ingress-probes';

/** Pods of service accounts with the labels, with nearly the labels, and of other namespaces; pods that have the labels themselves. */
export function serviceAccountByLabelProbes(props: AppPortsProps, serviceAccounts: Selector, clientNamespaces: Selector | undefined): ProbeSet[] {
  const clientNamespace = clientNamespaces ? 'clients' : props.namespace;
  const labels = matchingLabels(serviceAccounts);
  return ingressProbes(props, (scene) => {
    scene.namespace(clientNamespace, clientNamespaces && matchingLabels(clientNamespaces));
    scene.serviceAccount(clientNamespace, 'group', labels).serviceAccount(clientNamespace, 'default');
    const elsewhere = clientNamespaces ? lookAlikes(clientNamespaces) : [{}];
    return {
      meant: [scene.pod(clientNamespace, 'client', { serviceAccount: 'group' })],
      others: [
        ...lookAlikes(serviceAccounts).map((alike, index) => {
          scene.serviceAccount(clientNamespace, `alike-${index}`, alike);
          return scene.pod(clientNamespace, 'alike', { serviceAccount: `alike-${index}` });
        }),
        ...elsewhere.map((namespaceLabels, index) => {
          scene.namespace(`elsewhere-${index}`, namespaceLabels).serviceAccount(`elsewhere-${index}`, 'group', labels);
          return scene.pod(`elsewhere-${index}`, 'client', { serviceAccount: 'group' });
        }),
        scene.pod(clientNamespace, 'labelled', { labels }),
        ...notPods(scene, clientNamespace),
      ],
    };
  });
}
