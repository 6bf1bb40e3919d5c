import { describe, expect, it } from 'vitest';
import { makeSlug } from '../make-slug';
import { decodeReferences, findReference } from './decode-references';

describe('decodeReferences', () => {
  it.each([
    ['Q&amp;A: what&#39;s next', "Q&A: what's next", 'q-and-a-whats-next'],
    ['Kim&#x2019;s train', 'Kim’s train', 'kims-train'],
    ['Ferry&nbsp;waits', 'Ferry\u00A0waits', 'ferry-waits'],
    ['Caf&eacute; closes', 'Café closes', 'cafe-closes'],
    ['Fish &amp;amp; chips', 'Fish & chips', 'fish-and-chips'],
    ['L&amp;#8217;Europe', 'L’Europe', 'leurope'],
    ['&amp;amp;eacute;t&amp;amp;eacute;', 'été', 'ete'],
    ['&quot;Enough&quot;, says mayor', '"Enough", says mayor', 'enough-says-mayor'],
    ['&ldquo;Genug&rdquo; &ndash; B&uuml;rger', '“Genug” – Bürger', 'genug-burger'],
    ['Ni&ntilde;os y ni&ntilde;as', 'Niños y niñas', 'ninos-y-ninas'],
    ['Stra&szlig;e gesperrt', 'Straße gesperrt', 'strasse-gesperrt'],
    ['Harbour&hellip; and back', 'Harbour… and back', 'harbour-and-back'],
    ['Tea &#038; cake', 'Tea & cake', 'tea-and-cake'],
    ['Rock &#X26; roll', 'Rock & roll', 'rock-and-roll'],
    ['Farmers&#8217 market', 'Farmers’ market', 'farmers-market'],
    ['Profit &amp loss', 'Profit & loss', 'profit-and-loss'],
    ['CAF&EACUTE; SHUT', 'CAFÉ SHUT', 'cafe-shut'],
    ['ROCK &AMP; ROLL', 'ROCK & ROLL', 'rock-and-roll'],
    ['Budget 2027&#150;2030', 'Budget 2027–2030', 'budget-2027-2030'],
    ['&#1051;&#1100;&#1074;&#1110;в', 'Львів', 'lviv'],
    ['&#26481;&#20140; opens', '東京 opens', 'dongjing-opens'],
    ['&#x1F600; smile', '😀 smile', 'smile'],
    ['Super&shy;markt', 'Super\u00ADmarkt', 'supermarkt'],
    ['1 &lt; 2', '1 < 2', '1-2'],
    ['&pound;5 fare', '£5 fare', 'pound-5-fare'],
    ['D&apos;Artagnan', "D'Artagnan", 'dartagnan'],
  ])('decodes %j', (text, decoded, slug) => {
    expect(decodeReferences(text)).toBe(decoded);
    expect(findReference(text)).toBe(/&[#a-z0-9]+;?/i.exec(text)?.[0]);
    expect(makeSlug(text)).toBe(slug);
  });

  it.each([
    'AT&T and R&D',
    'AT&T; then others',
    'R&D; Q&A; P&L',
    'Marks&Spencer',
    'B&B',
    'Black&not white',
    'Mum&para crew',
    'Salt&lton',
    'Rhythm&blues;',
    'M&A; deals',
    'Standard&Poor',
    'AT&amped',
    'Save & continue; then & there;',
    '100% & more',
    '#39 wins',
    '&; &#; &#x; &&',
    'Q&A',
    '研究&開発',
  ])('leaves %j alone', (text) => {
    expect(decodeReferences(text)).toBe(text);
    expect(findReference(text)).toBeNull();
  });

  it('ends, whatever it is given', () => {
    expect(decodeReferences(`${'&amp;'.repeat(50_000)}`)).toBe('&'.repeat(50_000));
    expect(decodeReferences(`&${'amp;'.repeat(10)}`)).toContain('&amp;');
    expect(decodeReferences('&#0;&#xD800;&#x110000;')).toBe('\uFFFD\uFFFD\uFFFD');
  });
});
