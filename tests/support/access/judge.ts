import type { Caller } from './callers';
import type { Question } from './rest-questions';
import { placeOf, plantedIn, sortOf } from './words';
import { HIDDEN, STORIES, type World, withoutIds } from './world';

/** What came back, as far as it may tell anything. */
export interface Reply {
  status: number;
  text: string;
  headers: string;
  /** The day, which is part of what answers are cached by. */
  day: string;
}

/** Something that a caller was told and should not have been. */
export interface Leak {
  caller: string;
  /** The route, or the GraphQL field. */
  route: string;
  /** The question itself. */
  asked: string;
  /** The story or object that it tells of. */
  of: string;
  told: string;
}

/**
 * Whether a question asks for other languages, or for what leads to them: a type that has no languages leads to stories
 * of all.
 */
const ASKS_FRENCH = /locale|localizations|populate=\*|\[populate\]=\*|source|datelines|bookmarks|users/i;
/** Whether a question asks the library of files itself: a file is nobody's secret until a draft has it. `files.test.ts` tells. */
const ASKS_FILES = /\/api\/upload\/|uploadFile/;
/** What no answer may hold: places in our code or Strapi's, statements of the database. */
const INTERNALS = /node_modules|stacktrace|\.[cm]?[jt]s:\d+:\d+|\bselect\s.{1,400}\sfrom\s|SQLITE_/i;

const asked = (question: Question) =>
  `${decodeURIComponent(question.path.replace(/%(?![\dA-F]{2})/gi, '%25'))} ${question.graphql ?? ''}`;

function mayTell(word: string, question: Question, caller: Caller): boolean {
  const sort = sortOf(word);
  if (sort === 'open') return true;
  if (sort === 'private') return false;
  if (sort === 'own') return caller.finds === 'everything';
  if (caller.previews) return true;
  if (sort === 'french') return ASKS_FRENCH.test(asked(question));
  if (sort === 'file') return caller.finds === 'everything' && ASKS_FILES.test(asked(question));
  return false;
}

export const describeQuestion = (question: Question, world: World): string =>
  withoutIds(
    `${question.headers ? `${JSON.stringify(question.headers)} ` : ''}${decodeURIComponent(question.path.replace(/%(?![\dA-F]{2})/gi, '%25'))}${question.graphql ? ` ${question.graphql}` : ''}`,
    world
  );

/** What one answer tells by itself. */
export function leaksOf(question: Question, reply: Reply, caller: Caller, world: World): Leak[] {
  const leak = (of: string, told: string): Leak => ({
    caller: caller.name,
    route: question.route,
    asked: describeQuestion(question, world),
    of,
    told,
  });
  const request = asked(question).toLowerCase();
  const leaks = plantedIn(reply.text)
    .filter((word) => !request.includes(word) && !mayTell(word, question, caller))
    .map((word) => leak(placeOf(word), `the word ${word}`));
  if (!caller.previews) {
    for (const story of HIDDEN) {
      const id = world.ids[story];
      if (reply.text.includes(id) && !request.includes(id.toLowerCase())) leaks.push(leak(story, 'its document id'));
    }
  }
  const internals = INTERNALS.exec(reply.text);
  if (internals) leaks.push(leak('the application', `internals: ${internals[0].slice(0, 80)}`));
  return leaks;
}

function difference(before: string, after: string): string {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at += 1;
  const part = (text: string) => text.slice(Math.max(0, at - 30), at + 60).replace(/\s+/g, ' ');
  return `"${part(before)}" became "${part(after)}"`;
}

/** What an answer tells by being another one since the secrets were written. */
export function changeOf(question: Question, before: Reply, after: Reply, caller: Caller, world: World): Leak[] {
  const changed =
    before.status !== after.status
      ? `status ${before.status} became ${after.status}`
      : before.text !== after.text
        ? difference(before.text, after.text)
        : before.headers !== after.headers && before.day === after.day
          ? `headers: ${difference(before.headers, after.headers)}`
          : null;
  if (changed === null || ASKS_FILES.test(asked(question))) return [];
  const { route } = question;
  return [{ caller: caller.name, route, asked: describeQuestion(question, world), of: 'drafts', told: changed }];
}

/** Every leak by caller, route and what it tells of; where a route tells the same in many ways, how often and one of them. */
export function reportOf(leaks: Leak[]): string {
  const groups = new Map<string, Leak[]>();
  for (const leak of leaks) {
    const of = STORIES.find((story) => leak.of.startsWith(story)) ?? leak.of;
    const group = `${leak.caller} | ${leak.route} | ${of}`;
    groups.set(group, [...(groups.get(group) ?? []), leak]);
  }
  const lines = [...groups].map(([group, [first, ...more]]) => {
    const times = more.length > 0 ? ` (and ${more.length} more)` : '';
    return `${group} | ${first.told}${times} | ${first.asked.slice(0, 300)}`;
  });
  return [`${leaks.length} leaks: caller | route | of what | what was told | when asked`, ...lines.sort()].join('\n');
}
