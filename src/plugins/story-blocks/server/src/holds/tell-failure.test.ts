import { errors } from '@strapi/utils';
import { conflict, forbidden, invalid } from '@wiredesk/strapi-kit/server';
import { describe, expect, it } from 'vitest';
import { tellFailure } from './tell-failure';

const field = (path: string[], message: string, value?: unknown) =>
  new errors.ValidationError(message, { errors: [{ path, message, name: 'ValidationError', value }] });

describe('tellFailure', () => {
  it.each([
    [
      'an empty headline',
      field(['title'], 'title must be a `string` type, but the final value was: `null`.', null),
      'FIELD_EMPTY',
      'title',
    ],
    ['a headline of no letters', field(['titre'], 'titre must be at least 1 characters', ''), 'FIELD_EMPTY', 'titre'],
    ['an empty list', field(['byline'], 'byline field must have at least 1 items', []), 'FIELD_EMPTY', 'byline'],
    [
      'a field of a part',
      field(['corrections', '0', 'text'], 'must be defined', null),
      'FIELD_EMPTY',
      'corrections.0.text',
    ],
    [
      'a number out of range',
      field(['priority'], 'priority must be less than or equal to 9', 12),
      'FIELD_INVALID',
      'priority',
    ],
    ['a value that another has', field(['slug'], 'This attribute must be unique', 'ice'), 'FIELD_INVALID', 'slug'],
    ['a field error of ours', invalid('Choose another slug', ['slug']), 'FIELD_INVALID', 'slug'],
    [
      'a field without a path',
      new errors.ValidationError('No', { errors: [{ path: [], message: 'No' }] }),
      'REFUSED',
      null,
    ],
    ['a refusal without fields', new errors.ApplicationError('The legal desk says no'), 'REFUSED', null],
    ['a policy', forbidden('Only after six'), 'REFUSED', null],
    ['a conflict', conflict('Story a is killed', { code: 'STORY_HELD' }), 'REFUSED', null],
    ['two writers', conflict('Somebody else is writing', { code: 'BUSY' }), 'BUSY', null],
    ['a deadlock', Object.assign(new Error('update "a" set - deadlock detected'), { code: '40P01' }), 'BUSY', null],
    ['a fault of the code', new TypeError("Cannot read properties of undefined (reading 'x')"), 'SERVER', null],
    [
      'a statement',
      Object.assign(new Error("insert into `a` values ('Secret') - SQLITE_FULL"), { code: 'SQLITE_FULL' }),
      'SERVER',
      null,
    ],
    [
      'a refusal that quotes a statement',
      new errors.ApplicationError('select * from articles where title = x'),
      'SERVER',
      null,
    ],
    [
      'a refusal that quotes a stack',
      new errors.ApplicationError('no\n    at rank (/app/dist/index.js:12:3)'),
      'SERVER',
      null,
    ],
    ['nothing', undefined, 'SERVER', null],
    ['a text', 'no', 'SERVER', null],
    ['an object', { message: 'no' }, 'SERVER', null],
  ])('tells %s', (_name, error, code, name) => {
    const told = tellFailure(error);
    expect(told).toMatchObject({ code, field: name });
    expect(told.message).not.toMatch(/Secret|select|insert|undefined|SQLITE|dist|`/);
    expect(told.message.length).toBeGreaterThan(1);
  });

  it('keeps what somebody wrote for an editor', () => {
    expect(tellFailure(new errors.ApplicationError('The legal desk  has not\tcleared it.')).message).toBe(
      'The legal desk has not cleared it.'
    );
    expect(tellFailure(new errors.ApplicationError('x'.repeat(5_000))).message).toHaveLength(300);
  });

  it('names the finding that blocks', () => {
    const error = invalid('body (en): The story has no text. It was not published.', ['body'], {
      code: 'NOT_READY',
      finding: 'BODY_MISSING',
    });
    expect(tellFailure(error)).toEqual({
      code: 'NOT_READY',
      message: 'body (en): The story has no text. It was not published.',
      field: 'body',
      finding: 'BODY_MISSING',
    });
  });
});
