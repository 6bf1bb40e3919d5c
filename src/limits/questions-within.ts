import { type AttributesOf, targetOf } from './schemas';
import { isGroup } from './values';

/** What a query asks of one type: its own filters and order, or those of what it populates. */
export interface Question {
  filters?: unknown;
  sort?: unknown;
  /** Before the names of its parameters, such as `populate[topics]`; empty for the query's own. */
  path: string;
  /** The type that is asked, where it is known. */
  uid: string | undefined;
}

interface Part {
  filters?: unknown;
  sort?: unknown;
  populate?: unknown;
  on?: unknown;
}

/** The name of a parameter of a question: `populate[topics][filters]`. */
export const parameterOf = ({ path }: Question, name: string): string => (path === '' ? name : `${path}[${name}]`);

/**
 * Everything that a query of REST asks, of the type that it lists and of those that it populates.
 *
 * @param uid - Of the type that is listed; undefined where it is not known.
 */
export function* questionsWithin(
  query: Part,
  uid: string | undefined,
  attributesOf: AttributesOf,
  path = ''
): Generator<Question> {
  const { filters, sort, populate } = query;
  const question = { filters, sort, path, uid };
  yield question;
  if (!isGroup(populate)) return;
  const attributes = (uid ? attributesOf(uid) : undefined) ?? {};
  for (const [key, part] of Object.entries(populate)) {
    if (!isGroup(part)) continue;
    const below = `${parameterOf(question, 'populate')}[${key}]`;
    yield* questionsWithin(part, targetOf(attributes[key]), attributesOf, below);
    if (!isGroup(part.on)) continue;
    for (const [component, inner] of Object.entries(part.on)) {
      if (isGroup(inner)) yield* questionsWithin(inner, component, attributesOf, `${below}[on][${component}]`);
    }
  }
}
