import { describe, expect, it } from 'vitest';
import { toChange, toCheckValues } from './check-values';

const fields = {
  datelines: 'places',
  datelineDate: 'day',
  filedAt: null,
  source: 'agency',
  section: null,
  bylineLabel: 'by',
  body: 'text',
  byline: { field: 'credits', author: 'who', name: 'named', location: 'where', role: 'part' },
};

describe('toChange', () => {
  it('names documents, and the neighbour that an entry was dragged before', () => {
    expect(
      toChange({
        connect: [
          { id: 1, apiData: { id: 1, documentId: 'a', position: { before: 'b' } } },
          { id: 2, documentId: 'c' },
        ],
        disconnect: [{ id: 3, apiData: { id: 3, documentId: 'd' } }],
      })
    ).toEqual({ connect: [{ documentId: 'a', before: 'b' }, { documentId: 'c' }], disconnect: ['d'] });
  });

  it('takes a field that is not in the form for one that did not change', () => {
    expect(toChange(undefined)).toEqual({ connect: [], disconnect: [] });
  });
});

describe('toCheckValues', () => {
  it('reads the fields that the newsroom maps', () => {
    const values = {
      day: '2019-04-22',
      by: '',
      credits: [{ id: 7, who: { connect: [{ id: 1, documentId: 'a' }], disconnect: [] }, where: 'Seoul' }],
    };
    expect(toCheckValues(values, fields)).toMatchObject({
      datelines: { connect: [], disconnect: [] },
      datelineDate: '2019-04-22',
      filedAt: null,
      bylineLabel: null,
      byline: [{ id: 7, author: { connect: [{ documentId: 'a' }], disconnect: [] }, name: null, location: 'Seoul' }],
    });
  });
});
