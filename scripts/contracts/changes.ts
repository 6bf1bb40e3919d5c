import { buildSchema, findBreakingChanges, parse, print } from 'graphql';

type Json = unknown;
type Item = Record<string, Json>;

/** A part of a list has no name but its own text. */
const MAX_KEY = 80;

const isItem = (value: Json): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A document whose references are replaced by what they lead to; one that leads back into itself stays. */
export function dereference(document: Item): Json {
  const resolve = (ref: string) =>
    ref
      .slice(2)
      .split('/')
      .reduce<Json>((part, key) => (part as Item)[decodeURIComponent(key)], document);
  const walk = (value: Json, within: readonly string[]): Json => {
    if (Array.isArray(value)) return value.map((item) => walk(item, within));
    if (!isItem(value)) return value;
    const { $ref: ref, ...rest } = value;
    if (typeof ref === 'string' && !within.includes(ref))
      return { ...(walk(resolve(ref), [...within, ref]) as Item), ...(walk(rest, within) as Item) };
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item, within)]));
  };
  return walk(document, []);
}

/** What an item of a list is recognised by: a parameter by its place and name, anything else by its shape. */
function keyOf(item: Json): string {
  if (isItem(item) && typeof item.name === 'string') return `${item.in ?? ''} ${item.name}`;
  return JSON.stringify(shapeOf(item));
}

/** Keys in alphabetical order, however deep they stand, and no descriptions. */
function shapeOf(value: Json): Json {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (!isItem(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .filter((key) => key !== 'description' || typeof value[key] !== 'string')
      .sort()
      .map((key) => [key, shapeOf(value[key])])
  );
}

/** What differs, by where it stands. */
export interface Changes {
  added: string[];
  /** What clients may miss: gone, or another than it was. */
  lost: string[];
}

/** Compares two documents part by part; the order of keys, of parameters and of alternatives tells nothing. */
export function compare(before: Json, after: Json, at = ''): Changes {
  if (isItem(before) && isItem(after)) return compareByKey(before, after, at);
  if (Array.isArray(before) && Array.isArray(after)) {
    const byKey = (items: Json[]) => Object.fromEntries(items.map((item) => [keyOf(item), item]));
    return compareByKey(byKey(before), byKey(after), at);
  }
  return Object.is(before, after) ? { added: [], lost: [] } : { added: [], lost: [at] };
}

function compareByKey(before: Item, after: Item, at: string): Changes {
  const place = (key: string) =>
    [...(at ? [at] : []), key.length > MAX_KEY ? `${key.slice(0, MAX_KEY)}…` : key].join(' > ');
  const inner = Object.keys(before).map((key) =>
    key in after ? compare(before[key], after[key], place(key)) : { added: [], lost: [place(key)] }
  );
  const added = Object.keys(after).filter((key) => !(key in before));
  return { added: [...inner.flatMap((one) => one.added), ...added.map(place)], lost: inner.flatMap((one) => one.lost) };
}

/** What an OpenAPI document has lost and won, its references followed. */
export const openApiChanges = (before: Item, after: Item): Changes => compare(dereference(before), dereference(after));

/** What a GraphQL schema has lost and won: lost as graphql-js counts it, won by the lines of its text. */
export function graphqlChanges(before: string, after: string): Changes {
  const linesOf = (text: string) => print(parse(text)).split('\n');
  const had = new Set(linesOf(before));
  const added = linesOf(after).filter((line) => line.trim() && !had.has(line));
  const lost = findBreakingChanges(buildSchema(before), buildSchema(after));
  return { added, lost: lost.map(({ description }) => description) };
}
