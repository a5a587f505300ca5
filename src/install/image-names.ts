import { CALICO_VERSION, OPERATOR_VERSION } from './calico-version';
import { InstallImages } from './install-images';

/** Images that exist in a build for FIPS as well (tigera operator pkg/components/calico.go). */
const FIPS_IMAGES: readonly string[] = ['cni', 'node', 'typha', 'kube-controllers', 'apiserver', 'csi', 'node-driver-registrar'];
/** The name of the operator's image in a list of digests. */
export const OPERATOR_IMAGE = 'tigera/operator';

/** The full names of images, as the options want them. */
export class ImageNames {
  constructor(private readonly path: string, private readonly images: InstallImages = {}, private readonly fips: boolean = false) {
    const { registry, digests = {} } = images;
    if (registry !== undefined && !/^[A-Za-z0-9.-]+(:[0-9]+)?\/?$/.test(registry)) {
      throw new Error(`${path}: ${JSON.stringify(registry)} is no registry: give its host, and its port where it needs one, such as "registry.example.com:5000"; what follows goes into images.path`);
    }
    for (const [image, digest] of Object.entries(digests)) {
      if (!/^sha256:[0-9a-f]{64}$/.test(digest)) {
        throw new Error(`${path}: ${JSON.stringify(digest)} of ${image} is no digest: it is "sha256:" and 64 hexadecimal digits`);
      }
    }
  }

  /** An image of Calico, such as `node`. */
  public of(name: string): string {
    const version = this.fips && FIPS_IMAGES.includes(name) ? `${CALICO_VERSION}-fips` : CALICO_VERSION;
    return this.reference('calico', name, version);
  }

  /** The image of the operator. */
  public operator(): string {
    return this.reference('tigera', 'operator', OPERATOR_VERSION);
  }

  private reference(path: string, name: string, tag: string): string {
    const { registry = 'quay.io', prefix = '', digests } = this.images;
    const base = [registry.replace(/\/$/, ''), this.images.path ?? path, `${prefix}${name}`].filter((part) => part !== '').join('/');
    if (digests === undefined) {
      return `${base}:${tag}`;
    }
    const digest = digests[`${path}/${name}`];
    if (digest === undefined) {
      throw new Error(`${this.path}: images.digests holds no digest of ${path}/${name}, which the install uses: add it, or take all images by tag`);
    }
    return `${base}@${digest}`;
  }
}
