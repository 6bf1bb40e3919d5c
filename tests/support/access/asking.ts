import { type Answer, createClient, type Json } from '../client';
import type { Running } from '../strapi';
import { type Caller, setPublicRole } from './callers';
import { describeQuestion, type Reply } from './judge';
import type { Question } from './rest-questions';
import type { Route } from './routes';
import { sample } from './sample';
import { type World, withoutIds } from './world';

/** Headers that differ with what an answer holds. */
const TELLING = ['content-type', 'etag', 'cache-control', 'vary', 'location', 'last-modified'];
const AT_ONCE = 4;

/** The same answer always written the same way: parts that are read at once come in any order. */
function inOrder(value: Json): Json {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, inOrder(value[key])])
  );
}

function textOf({ body, text }: Answer): string {
  if (typeof body !== 'object' || body === null) return text;
  const { errors, ...rest } = inOrder(body);
  const sorted = Array.isArray(errors) ? errors.map((error: Json) => JSON.stringify(error)).sort() : errors;
  return JSON.stringify(Array.isArray(body) ? inOrder(body) : { ...rest, errors: sorted });
}

export async function ask(app: Running, caller: Caller, question: Question, world: World): Promise<Reply> {
  const client = createClient(app, caller.token);
  const answer =
    question.graphql === undefined
      ? await client.get(question.path, question.headers)
      : await client.send('POST', question.path, { query: question.graphql });
  const ofUnwritten = withoutIds(question.path, world) !== question.path;
  // An address with an id that is another one each time has another tag each time.
  const headers = TELLING.filter((name) => !(ofUnwritten && name === 'etag')).map((name) => answer.headers.get(name));
  const day = new Date().toISOString().slice(0, 10);
  return { status: answer.status, text: withoutIds(textOf(answer), world), headers: headers.join('\n'), day };
}

/** A question, what names it in both moments, and what came back. */
export interface Heard {
  question: Question;
  reply: Reply;
}
export type Hearing = Map<string, Heard>;

/** Asks a caller's part of the questions. */
export async function hear(
  app: Running,
  caller: Caller,
  questions: Question[],
  { world, routes }: { world: World; routes: Route[] }
): Promise<Hearing> {
  await setPublicRole(app, caller.publicRole, routes);
  const heard: Hearing = new Map();
  const waiting = sample(questions, caller.part[1], caller.part[0]);
  const work = async () => {
    for (let question = waiting.pop(); question; question = waiting.pop()) {
      heard.set(describeQuestion(question, world), { question, reply: await ask(app, caller, question, world) });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return heard;
}
