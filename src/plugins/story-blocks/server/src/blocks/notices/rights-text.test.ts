import { describe, expect, it } from 'vitest';
import { type RightsNotice, type RightsSource, rightsText } from './rights-text';

const afp: RightsSource = { code: 'AFP', name: 'Agence France-Presse', kind: 'wire' };
const dpa: RightsSource = { code: 'dpa', name: 'Deutsche Presse-Agentur', kind: 'wire' };
const efe: RightsSource = { code: 'EFE', name: 'Agencia EFE', kind: 'wire' };
const noaa: RightsSource = {
  code: 'NOAA',
  name: 'National Oceanic and Atmospheric Administration',
  kind: 'public-domain',
};
const csa: RightsSource = { code: 'CSA', name: 'Canadian Space Agency', kind: 'reports' };
const staff: RightsSource = { code: 'STAFF', name: 'Our staff', kind: 'staff' };

const text = (notice: Partial<RightsNotice>) =>
  rightsText({
    template: null,
    from: null,
    to: null,
    owner: null,
    sources: [],
    thisYear: 2026,
    language: 'en',
    ...notice,
  });
const sources = (list: RightsSource[], language = 'en') => text({ template: '{sources}', sources: list, language });

describe('rightsText', () => {
  it('has a sentence for each kind of source, in order of first appearance', () => {
    expect(sources([csa, afp, noaa, dpa, staff, efe])).toBe(
      'CSA news reports are copyright Canadian Space Agency. ' +
        'AFP, dpa, and EFE news wire stories are copyright Agence France-Presse, Deutsche Presse-Agentur, and Agencia EFE. ' +
        'All NOAA sourced material is public domain.'
    );
  });

  it('joins lists as the language does, with its region', () => {
    expect(sources([afp, dpa, efe], 'en-AU')).toBe(
      'AFP, dpa and EFE news wire stories are copyright Agence France-Presse, Deutsche Presse-Agentur and Agencia EFE.'
    );
    expect(sources([afp, dpa], 'de')).toBe(
      'Die Agenturmeldungen von AFP und dpa sind urheberrechtlich geschützt: © Agence France-Presse und Deutsche Presse-Agentur.'
    );
    expect(sources([afp, dpa, noaa], 'ja')).toBe(
      'AFP、dpaの配信記事の著作権はAgence France-Presse、Deutsche Presse-Agenturに帰属します。NOAAが提供する素材はすべてパブリックドメインです。'
    );
  });

  it('has wordings of its own in some languages and falls back on English', () => {
    for (const language of ['ar', 'de-CH', 'es', 'fr-CA', 'ja']) {
      expect(sources([afp, csa, noaa], language)).not.toContain('copyright');
      expect(sources([afp, csa, noaa], language)).toContain('Agence France-Presse');
    }
    for (const language of ['tlh', 'eo', '', 'not a tag', 'constructor']) {
      expect(sources([afp, dpa], language)).toBe(sources([afp, dpa]));
    }
  });

  it("states a source's own line where it stands", () => {
    const own = { ...dpa, rightsLine: ' © dpa. All rights reserved. ' };
    expect(sources([afp, own, { ...staff, rightsLine: 'By us.' }, noaa])).toBe(
      'AFP news wire stories are copyright Agence France-Presse. © dpa. All rights reserved. By us. All NOAA sourced material is public domain.'
    );
    expect(sources([{ ...afp, rightsLine: ' ' }])).toContain('AFP news wire');
  });

  it('names a source once, by its name where it has no code', () => {
    expect(sources([afp, afp, { code: ' ', name: 'Tass', kind: 'wire' }])).toBe(
      'AFP and Tass news wire stories are copyright Agence France-Presse and Tass.'
    );
    expect(sources([{ code: '', name: '', kind: 'wire' }])).toBe('');
    expect(sources([{ ...afp, kind: 'gap' as never }])).toBe('');
  });

  it('writes the years from the first to the last, or to this one', () => {
    const years = (from: number | null, to: number | null) => text({ template: '{years}', from, to });
    expect(years(1995, 2024)).toBe('1995-2024');
    expect(years(1995, null)).toBe('1995-2026');
    expect(years(2024, 2024)).toBe('2024');
    expect(years(2026, null)).toBe('2026');
    expect(years(null, 2024)).toBe('2024');
    expect(years(null, null)).toBe('2026');
    expect(years(2030, null)).toBe('2030');
    expect(years(2024, 1995)).toBe('1995-2024');
  });

  it('takes owners and names for text, whatever is in them', () => {
    expect(
      text({ template: '{owner} | {sources}', owner: '$& {sources}', sources: [{ ...afp, name: "{codes} $'" }] })
    ).toBe("$& {sources} | AFP news wire stories are copyright {codes} $'.");
  });

  it('leaves other braces alone, and takes the blank with an empty place', () => {
    expect(text({ template: 'A {owner} B {x} {constructor} {sources}' })).toBe('A B {x} {constructor}');
  });

  it('writes one full stop after an abbreviation', () => {
    expect(sources([{ code: 'AP', name: 'Acme Inc.', kind: 'reports' }])).toBe(
      'AP news reports are copyright Acme Inc.'
    );
    expect(text({ owner: 'Acme Inc.' })).toBe('© 2026 Acme Inc.');
  });

  it('has a notice where no template is set', () => {
    expect(text({ owner: 'Acme', from: 2001, sources: [noaa] })).toBe(
      '© 2001-2026 Acme. All NOAA sourced material is public domain.'
    );
    expect(text({ owner: 'Acme', template: ' ', language: 'ja' })).toBe('© 2026 Acme');
    expect(text({ sources: [noaa] })).toBe('All NOAA sourced material is public domain.');
    expect(text({ from: 1999, to: 2001 })).toBe('© 1999-2001.');
  });

  it('is empty where nothing is known', () => {
    expect(text({})).toBe('');
    expect(text({ sources: [staff] })).toBe('');
    expect(text({ template: '{owner}' })).toBe('');
  });

  it.each([
    ['it', 'I dispacci di AFP sono protetti'],
    ['nl-BE', 'Persberichten van AFP'],
    ['pt-BR', 'Os despachos de AFP'],
    ['ca', 'Els despatxos de AFP'],
    ['ro', 'Știrile AFP'],
    ['sv', 'Nyhetstelegram från AFP'],
    ['da', 'Nyhedstelegrammer fra AFP'],
    ['nb', 'Nyhetsmeldinger fra AFP'],
    ['no', 'Nyhetsmeldinger fra AFP'],
    ['fi', 'Uutissähkeet (AFP)'],
    ['pl', 'Depesze AFP'],
    ['cs', 'Agenturní zprávy AFP'],
    ['hr', 'Agencijske vijesti (AFP)'],
    ['hu', 'A hírügynökségi anyagok (AFP)'],
    ['el', 'Οι ανταποκρίσεις (AFP)'],
    ['bg', 'Съобщенията на AFP'],
    ['ru', 'Сообщения AFP'],
    ['uk', 'Повідомлення AFP'],
    ['tr', 'AFP ajans haberleri'],
    ['he', 'מברקי AFP'],
    ['fa', 'حق نشر خبرهای AFP'],
    ['hi', 'AFP के समाचार'],
    ['id', 'Berita AFP'],
    ['vi', 'Tin của AFP'],
    ['sw', 'Habari za AFP'],
    ['ko', 'AFP 통신 기사'],
    ['th', 'ข่าวของ AFP'],
    ['zh', 'AFP电讯稿的版权归Agence France-Presse所有。'],
    ['zh-TW', 'AFP電訊稿的版權歸Agence France-Presse所有。'],
    ['eo', 'AFP news wire stories are copyright'],
  ])('in %s begins “%s”', (language, beginning) => {
    const said = text({ language, owner: 'Acme', sources: [afp] });
    expect(said.replace(/^© 2026 Acme\.? /, '')).toMatch(new RegExp(`^${beginning.replace(/[()]/g, '\\$&')}`));
    expect(said).toContain('Agence France-Presse');
  });
});
