import { Cidr } from '../../../values/cidr';

/**
 * The service of a cloud that tells a machine about itself, its credentials among it, by the addresses that machines ask.
 */
export class MetadataService {
  /** The address that Amazon EC2, Azure, Google Cloud, Oracle Cloud, OpenStack and others share: 169.254.169.254. */
  public static readonly LINK_LOCAL = new MetadataService('link-local', ['169.254.169.254/32']);

  /** Amazon EC2 by IPv6: fd00:ec2::254. */
  public static readonly AWS_IPV6 = new MetadataService('aws-ipv6', ['fd00:ec2::254/128']);

  /** Credentials of tasks on Amazon ECS: 169.254.170.2. */
  public static readonly AWS_ECS = new MetadataService('aws-ecs', ['169.254.170.2/32']);

  /** Google Cloud by IPv6: fd20:ce::254. */
  public static readonly GOOGLE_IPV6 = new MetadataService('google-ipv6', ['fd20:ce::254/128']);

  /** Oracle Cloud by IPv6: fd00:c1::a9fe:a9fe. */
  public static readonly ORACLE_IPV6 = new MetadataService('oracle-ipv6', ['fd00:c1::a9fe:a9fe/128']);

  /** Alibaba Cloud: 100.100.100.200. */
  public static readonly ALIBABA = new MetadataService('alibaba', ['100.100.100.200/32']);

  /** Azure's WireServer: 168.63.129.16. It is also Azure's DNS resolver: pods that ask it themselves lose name resolution. */
  public static readonly AZURE_WIRE_SERVER = new MetadataService('azure-wire-server', ['168.63.129.16/32']);

  /** Credentials by EKS Pod Identity: 169.254.170.23 and fd00:ec2::23. Pods that use it lose them. */
  public static readonly EKS_POD_IDENTITY = new MetadataService('eks-pod-identity', ['169.254.170.23/32', 'fd00:ec2::23/128']);

  /** A service at other addresses. */
  public static of(name: string, ...nets: Cidr[]): MetadataService {
    return new MetadataService(name, nets.map(String));
  }

  /** Its addresses. */
  public readonly nets: Cidr[];

  private constructor(
    /** Its name, such as `aws-ecs`. */
    public readonly name: string,
    nets: string[],
  ) {
    this.nets = nets.map((net) => Cidr.parse(net));
  }
}
