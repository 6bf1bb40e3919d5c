// A story's edit view, and the panels beside it.
const PANELS = { readers: 'What readers get', related: 'Related links', actions: 'Entry' };

export const panelOf = (page, name) =>
  page.locator('aside').filter({ has: page.getByRole('heading', { name: PANELS[name], exact: true }) });

/** @param {{ documentId?: string, locale?: string }} story - Without an id: one that is begun. */
export async function openStory(page, { uid, url }, { documentId = 'create', locale = 'en' } = {}) {
  await page.goto(`${url}/admin/content-manager/collection-types/${uid}/${documentId}?plugins[i18n][locale]=${locale}`);
  await page.getByLabel('Headline', { exact: false }).first().waitFor();
}

/** Opens a story and waits until a panel shows it. */
export async function openPanel(page, room, story, name, ready) {
  await openStory(page, room, story);
  const panel = panelOf(page, name);
  await panel.getByText(ready).first().waitFor();
  return panel;
}

export const typeHeadline = (page, text) => page.getByLabel('Headline', { exact: false }).first().fill(text);

/** Requests that never come back, for as long as the page stands. */
export const hang = (page, address) => page.route(address, () => {});
export const fail = (page, address) => page.route(address, (route) => route.abort());

/** A panel beside a story, shown whole. @param {(room: object) => object} story - Which one, of those of the demo. */
export const panelStates = (beside, ready) => (name, story) => ({
  name,
  isWhole: true,
  show: (page, room) => openPanel(page, room, story(room), beside, ready),
});

/** The same panel while it waits for its answer, where it gets none, and as a role sees it that may not. */
export const troubles = (beside, { address, failed, refused }) => [
  {
    name: `${beside}-loading`,
    async show(page, room) {
      await hang(page, address);
      await openStory(page, room, room.english);
      const panel = panelOf(page, beside);
      await panel.waitFor();
      return panel;
    },
  },
  {
    name: `${beside}-failed`,
    async show(page, room) {
      await fail(page, address);
      return openPanel(page, room, room.english, beside, failed);
    },
  },
  {
    name: `${beside}-refused`,
    visitor: 'stranger',
    show: (page, room) => openPanel(page, room, room.english, beside, refused),
  },
];
