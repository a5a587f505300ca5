import { ApiServer, forEachBounded } from './api-server';
import { manifestOf, NETWORK_POLICIES, NETWORK_POLICY_CASES } from './kubernetes-network-policies';
import { ourVerdict } from './our-verdict';
import { Disagreement, printDisagreements, serverVerdict, Verdict } from './verdict';

/** Where we refuse what a real API server takes, and why. */
const KNOWN_TO_DIFFER_FROM_OURS: Record<string, string> = {
  'a null rule': 'taken for a rule that matches everything; whoever leaves an item empty means anything but that',
  'a null port entry': 'taken for every TCP port; whoever leaves an item empty means anything but that',
};
const verdicts = new Map<string, Verdict>();
let server: ApiServer;

beforeAll(async () => {
  server = await ApiServer.connect();
  const answers = await forEachBounded(NETWORK_POLICY_CASES, 16, (policy) => server.create(
    `${NETWORK_POLICIES}?dryRun=All&fieldValidation=Strict`, JSON.stringify(manifestOf(policy))));
  answers.forEach((answer, index) => verdicts.set(NETWORK_POLICY_CASES[index].name, serverVerdict(answer)));
});

afterAll(() => server.close());

it('names every case once', () => {
  expect(new Set(NETWORK_POLICY_CASES.map(({ name }) => name)).size).toBe(NETWORK_POLICY_CASES.length);
});

it('judges Kubernetes network policies as the table says', () => {
  const found = NETWORK_POLICY_CASES.flatMap(({ name, taken }): Disagreement[] =>
    verdicts.get(name)!.taken === taken ? [] : [{ id: name, why: '', server: verdicts.get(name)!, other: { taken, words: [] } }]);
  printDisagreements('API server and the table of Kubernetes network policies', NETWORK_POLICY_CASES.length, found);
  expect(found.map(({ id }) => id)).toEqual([]);
});

it('judges Kubernetes network policies as we say it does', () => {
  const found = NETWORK_POLICY_CASES.flatMap((policy): Disagreement[] => {
    const verdict = verdicts.get(policy.name)!;
    const ours = ourVerdict(JSON.stringify(manifestOf(policy))).apiServer;
    return verdict.taken === ours.taken ? [] : [{ id: policy.name, why: JSON.stringify(policy.spec), server: verdict, other: ours }];
  });
  printDisagreements('API server and our rules, on Kubernetes network policies', NETWORK_POLICY_CASES.length, found);
  expect(found.map(({ id }) => id)).toEqual(Object.keys(KNOWN_TO_DIFFER_FROM_OURS));
});
