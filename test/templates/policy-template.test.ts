import { Testing } from 'cdk8s';
import { PolicyTemplate, ProbeCluster, ProbeSet, TemplateChange } from '../../src';

class OfAnOrganisation extends PolicyTemplate {
  constructor(private readonly sets: ProbeSet[], changes: TemplateChange[] = [{ version: '1.0.0', change: 'First version.' }]) {
    super(Testing.chart(), 'template', { name: 'acme/nothing', summary: 'Does nothing.', useWhen: [], avoidWhen: [], changes });
  }

  public probes(): ProbeSet[] {
    return this.sets;
  }
}

test('rejects a template without a version', () => {
  expect(() => new OfAnOrganisation([], [])).toThrow('test/template: acme/nothing has no version: its changes begin with the newest');
});

test('rejects a set of probes that tries nothing: it would hold whatever the policies say', () => {
  const template = new OfAnOrganisation([{ name: 'callers', cluster: new ProbeCluster(), mustAllow: [] }]);
  expect(() => template.prove()).toThrow('test/template: the set of probes "callers" tries nothing: give mustAllow or mustDeny');
});
