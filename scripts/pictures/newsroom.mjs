import { GONE, TO_EMBARGO, TO_KILL, WAITING } from './texts.mjs';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Stories of the pictures' own, and the demo's that they show; whatever is made is unmade by `later`. */
export function createNewsroom(api, uid, later) {
  const entries = `/content-manager/collection-types/${uid}`;
  const hold = (id) => `/story-blocks/holds/${id}?type=${uid}`;
  const pins = (id, locale) => `/story-blocks/pins/${id}?locale=${locale}`;
  const board = (section, locale) => `/story-blocks/desk/board/${section}?locale=${locale}`;
  const dataOf = async (path) => (await api.get(path)).data;

  /** @returns The document id. */
  async function write(text, { section = null, isPublished = false } = {}) {
    const relation = section ? { section: { set: [{ documentId: section, locale: 'en' }] } } : {};
    const path = `${entries}${isPublished ? '/actions/publish' : ''}?locale=en`;
    const { data } = await api.post(path, { ...text, ...relation, locale: 'en' });
    later(() => api.delete(`${entries}/${data.documentId}?locale=*`).catch(() => {}));
    return data.documentId;
  }
  const published = async (locale, size = 40) =>
    (await api.get(`${entries}?locale=${locale}&status=published&sort=filedAt:DESC&pageSize=${size}`)).results;

  /** The published story with the most related links of the newest ones. */
  async function findStory(locale) {
    let best = { links: -1 };
    for (const { documentId, title } of await published(locale, 8)) {
      const { links } = await dataOf(`/story-blocks/desk/related/${documentId}?locale=${locale}`);
      if (links.length > best.links) best = { documentId, title, locale, links: links.length };
    }
    return best;
  }

  const wishesOf = (list) => list.map(({ documentId, until }) => ({ documentId, until }));
  async function setPins({ documentId, locale }, wanted) {
    const before = await dataOf(pins(documentId, locale));
    const of = (kind) => before.targets.filter((target) => target.kind === kind);
    const { hiddenEverywhere } = before;
    const data = {
      pins: wishesOf(of('pin')),
      hides: of('hide').map(({ documentId: id, everywhere }) => ({ documentId: id, everywhere })),
      hiddenEverywhere,
    };
    later(() => api.put(pins(documentId, locale), { data }));
    await api.put(pins(documentId, locale), { data: wanted });
  }
  async function setBoard(section, locale, choose) {
    const before = await dataOf(board(section, locale));
    const data = { pins: wishesOf(before.pins), sentDown: before.sentDown.map(({ documentId }) => documentId) };
    later(() => api.put(board(section, locale), { data }));
    await api.put(board(section, locale), { data: choose(before.stories) });
  }

  return {
    uid,
    findStory,
    published,
    write,
    remove: (id) => api.delete(`${entries}/${id}?locale=*`),
    publish: (id) => api.post(`${entries}/actions/bulkPublish`, { documentIds: [id], locale: ['en'] }),
    setPins,
    setBoard,
    lift: (id) => api.delete(hold(id)),
    async embargo(id) {
      const until = new Date(Math.ceil(Date.now() / DAY_MS) * DAY_MS + DAY_MS + 12 * HOUR_MS).toISOString();
      const data = { state: 'embargo', until, thenPublish: true, note: 'The authors speak at eleven.' };
      await api.put(hold(id), { data });
      later(() => api.delete(hold(id)).catch(() => {}));
    },
  };
}

/** The first section with the most stories in a language, of the boards that there are. */
async function findSection(api, locale) {
  const { sections } = (await api.get('/story-blocks/desk/board')).data;
  const withIt = sections.filter(({ languages }) => languages.some((language) => language.locale === locale));
  let best = { total: -1 };
  for (const { documentId } of withIt) {
    const { total } = (await api.get(`/story-blocks/desk/board/${documentId}?locale=${locale}`)).data;
    if (total > best.total) best = { documentId, locale, total };
  }
  return best;
}

/** Brings about everything that the pictures show. */
export async function furnish(api, later) {
  const { stories } = (await api.get('/story-blocks/desk/story-types')).data;
  const room = createNewsroom(api, stories[0].uid, later);
  const [english, arabic, japanese] = [
    await room.findStory('en'),
    await room.findStory('ar'),
    await room.findStory('ja'),
  ];
  const [docks, sectionAr] = [await findSection(api, 'en'), await findSection(api, 'ar')];
  const waiting = await room.write(WAITING);
  const gone = await room.write(GONE, { isPublished: true });
  const others = (await room.published('en')).filter(({ documentId }) => documentId !== english.documentId);
  const [pinned, hidden] = others.filter(({ documentId }) => documentId !== gone).slice(-2);
  const until = new Date(Date.now() + 3 * HOUR_MS).toISOString();
  await room.setPins(english, {
    pins: [{ documentId: pinned.documentId, until }, { documentId: waiting }, { documentId: gone }],
    hides: [{ documentId: hidden.documentId }],
  });
  await room.setBoard(docks.documentId, 'en', (list) => ({
    pins: [{ documentId: list[2].documentId, until }, { documentId: list[0].documentId }, { documentId: waiting }],
    sentDown: [list[4].documentId],
  }));
  await room.remove(gone);
  const toKill = await room.write(TO_KILL, { section: docks.documentId, isPublished: true });
  const embargoed = await room.write(TO_EMBARGO, { section: docks.documentId });
  await room.embargo(embargoed);
  return { ...room, english, arabic, japanese, docks, sectionAr, toKill, embargoed };
}
