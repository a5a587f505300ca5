import { Answer, Ask, Question, Refusal } from './ask';
import { isObject, JsonObject } from '../core/manifests';
import { objectsAt, textAt } from '../core/policy/json-fields';

/** Objects of the cluster, or why there are none. */
export type Reading = { readonly objects: readonly JsonObject[]; readonly refusal?: undefined } | { readonly refusal: Refusal };

/** Reads objects of a cluster. Each question is asked once, however often its answer is needed. */
export class ClusterReader {
  private readonly asked = new Map<string, Promise<Answer>>();

  constructor(private readonly tools: Ask) {}

  /** Asks kubectl for objects as JSON: `get` and these arguments. */
  public async list(...args: string[]): Promise<Reading> {
    return objectsOf(await this.ask({ tool: 'kubectl', args: ['get', ...args, '-o', 'json'] }));
  }

  /** One object; undefined where there is none. */
  public async one(...args: string[]): Promise<JsonObject | undefined> {
    const reading = await this.list(...args);
    return reading.refusal ? undefined : reading.objects[0];
  }

  public ask(question: Question): Promise<Answer> {
    const key = JSON.stringify(question);
    let answer = this.asked.get(key);
    if (answer === undefined) {
      answer = this.tools(question);
      this.asked.set(key, answer);
    }
    return answer;
  }
}

/** The objects that a tool printed as JSON: the items of a list, or the one object. */
export function objectsOf(answer: Answer): Reading {
  if (answer.refusal) {
    return answer;
  }
  let value: unknown;
  try {
    value = JSON.parse(answer.text);
  } catch {
    return { refusal: { reason: 'failed', message: 'what it printed is no JSON' } };
  }
  if (!isObject(value)) {
    return { refusal: { reason: 'failed', message: 'what it printed is no object' } };
  }
  if (!Array.isArray(value.items)) {
    return { objects: [value] };
  }
  // Items of a typed list carry no kind of their own when they come from a raw answer.
  const kind = textAt(value, 'kind')?.replace(/List$/, '');
  const apiVersion = textAt(value, 'apiVersion');
  return { objects: objectsAt(value, 'items').map((item) => item.kind === undefined && kind ? { apiVersion, kind, ...item } : item) };
}

/** Several readings as one: the objects of all, or the first refusal. */
export function together(readings: readonly Reading[]): Reading {
  const objects: JsonObject[] = [];
  for (const reading of readings) {
    if (reading.refusal) {
      return reading;
    }
    reading.objects.forEach((object) => objects.push(object));
  }
  return { objects };
}
