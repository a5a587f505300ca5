import { ApiObject, ApiObjectMetadata } from 'cdk8s';
import { Construct } from 'constructs';
import { NETSHOOT_IMAGE } from '../values/netshoot-image';

/** Properties of a `DebugPod`. */
export interface DebugPodProps {
  /**
   * Metadata of the Pod. Its labels and namespace are what policies know it by: give it those of the pod that it stands for.
   *
   * @default - a name made from the construct's id
   */
  readonly metadata?: ApiObjectMetadata;

  /** The image. @default nicolaka/netshoot */
  readonly image?: string;

  /** What runs. @default - sleeps, for `kubectl exec` */
  readonly command?: string[];

  /** Node to run on, whatever its taints. @default - the scheduler chooses */
  readonly nodeName?: string;

  /** Service account, which policies may select by. It gets no token. @default - the namespace's default */
  readonly serviceAccountName?: string;

  /** Seconds after which the pod ends by itself. @default 3600 */
  readonly endsAfterSeconds?: number;
}

const HOUR = 3600;

/**
 * A pod with network tools, to try a connection from: for policies the same as the pod whose labels it has.
 *
 * It never becomes ready, so that no Service with a matching selector sends it traffic; it ends by itself; and it fits the Pod Security
 * Standard `restricted`. Labels that a DaemonSet or ReplicaSet selects by make that controller adopt it: leave `pod-template-hash` out.
 */
export class DebugPod extends ApiObject {
  constructor(scope: Construct, id: string, props: DebugPodProps = {}) {
    const { metadata, image = NETSHOOT_IMAGE, command = ['sleep', 'infinity'], nodeName, serviceAccountName, endsAfterSeconds = HOUR } = props;
    super(scope, id, {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata,
      spec: {
        restartPolicy: 'Never',
        activeDeadlineSeconds: endsAfterSeconds,
        terminationGracePeriodSeconds: 0,
        readinessGates: [{ conditionType: 'cdk8s-calico/never-ready' }],
        automountServiceAccountToken: false,
        enableServiceLinks: false,
        ...(serviceAccountName !== undefined && { serviceAccountName }),
        ...(nodeName !== undefined && { nodeName, tolerations: [{ operator: 'Exists' }] }),
        securityContext: { runAsNonRoot: true, runAsUser: 65534, seccompProfile: { type: 'RuntimeDefault' } },
        containers: [{
          name: 'netshoot',
          image,
          command,
          resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { cpu: '200m', memory: '128Mi' } },
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
        }],
      },
    });
  }
}
