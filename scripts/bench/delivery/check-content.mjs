// Refuses to compare answers that have nothing in them.
const count = (data) => (Array.isArray(data) ? data.length : 0);
const CHECKS = {
  related: (data) => count(data) >= 8,
  teasers: (data) => count(data) === 5 && data.every(({ excerpt }) => excerpt),
  rails: (data) => count(data) === 3 && data.every(({ headlines }) => headlines.length === 5),
  page: ({ story, blocks }) => story.body.length > 0 && Boolean(story.byline && story.dateline) && blocks.length === 6,
  'page by slug': ({ blocks }) => blocks.length === 6,
  'section front': ({ teasers, blocks }) => teasers.length === 20 && blocks.length === 1,
  'section front, page 3': ({ teasers }) => teasers.length > 0,
  'topic front': ({ teasers }) => teasers.length > 0,
};

/** @returns Tags of the first address of each route, by caller and route. */
export async function checkContent(load, asks, callers) {
  const etags = {};
  const fail = (what, text) => {
    throw new Error(`${what} answers nothing to compare: ${text.slice(0, 400)}`);
  };
  for (const caller of Object.keys(callers)) {
    for (const [name, isFull] of Object.entries(CHECKS)) {
      const { next } = asks.route(caller, name);
      for (let at = 0; at < 3; at += 1) {
        const ask = next();
        const { status, headers, text } = await load.answer(ask);
        if (status !== 200 || !isFull(JSON.parse(text).data)) fail(`${caller} ${ask.path}`, text);
        if (at === 0) etags[`${caller} ${name}`] = headers.etag;
      }
    }
  }
  const [caller] = Object.keys(callers);
  for (const name of ['related', 'teasers', 'rails', 'page']) {
    for (const ask of [asks.stock(caller, name).next()].flat()) {
      const { status, text } = await load.answer(ask);
      const data = status === 200 ? JSON.parse(text).data : null;
      const related = Array.isArray(data) ? data.length : data?.seeAlso?.length;
      if (!related) fail(`stock ${ask.path}`, text);
    }
  }
  for (const [name, { next }] of Object.entries(asks.graphql(caller))) {
    const { text } = await load.answer(next());
    const { data, errors } = JSON.parse(text);
    if (
      errors ||
      Object.values(data ?? {}).some((part) => part === null || count(part) + Object.keys(part).length === 0)
    ) {
      fail(`GraphQL ${name}`, text);
    }
  }
  return etags;
}
