import { describe, expect, test } from 'vitest';
import { setBoardSchema } from '../../../../shared/src';
import { decideBoard } from './decide-will';
import type { BoardWish } from './will';

const NOW = Date.parse('2026-04-22T12:00:00Z');
const LATER = '2026-04-22T18:00:00Z';
const pin = (documentId: string, until: number | null = null): BoardWish => ({
  type: 'story',
  documentId,
  kind: 'pin',
  until,
});
const decide = (asked: unknown, before: BoardWish[] = []) =>
  decideBoard(setBoardSchema.parse(asked), {
    before,
    typeOf: (id) => (id.startsWith('no') ? undefined : 'story'),
    now: NOW,
  });

describe('what is to stand of a section', () => {
  test('keeps the order, and the first of a story named twice', () => {
    const wishes = decide({ pins: ['b', 'a', { documentId: 'b', until: LATER }], sentDown: ['d', 'c', 'd'] });
    expect(wishes.map(({ kind, documentId }) => `${kind} ${documentId}`)).toEqual([
      'pin b',
      'pin a',
      'down d',
      'down c',
    ]);
    expect(wishes[0].until).toBeNull();
  });

  test('leaves an end that is not named as it stands, unless it has come', () => {
    const before = [pin('a', NOW + 5), pin('b', NOW)];
    expect(decide({ pins: ['a', 'b'] }, before).map(({ until }) => until)).toEqual([NOW + 5, null]);
    expect(decide({ pins: [{ documentId: 'a', until: null }] }, before)[0].until).toBeNull();
  });

  test('takes back an end that stands, though it has come', () => {
    const until = '2026-04-22T10:00:00Z';
    expect(decide({ pins: [{ documentId: 'a', until }] }, [pin('a', Date.parse(until))])[0].until).toBe(
      Date.parse(until)
    );
  });

  test('keeps a story that is gone where it stood, and takes no other', () => {
    expect(decide({ pins: ['nowhere'] }, [pin('nowhere')])).toEqual([pin('nowhere')]);
    expect(decide({ sentDown: ['nowhere'] }, [pin('nowhere')])).toMatchObject([{ kind: 'down' }]);
  });

  test.each([
    ['an unknown pin', { pins: ['a', 'nobody'] }, ['data', 'pins', 1, 'documentId']],
    ['an unknown story sent down', { sentDown: ['nobody'] }, ['data', 'sentDown', 0]],
    ['both', { pins: ['a'], sentDown: ['b', 'a'] }, ['data', 'sentDown', 1]],
    ['over already', { pins: [{ documentId: 'a', until: '2026-04-22T11:00:00Z' }] }, ['data', 'pins', 0, 'until']],
  ])('refuses %s, by its place', (_what, asked, path) => {
    const refused = expect.objectContaining({ details: { errors: [expect.objectContaining({ path })] } });
    expect(() => decide(asked)).toThrow(refused);
  });
});
