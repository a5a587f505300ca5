import { Answer, Ask, printQuestion, Question, refusalOf } from '../../src/health';

/** What the tools answer: by the start of the question as it is typed; the longest start that fits counts, of the first script that has one. */
export interface Script {
  readonly [question: string]: string | { readonly error: string };
}

/** Errors as kubectl prints them. */
export const ERRORS = {
  noSuchKind: { error: 'error: the server doesn\'t have a resource type "x"' },
  notFound: { error: 'Error from server (NotFound): x "y" not found' },
  forbidden: { error: 'Error from server (Forbidden): pods is forbidden: User "jane" cannot list resource "pods" in API group "" at the cluster scope' },
};

/** Tools that answer by a script, and what they were asked. */
export function scriptedTools(...scripts: Script[]): { readonly ask: Ask; readonly asked: string[] } {
  const asked: string[] = [];
  const ask = async (question: Question): Promise<Answer> => {
    const typed = printQuestion(question);
    asked.push(typed);
    const said = scripts.map((script) => answerIn(script, typed)).find((one) => one !== undefined) ?? unknown(question);
    return typeof said === 'string' ? { text: said } : { refusal: refusalOf(said.error) };
  };
  return { ask, asked };
}

function answerIn(script: Script, typed: string): Script[string] | undefined {
  const [start] = Object.keys(script).filter((one) => typed.startsWith(one)).sort((a, b) => b.length - a.length);
  return start === undefined ? undefined : script[start];
}

function unknown({ tool, args }: Question): string | { readonly error: string } {
  if (tool === 'calicoctl') {
    return { error: 'there is no calicoctl' };
  }
  return args[0] === 'logs' ? '' : args.includes('-A') || args.includes('-l') || args.some((arg) => arg.includes('selector'))
    ? '{"items":[]}' : ERRORS.notFound;
}
