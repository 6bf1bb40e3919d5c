import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { harbourNetwork as network } from '../fixtures/harbour-network';
import { type Client, createClient, createToken, settled } from '../support/client';
import { asRest, STORY_PAGE } from '../support/graphql-page';
import { type Loaded, loadNetwork } from '../support/network';
import { anyClient, bootStrapi, type Running } from '../support/strapi';

/** The page as an editor would put it together by hand from the network's data; no line of it from the product. */
function composed(): string[] {
  const { site, mainStory, page, stories } = network;
  const newest = (section: string, limit: number) =>
    stories
      .filter((story) => story.section === section)
      .sort((a, b) => b.publishedAt.localeCompare(a.publishedAt))
      .slice(0, limit);
  const blocks: Record<string, string[]> = {
    'headline-rails': page.rails.flatMap((rail) => {
      const section = network.sections.find(({ slug }) => slug === rail.section);
      return [
        rail.label || section?.label || section?.name || '',
        ...newest(rail.section, rail.limit).map(({ title }) => title),
      ];
    }),
    comments: [site.commentsNotice ?? ''],
    // 24 characters of "The buoy that left its chain in the …": "chain" does not fit any more.
    'section-teaser': [
      'MOORINGS',
      'Buoy 9 found, two counties away',
      'BOSTON (KNT) — The buoy that left its [continued]',
    ],
    // Sources in the order of the block: the public-domain one first; en-US sets the serial comma.
    rights: [
      'Copyright 2009-2031, Kelpmarsh Publishing Trust. All TIDE sourced material is public domain. KNT, OSW, and BRN news wire stories are copyright Kelp News Trust, Osprey Wire, and Bairn Agency. Printed on no paper.',
    ],
    'related-links': ['Related Links', 'Eelgrass, explained at Pier & Pilot', 'More about dredging at Pier & Pilot'],
    share: [site.shareHeading ?? '', (site.shareTargets ?? []).join(' ')],
    appeal: [
      site.appeal?.heading ?? '',
      ...(site.appeal?.paragraphs ?? []),
      ...(site.appeal?.offers ?? []).flatMap(({ name, price, note }) => [name, price, note]),
    ],
  };
  return [
    `. ${site.tagline} .`,
    'MOORINGS',
    mainStory.title,
    'By Ottilie Brandreth in Gloucester and Kwame Asante-Lund in Boston',
    ...mainStory.body.map((line, at) => (at === 0 ? `GLOUCESTER, Mass. (OSW) — ${line}` : line)),
    ...page.layout.flatMap((name) => blocks[name]),
  ];
}

const lines = (text: string) => text.split('\n').filter((line) => line !== '');

describe.each(anyClient)('a page of another network on %s', (client) => {
  let app: Running;
  let api: Client;
  let loaded: Loaded;

  beforeAll(async () => {
    app = await bootStrapi({ client });
    api = createClient(app, await createToken(app.strapi, 'full-access'));
    loaded = await loadNetwork(api, network);
  });
  afterAll(() => app?.stop());

  const page = (query = '', accept = 'application/json') =>
    api.get(`/api/story-blocks/pages/${loaded.mainId}${query}`, { Accept: accept });

  test('is what its data makes, line by line', async () => {
    const answer = await page('', 'text/plain');
    expect(lines(answer.text)).toEqual(composed());
  });

  test('is the same by REST and GraphQL, by document id and by slug', async () => {
    // Until the links are made, two answers may be of two generations.
    await settled(app.strapi);
    const rest = await page();
    const { slug } = rest.body.data.story;
    const bySlug = await api.get(`/api/story-blocks/pages?slug=${slug}`);
    const graphql = await api.graphql(STORY_PAGE, { slug });
    expect(bySlug.body).toEqual(rest.body);
    expect(graphql.body.errors).toBeUndefined();
    expect(asRest(graphql.body.data.storyPage)).toEqual(rest.body);
  });

  test('has real addresses', async () => {
    const { story, blocks } = (await page()).body.data;
    expect(story.url).toBe('https://pier-and-pilot.example/moorings/dredger-leaves-the-bar-as-deep-as-it-found-it');
    const share = blocks.find((block: { type: string }) => block.type === 'share');
    const [reddit, email, board] = share.targets;
    expect(new URL(reddit.url).searchParams.get('url')).toBe(story.url);
    expect(new URL(reddit.url).searchParams.get('title')).toBe(story.title);
    expect(email.url).toMatch(/^mailto:/);
    expect(board).toEqual({ name: 'Noticeboard', url: null });
  });

  test('lists, fronts and fields give the same stories', async () => {
    const rails = await api.get('/api/story-blocks/rails?sections=ferries,lighthouses&limit=2');
    expect(
      rails.body.data.map((rail: { label: string; headlines: { title: string }[] }) => [
        rail.label,
        ...rail.headlines.map(({ title }) => title),
      ])
    ).toEqual([
      ['Ferries', 'Timetable loses an hour', 'Goats travel free'],
      ['Lamps', 'Keeper counts his last moth', 'Lens goes to the museum'],
    ]);
    const front = await api.get('/api/story-blocks/fronts/sections/moorings?pageSize=2');
    expect(front.body.data.teasers.map(({ title }: { title: string }) => title)).toEqual([
      network.mainStory.title,
      'Buoy 9 found, two counties away',
    ]);
    expect(front.body.meta.pagination).toEqual({ page: 1, pageSize: 2, pageCount: 2, total: 3 });
    const day = await api.get('/api/story-blocks/fronts/sections/ferries?date=2020-02-27');
    expect(day.body.meta.pagination.total).toBe(3);
    const empty = await api.get('/api/story-blocks/fronts/sections/ferries?date=2020-02-28');
    expect(empty.body.meta.pagination.total).toBe(0);

    const graphql = await api.graphql(`{
      headlineRails(sections: ["ferries", "lighthouses"], limit: 2) { label headlines { title } }
      front(section: "moorings", pageSize: 2) { subject { name } teasers { title } pagination { total } }
      articles(filters: { title: { startsWith: "Dredger" } }) { bylineText bylineText_smn: bylineText(style: "smn") datelineText datelineText_smn: datelineText(style: "smn") teaser { title truncated } relatedLinks(kinds: [landing]) { title } }
      sections(filters: { slug: { eq: "moorings" } }) { teasers(limit: 2) { title } }
    }`);
    expect(graphql.body.errors).toBeUndefined();
    expect(graphql.body.data).toEqual({
      headlineRails: rails.body.data.map(({ label, headlines }: { label: string; headlines: { title: string }[] }) => ({
        label,
        headlines: headlines.map(({ title }) => ({ title })),
      })),
      front: {
        subject: { name: 'Moorings' },
        teasers: front.body.data.teasers.map(({ title }: { title: string }) => ({ title })),
        pagination: { total: 3 },
      },
      articles: [
        {
          bylineText: 'By Ottilie Brandreth in Gloucester and Kwame Asante-Lund in Boston',
          bylineText_smn: 'By Ottilie BRANDRETH in Gloucester, Kwame ASANTE-LUND in Boston',
          datelineText: 'GLOUCESTER, Mass. (OSW) —',
          datelineText_smn: 'Gloucester, Mass. (OSW) Feb 28, 2020',
          teaser: { title: network.mainStory.title, truncated: true },
          relatedLinks: ['Eelgrass, explained', 'More about dredging', 'Never shown'].map((phrase) => ({
            title: `${phrase} at Pier & Pilot`,
          })),
        },
      ],
      sections: [{ teasers: [{ title: network.mainStory.title }, { title: 'Buoy 9 found, two counties away' }] }],
    });
  });

  test('is told again only when it changed', async () => {
    await settled(app.strapi);
    const first = await page();
    const etag = first.headers.get('etag') ?? '';
    const again = await api.get(`/api/story-blocks/pages/${loaded.mainId}`, { 'If-None-Match': etag });
    expect(again.status).toBe(304);
    await api.write('PUT', `/api/sections/${loaded.sections.get('ferries')}`, { label: 'On deck' });
    const changed = await api.get(`/api/story-blocks/pages/${loaded.mainId}`, { 'If-None-Match': etag });
    expect(changed.status).toBe(200);
    expect(changed.text).toContain('On deck');
    expect(changed.body.meta.generation).toBeGreaterThan(first.body.meta.generation);
  });
});
