import { describe, expect, it } from 'vitest';
import { addressesOf, addressKeys, hostOf, otherPage, readWebAddress, storyKeys, storyNames } from '.';

const PATTERN = '/{section}/{slug}';

/** What an address names by a site's pattern, as `slug` or `#documentId`, the likeliest first. */
function namesIn(url: string, ...patterns: string[]): string[] {
  const address = readWebAddress(url);
  const names = address ? storyNames(address, { story: patterns.length > 0 ? patterns : [PATTERN] }) : [];
  return names.map(({ by, value }) => (by === 'slug' ? value : `#${value}`));
}

describe('the addresses in a text', () => {
  const found = (text: string) => addressesOf([], [text]).map(({ path }) => path.join('/'));
  it.each([
    ['[Docks](/docks/ferry-runs).', ['docks/ferry-runs']],
    ['[Docks]( </docks/ferry-runs...> )', ['docks/ferry-runs']],
    ['<a href="/docks/ferry-runs?a=b">', ['docks/ferry-runs']],
    [`](/${'.'.repeat(3_000)}x`, []],
    [`href="/${'a'.repeat(3_000)}"`, []],
    [`[a](/${'.'.repeat(3_000)}x) and [b](/docks)`, ['docks']],
  ])('%.40s', (text, paths) => {
    expect(found(text)).toEqual(paths);
  });
});

describe('the host of an address', () => {
  it.each([
    ['https://quay.example', 'quay.example'],
    ['http://quay.example/docks', 'quay.example'],
    ['HTTPS://Quay.EXAMPLE/', 'quay.example'],
    ['https://quay.example:443/', 'quay.example'],
    ['http://quay.example:80', 'quay.example'],
    ['https://quay.example:8443/x', 'quay.example:8443'],
    ['https://quay.example./x', 'quay.example'],
    ['https://www.quay.example/x', 'quay.example'],
    ['https://m.quay.example/x', 'quay.example'],
    ['https://amp.quay.example/x', 'quay.example'],
    ['https://desk:secret@quay.example/x', 'quay.example'],
    ['https://hafen-öl.example/', 'xn--hafen-l-f1a.example'],
    ['https://xn--hafen-l-f1a.example/', 'xn--hafen-l-f1a.example'],
    ['https://новости.example/', 'xn--b1amnebsh.example'],
    ['https://www.example/', 'www.example'],
    ['http://127.0.0.1:1337/x', '127.0.0.1:1337'],
    ['https://news.quay.example/', 'news.quay.example'],
  ])('%s: %s', (url, host) => {
    expect(hostOf(url)).toBe(host);
  });

  it.each(['mailto:desk@quay.example', 'quay', 'javascript:alert(1)', 'https://', 'ftp://quay.example/x'])(
    '%s has none',
    (url) => {
      expect(hostOf(url)).toBeNull();
    }
  );
});

describe('the story that an address names', () => {
  it.each([
    ['/docks/ferry-runs', 'ferry-runs'],
    ['/docks/ferry-runs/', 'ferry-runs'],
    ['/docks//ferry-runs', 'ferry-runs'],
    ['/ferry-runs', 'ferry-runs'],
    ['/docks/ferry-runs?utm_source=mail', 'ferry-runs'],
    ['/docks/ferry-runs#comments', 'ferry-runs'],
    ['/docks/ferry-runs.html', 'ferry-runs'],
    ['/docks/ferry-runs.amp.html', 'ferry-runs'],
    ['/docks/ferry-runs/index.php', 'ferry-runs'],
    ['/docks/ferry-runs/amp', 'ferry-runs'],
    ['/amp/docks/ferry-runs', 'ferry-runs'],
    ['/docks/ferry-runs/page/2', 'ferry-runs'],
    ['/docks/ferry%2Druns', 'ferry-runs'],
    ['/docks/%D7%A9%D7%9C%D7%95%D7%9D', 'שלום'],
    ['/docks/f%C3%A9rie', 'férie'],
    ['/docks/fe%CC%81rie', 'férie'],
    ['/2019/04/ferry-runs', 'ferry-runs'],
  ])('%s', (path, slug) => {
    expect(namesIn(`https://quay.example${path}`)).toContain(slug);
  });

  it.each([
    ['/Docks/FERRY-Runs', [PATTERN], 'FERRY-Runs'],
    ['/fr/docks/ferry-runs', ['/{locale}/{section}/{slug}'], 'ferry-runs'],
    ['/docks/ferry-runs-k2ab', ['/{section}/{slug}-{documentId}'], '#k2ab'],
    ['/docks/k2ab-ferry-runs', ['/{section}/{documentId}-{slug}'], '#k2ab'],
    ['/story/k2ab', ['/story/{documentId}'], '#k2ab'],
    ['/STORY/k2ab', ['/story/{documentId}'], '#k2ab'],
    ['/read?id=k2ab&from=mail', ['/read?id={documentId}'], '#k2ab'],
    ['/?p=ferry-runs', ['/?p={slug}'], 'ferry-runs'],
    ['/k2ab/ferry-runs.htm', ['/{documentId}/{slug}.htm'], '#k2ab'],
    ['/news/docks/ferry-runs', [PATTERN], 'ferry-runs'],
    ['/ferry-runs/docks', ['/{slug}/{section}'], 'ferry-runs'],
    ['/tech/mobile', [PATTERN], 'mobile'],
  ])('%s by %j, first of all', (path, patterns, name) => {
    expect(namesIn(`https://quay.example${path}`, ...patterns)[0]).toBe(name);
  });

  it('is that of a whole part before that of a piece of one', () => {
    const names = namesIn('https://quay.example/docks/ferry-runs', '/{section}/{slug}-{documentId}');
    expect(names).toEqual(['#runs', 'ferry-runs', 'ferry']);
  });

  it('is in the language that the address names', () => {
    const address = readWebAddress('https://quay.example/fr/docks/ferry-runs');
    expect(address && storyNames(address, { story: ['/{locale}/{section}/{slug}'] })[0].locale).toBe('fr');
  });

  it.each(['https://quay.example', 'https://quay.example/', 'https://quay.example/?utm_source=x', 'mailto:a@b.c'])(
    '%s: none',
    (url) => {
      expect(namesIn(url)).toEqual([]);
    }
  );

  it.each([
    ['/topics/ice', '/topics/{slug}', { kind: 'topic', slug: 'ice' }],
    ['/Topics/ice/', '/topics/{slug}', { kind: 'topic', slug: 'ice' }],
    ['/docks', '/topics/{slug}', { kind: 'section', slug: 'docks' }],
    ['/docks/ice', '/topics/{slug}', null],
    ['/docks/ice', '/{section}/{slug}', null],
  ])('%s may be another page by %s: %j', (path, topic, page) => {
    const address = readWebAddress(`https://quay.example${path}`);
    expect(address && otherPage(address, { topic })).toEqual(page);
  });
});

describe('addresses in texts', () => {
  const hrefs = (...texts: string[]) =>
    addressesOf([], texts).map(({ host, path }) => [host, ...path].filter(Boolean).join('/'));

  it.each([
    ['See https://quay.example/docks/ferry-runs.', 'quay.example/docks/ferry-runs'],
    ['(https://quay.example/docks/ferry-runs)', 'quay.example/docks/ferry-runs'],
    ['[Ferry](https://quay.example/docks/ferry-runs "Ferry")', 'quay.example/docks/ferry-runs'],
    ['[1]: <https://quay.example/docks/ferry-runs>', 'quay.example/docks/ferry-runs'],
    ['**https://quay.example/docks/ferry-runs**', 'quay.example/docks/ferry-runs'],
    ['<a href="https://quay.example/docks/ferry-runs">', 'quay.example/docks/ferry-runs'],
    ['<a href=https://quay.example/docks/ferry-runs>', 'quay.example/docks/ferry-runs'],
    ['quay.example/docks/ferry-runs has more', 'quay.example/docks/ferry-runs'],
    ['www.quay.example/docks/ferry-runs, it said', 'quay.example/docks/ferry-runs'],
    ['„https://quay.example/docks/ferry-runs“', 'quay.example/docks/ferry-runs'],
    ['詳細はhttps://quay.example/docks/ferry-runsをご覧', 'quay.example/docks/ferry-runs'],
    ['Lisez //quay.example/docks/ferry-runs !', 'quay.example/docks/ferry-runs'],
    ['[Ferry](/docks/ferry-runs)', 'docks/ferry-runs'],
    ["<a href='/docks/ferry-runs'>", 'docks/ferry-runs'],
    ['http://новости.example/мир/паром…', 'xn--b1amnebsh.example/мир/паром'],
  ])('%s', (text, href) => {
    expect(hrefs(text)).toContain(href);
  });

  it.each([
    '3.5/10 for the ferry',
    'and/or',
    '24/7',
    'desk@quay.example',
    'km/h',
    'No address at all.',
    '//',
    'https://',
  ])('%s: none', (text) => {
    expect(hrefs(text)).toEqual([]);
  });

  it('in bodies are those of links and of bare text, in lists too', () => {
    const link = (url: string) => ({ type: 'link', url, children: [{ type: 'text', text: 'here' }] });
    const body = [
      {
        type: 'paragraph',
        children: [link('https://quay.example/a'), { type: 'text', text: 'https://quay.example/b' }],
      },
      { type: 'list', children: [{ type: 'list-item', children: [link('https://quay.example/c')] }] },
    ];
    expect(addressesOf(body, []).map(({ path }) => path[0])).toEqual(['a', 'b', 'c']);
  });

  it('are a hundred at most, and a long text without blanks takes no time', () => {
    const many = Array.from({ length: 300 }, (_, at) => `https://quay.example/${at}`).join(' ');
    expect(addressesOf([], [many])).toHaveLength(100);
    expect(addressesOf([], ['字'.repeat(200_000), `${'a-'.repeat(100_000)}/`])).toEqual([]);
  });
});

describe('keys of addresses', () => {
  const patterns = [PATTERN, '/{section}/{slug}-{documentId}', '/read?id={documentId}'];
  const keys = storyKeys(['quay.example', ''], { slugs: ['ferry-runs', 'ferry'], documentId: 'k2ab' }, patterns);
  const found = (url: string) => {
    const address = readWebAddress(url);
    return address !== null && addressKeys(address).some((key) => keys.includes(key));
  };

  it.each([
    'https://quay.example/docks/ferry-runs',
    'http://www.QUAY.example/docks/FERRY-runs.html',
    'https://quay.example/docks/ferry/amp',
    'https://quay.example/docks/ferry-runs-k2ab',
    'https://quay.example/read?id=k2ab',
    '/docks/ferry-runs',
  ])('%s is found', (url) => {
    expect(found(url)).toBe(true);
  });

  it.each([
    'https://other.example/docks/ferry-runs',
    'https://quay.example/docks/ferry-walks',
    'https://quay.example/read?utm_id=k2ab',
  ])('%s is not', (url) => {
    expect(found(url)).toBe(false);
  });
});
