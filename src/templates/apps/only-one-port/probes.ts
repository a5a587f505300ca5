import { Port } from '../../../values/port';
import { ProbeSet } from '../../probe-set';
import { AppPortsProps } from '../app-template-props';
import { ingressProbes, notPods } from '../ingress-probes';

/** Everybody on the port, on other ports, and by another protocol. */
export function onlyOnePortProbes({ port, ...props }: AppPortsProps & { readonly port: Port }): ProbeSet[] {
  return ingressProbes({ ...props, ports: [port] }, (scene) => ({
    meant: [scene.pod(props.namespace, 'client'), scene.pod(`${props.namespace}-other`, 'client', { labels: { app: 'client' } }), ...notPods(scene, props.namespace)],
    others: [],
  }));
}
