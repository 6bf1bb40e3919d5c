import { describe, expect, it } from 'vitest';
import type { Recognised } from '../../../shared/src';
import { createStyles } from '../../../text/src';
import { lineFindings } from './line-findings';

const now = { filedAt: '2026-05-01T12:00:00Z' };
const dateline: NonNullable<Recognised['dateline']> = {
  style: 'smn',
  places: [{ city: 'Seoul', entries: [], candidates: [] }],
  date: '2026-05-02',
  source: null,
  text: '',
};
const lines = { datelineText: null, bylineText: null };
const codes = (...args: Parameters<typeof lineFindings>) => lineFindings(...args).map(({ code }) => code);

describe('lineFindings', () => {
  it('tells a date to come', () => {
    expect(codes({ dateline, byline: null }, lines, now)).toEqual(['DATE_AFTER_PUBLICATION']);
  });

  it('tells a byline from elsewhere', () => {
    const byline = {
      credits: [{ name: 'Claire Lee', location: 'Tokyo', role: null, authors: [] }],
      label: null,
      text: '',
    };
    expect(codes({ dateline: { ...dateline, date: '2026-05-01' }, byline }, lines, now)).toEqual([
      'BYLINE_PLACE_DIFFERS',
    ]);
  });

  it('takes no line in a registered style for unread', () => {
    const styles = createStyles();
    styles.register({
      name: 'courier',
      language: 'en',
      dateline: {
        cityCase: 'capitals',
        betweenPlaces: '/',
        parts: [{ field: 'source', after: ' | ' }, { field: 'places' }, { text: ' |' }],
      },
      byline: { familyName: 'as-written', list: 'conjunction' },
    });
    const line = { datelineText: 'AFP | SEOUL |', bylineText: null };
    expect(codes({ dateline: null, byline: null }, line, now)).toEqual(['DATELINE_UNREAD']);
    expect(codes({ dateline: null, byline: null }, line, { ...now, styles })).toEqual([]);
  });

  it('tells a slip of the keyboard', () => {
    const line = { datelineText: 'SEOUL, May O1 (AFP) -', bylineText: null };
    expect(codes({ dateline: { ...dateline, date: '2026-05-01' }, byline: null }, line, now)).toEqual([
      'DATELINE_SLIP',
    ]);
  });

  it('says nothing of a day without its year, of an unknown place, or of a byline that is not there', () => {
    expect(codes({ dateline: { ...dateline, date: '--05-02' }, byline: null }, lines, now)).toEqual([]);
    expect(codes({ dateline: null, byline: null }, lines, now)).toEqual([]);
  });
});
