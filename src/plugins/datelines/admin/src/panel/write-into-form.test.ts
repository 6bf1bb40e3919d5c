import { describe, expect, it } from 'vitest';
import type { Recognised } from '../../../shared/src/recognise.contract';
import { changesFor } from './write-into-form';

const fields = {
  datelines: 'datelines',
  datelineDate: 'datelineDate',
  filedAt: 'filedAt',
  source: 'source',
  section: 'section',
  bylineLabel: 'bylineLabel',
  body: 'body',
  byline: { field: 'byline', author: 'author', name: 'name', location: 'location', role: 'role' },
};
const buffalo = { id: 1, documentId: 'buffalo', label: 'Buffalo, N.Y.' };
const afp = { id: 5, documentId: 'afp', label: 'AFP' };
const dateline: NonNullable<Recognised['dateline']> = {
  style: 'ap',
  places: [{ city: 'Buffalo', entries: [], candidates: [] }],
  date: '2026-04-22',
  source: { code: 'AFP', entries: [afp] },
  text: '',
};
const recognised: Recognised = { kind: 'dateline', dateline, byline: null, findings: [] };
const change = (field: string, ...args: Parameters<typeof changesFor>) =>
  changesFor(...args).find(([name]) => name === field)?.[1];

describe('changesFor', () => {
  it('links the places, the source and the date of a new story', () => {
    expect(changesFor(recognised, [buffalo], fields, {})).toEqual([
      [
        'datelines',
        {
          connect: [
            {
              ...buffalo,
              __temp_key__: 'a0',
              apiData: { id: 1, documentId: 'buffalo', isTemporary: true, position: { end: true } },
            },
          ],
          disconnect: [],
        },
      ],
      ['source', { connect: [expect.objectContaining(afp)], disconnect: [] }],
      ['datelineDate', '2026-04-22'],
    ]);
  });

  it('takes out what was linked before and keeps the order of the line', () => {
    const saved = { datelines: [{ id: 2, documentId: 'oslo' }, { ...buffalo }] };
    const value = change(
      'datelines',
      recognised,
      [buffalo, { id: 3, documentId: 'paris', label: 'Paris' }],
      fields,
      saved
    );
    expect(value).toMatchObject({
      connect: [{ documentId: 'buffalo' }, { documentId: 'paris' }],
      disconnect: [{ id: 2, apiData: { documentId: 'oslo' } }],
    });
  });

  it('leaves alone what is linked already', () => {
    expect(change('datelines', recognised, [buffalo], fields, { datelines: [buffalo] })).toEqual({
      connect: [],
      disconnect: [],
    });
  });

  it('leaves out a place that has no entry, and a day without its year', () => {
    const partial = { ...recognised, dateline: { ...dateline, date: '--04-22', source: null } };
    expect(changesFor(partial, [null], fields, {})).toEqual([]);
  });

  it('credits authors by their entry and others by their name', () => {
    const byline = {
      credits: [
        {
          name: 'Claire Lee',
          location: 'Seoul',
          role: null,
          authors: [{ id: 9, documentId: 'lee', label: 'Claire Lee' }],
        },
        { name: 'Jan Kowalski', location: null, role: 'photos', authors: [] },
      ],
      label: null,
      text: '',
    };
    expect(change('byline', { kind: 'byline', dateline: null, byline, findings: [] }, [], fields, {})).toMatchObject([
      { author: { connect: [{ documentId: 'lee' }] }, name: null, location: 'Seoul' },
      { author: { connect: [] }, name: 'Jan Kowalski', location: null, role: 'photos' },
    ]);
  });

  it('writes a label where nobody is named, and nothing where the newsroom maps no such field', () => {
    const read: Recognised = {
      kind: 'byline',
      dateline: null,
      byline: { credits: [], label: 'Staff Writers', text: '' },
      findings: [],
    };
    expect(changesFor(read, [], fields, {})).toEqual([['bylineLabel', 'Staff Writers']]);
    expect(changesFor(read, [], { ...fields, bylineLabel: null }, {})).toEqual([]);
  });
});
