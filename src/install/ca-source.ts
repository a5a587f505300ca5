/** Where the Kubernetes API gets the certificate authority from with which it checks a server of Calico's. */
export class CaSource {
  /**
   * A certificate in PEM form.
   *
   * @throws where the text is none
   */
  public static pem(text: string): CaSource {
    if (!/^\s*-----BEGIN CERTIFICATE-----\s/.test(text)) {
      throw new Error('CaSource.pem: the text is no certificate in PEM form: it begins with -----BEGIN CERTIFICATE-----');
    }
    return new CaSource(Buffer.from(text, 'utf8').toString('base64'), {});
  }

  /**
   * cert-manager writes it into the object, from one of its Certificates.
   *
   * @throws where a name is empty
   */
  public static certManager(namespace: string, certificate: string): CaSource {
    if (namespace === '' || certificate === '') {
      throw new Error('CaSource.certManager: a name is empty: give the namespace and the name of a Certificate');
    }
    return new CaSource(undefined, { 'cert-manager.io/inject-ca-from': `${namespace}/${certificate}` });
  }

  private constructor(
    /** @internal */
    public readonly _caBundle: string | undefined,
    /** @internal */
    public readonly _annotations: Readonly<Record<string, string>>,
  ) {}
}
