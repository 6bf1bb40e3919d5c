import { ERROR_CODES } from '../../../shared/src';
import type { Failure } from './hold';

type Told = Omit<Failure, 'locale'>;

const MOST = 300;
/** How much of a long message is looked at. */
const READ = 2_000;
/** Marks of what is no text for an editor: a statement of the database, a line of a stack. */
const TECHNICAL =
  /\b(select|insert into|delete from|update)\b.*\b(from|values|set|where)\b|\bat .+:\d+:\d+|SQLITE_|\bnode_modules\b/is;

const SERVER: Told = {
  code: 'SERVER',
  message: 'A fault in the server kept the story from being published. An administrator finds it in the server’s log.',
  field: null,
  finding: null,
};

const NO_RIGHT: Told = {
  code: 'NO_RIGHT',
  message: 'Whoever set the embargo may no longer publish the story. Publish it yourself, or ask somebody who may.',
  field: null,
  finding: null,
};

interface FieldError {
  path?: unknown;
  message?: unknown;
  value?: unknown;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** One line, without what only programmers read; null where nothing is left to tell. */
function plain(text: unknown): string | null {
  if (typeof text !== 'string' || TECHNICAL.test(text.slice(0, READ))) return null;
  const line = text.slice(0, READ).split('\n')[0].replaceAll('`', '').replace(/\s+/g, ' ').trim();
  return line === '' ? null : line.slice(0, MOST);
}

const isEmpty = (value: unknown) => value === null || value === '' || (Array.isArray(value) && value.length === 0);

function tellField(error: FieldError, message: string): Told {
  const field = Array.isArray(error.path) && error.path.length > 0 ? error.path.join('.') : null;
  if (field !== null && 'value' in error && isEmpty(error.value)) {
    const text = `The field "${field}" is empty. The story cannot be published without it.`;
    return { code: 'FIELD_EMPTY', message: text, field, finding: null };
  }
  return { code: field === null ? 'REFUSED' : 'FIELD_INVALID', message, field, finding: null };
}

/**
 * What an editor is told of an error that kept a story from being published: what is wrong and in which field. Only errors
 * that were made to be told are; of any other, that the server's log knows more.
 *
 * @example tellFailure(new ValidationError('title must be defined', { errors: [{ path: ['title'], value: null }] }))
 *   // → { code: 'FIELD_EMPTY', message: 'The field "title" is empty. …', field: 'title', finding: null }
 */
export function tellFailure(error: unknown): Told {
  const { details, message: own, code: databaseCode } = (isObject(error) ? error : {}) as Record<string, unknown>;
  // The database's own refusals: two writers that waited for each other, or one that waited too long.
  if (databaseCode === '40P01' || databaseCode === 'SQLITE_BUSY' || databaseCode === '55P03') {
    return { code: 'BUSY', message: 'Somebody else was writing the story at that moment.', field: null, finding: null };
  }
  // Errors that are told to callers have details, if only empty ones; faults have none.
  const message = isObject(details) ? plain(own) : null;
  if (!isObject(details) || message === null) return SERVER;
  const [first] = Array.isArray(details.errors) ? (details.errors as FieldError[]) : [];
  if (details.code === ERROR_CODES.mayNotPublish) return NO_RIGHT;
  if (details.code === ERROR_CODES.busy) return { code: 'BUSY', message, field: null, finding: null };
  if (details.code === ERROR_CODES.notReady) {
    const finding = typeof details.finding === 'string' ? details.finding : null;
    return { ...tellField(isObject(first) ? first : {}, message), code: 'NOT_READY', finding };
  }
  return isObject(first)
    ? tellField(first, plain(first.message) ?? message)
    : { code: 'REFUSED', message, field: null, finding: null };
}
