import { join } from 'node:path';
import * as ts from 'typescript';
import { ClusterModel, Flow, FlowEnd } from '../../src';
import { policyMatchers } from '../../src/testing';

expect.extend(policyMatchers);

function pod(name: string, ip: string): object {
  return {
    apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: 'shop', labels: { app: name } }, spec: { containers: [] }, status: { podIPs: [{ ip }] },
  };
}

/** Only web may call api. What jobs may call is a matter of a network set, and the address of the job isn't known. */
const model = ClusterModel.ofManifests([
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } },
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace: 'shop' } },
  pod('web', '10.1.0.1'),
  pod('api', '10.1.0.2'),
  pod('other', '10.1.0.3'),
  { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'job', namespace: 'shop' }, spec: { template: { spec: { containers: [] } } } },
  {
    apiVersion: 'projectcalico.org/v3',
    kind: 'NetworkPolicy',
    metadata: { name: 'api', namespace: 'shop' },
    spec: {
      selector: 'app == "api"',
      ingress: [
        { action: 'Allow', protocol: 'TCP', source: { selector: 'app == "web"' }, destination: { ports: [8080] } },
        { action: 'Allow', source: { nets: ['10.9.0.0/16'] } },
      ],
    },
  },
]);
const toApi = (source: FlowEnd): Flow => ({ source, destination: FlowEnd.pod('shop', 'api'), destinationPort: 8080 });
const allowed = toApi(FlowEnd.pod('shop', 'web'));
const denied = toApi(FlowEnd.pod('shop', 'other'));
const open = toApi(FlowEnd.workload('shop', 'job'));

function messageOf(assert: () => void): string {
  try {
    assert();
  } catch (error) {
    return (error as Error).message;
  }
  return 'passes';
}

test('pass where the verdict is as it is to be', () => {
  expect(model).toAllow(allowed);
  expect(model).toDeny(denied);
  expect(model).not.toDeny(allowed);
  expect(model).not.toAllow(denied);
});

test('fail where it is not, and tell the whole walk', () => {
  expect(messageOf(() => expect(model).toAllow(denied))).toBe(`toAllow: the flow is to be allowed, and is denied

${model.verdict(denied).toText()}`);
  expect(messageOf(() => expect(model).toDeny(allowed))).toBe(`toDeny: the flow is to be denied, and is allowed

allowed  Pod shop/web (10.1.0.1) -> Pod shop/api (10.1.0.2)  TCP 8080

egress of Pod shop/web: allow
  no policy selects it
  profile         kns.shop                                      spec.egress[0]: allow

ingress of Pod shop/api: allow
  tier default    NetworkPolicy shop/api                        spec.ingress[0]: allow
`);
  expect(messageOf(() => expect(model).not.toAllow(allowed))).toMatch(/^not\.toAllow: the flow is to be denied, and is allowed\n\nallowed /);
  expect(messageOf(() => expect(model).not.toDeny(denied))).toMatch(/^not\.toDeny: the flow is to be allowed, and is denied\n\ndenied /);
});

test('fail where the verdict isn\'t certain, whatever is asked for, and tell the open questions', () => {
  const { openQuestions } = model.verdict(open);
  expect(openQuestions).not.toEqual([]);
  for (const assert of [
    () => expect(model).toAllow(open),
    () => expect(model).toDeny(open),
    () => expect(model).not.toAllow(open),
    () => expect(model).not.toDeny(open),
  ]) {
    const message = messageOf(assert);
    expect(message).toContain('whether it is can\'t be said for certain');
    openQuestions.forEach((question) => expect(message).toContain(question));
  }
});

test('fail where an end isn\'t in the model, also with not', () => {
  const nowhere = toApi(FlowEnd.pod('shop', 'nowhere'));
  for (const assert of [() => expect(model).toAllow(nowhere), () => expect(model).not.toAllow(nowhere)]) {
    expect(messageOf(assert)).toContain('there is no pod shop/nowhere in the model');
  }
});

test('serve a runner that hands over no context', () => {
  const { toAllow, toDeny } = policyMatchers;
  expect([toAllow(model, allowed).pass, toAllow(model, denied).pass, toAllow(model, open).pass]).toEqual([true, false, false]);
  expect([toDeny(model, allowed).pass, toDeny(model, denied).pass, toDeny(model, open).pass]).toEqual([false, true, false]);
});

test.each([[[]], [null], [undefined], ['model'], [{ verdict: true }]])('rejects what is no model: %j', (received) => {
  for (const assert of [() => expect(received).toAllow(allowed), () => expect(received).not.toDeny(allowed)]) {
    expect(messageOf(assert)).toMatch(/^to(Allow|Deny): expect\(…\) holds no ClusterModel; make one with ClusterModel\.ofApp or ClusterModel\.ofManifests$/);
  }
});

test('are known by their types where the types of Jest are installed and where they aren\'t', () => {
  const root = join(__dirname, '..', '..');
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config as unknown, ts.sys, root);
  const entry = join(root, 'src', 'testing', 'index.ts');
  for (const types of [['node'], ['node', 'jest']]) {
    const program = ts.createProgram([entry], { ...options, noEmit: true, types });
    const ours = program.getSourceFiles().filter(({ fileName }) => fileName.includes('/src/testing/'));
    expect(ours).toHaveLength(3);
    expect(ours.flatMap((file) => program.getSemanticDiagnostics(file)).map(({ messageText }) => messageText)).toEqual([]);
    expect(program.getSourceFiles().some(({ fileName }) => fileName.includes('/@types/jest/'))).toBe(types.includes('jest'));
  }
});
