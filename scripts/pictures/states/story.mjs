import { TYPED } from '../texts.mjs';
import { openPanel, openStory, panelOf, panelStates, troubles, typeHeadline } from './edit-view.mjs';

const READY = 'Before publishing';

const panel = panelStates('readers', READY);
async function openPreview(page, room, story) {
  const beside = await openPanel(page, room, story, 'readers', READY);
  await beside.getByRole('button', { name: 'Preview the page' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading', { level: 3 }).first().waitFor();
  return dialog;
}
const preview = (name, story) => ({ name, show: (page, room) => openPreview(page, room, story(room)) });

export const storyStates = [
  {
    name: 'story',
    async show(page, room) {
      await openPanel(page, room, room.english, 'readers', READY);
    },
  },
  panel('readers', ({ english }) => english),
  panel('readers-arabic', ({ arabic }) => arabic),
  panel('readers-japanese', ({ japanese }) => japanese),
  panel('readers-held', ({ embargoed }) => ({ documentId: embargoed })),
  {
    name: 'readers-new',
    isWhole: true,
    async show(page, room) {
      await openStory(page, room);
      await typeHeadline(page, TYPED.title);
      const beside = panelOf(page, 'readers');
      await beside.getByText(TYPED.title).waitFor();
      return beside;
    },
  },
  {
    name: 'readers-unsaved',
    async show(page, room) {
      const beside = await openPanel(page, room, room.english, 'readers', READY);
      await typeHeadline(page, TYPED.changed);
      await beside.getByText(TYPED.changed).waitFor();
      return beside;
    },
  },
  {
    name: 'before-publishing',
    isWhole: true,
    async show(page, room) {
      await openStory(page, room);
      await typeHeadline(page, TYPED.title);
      const note = page.getByRole('status').filter({ hasText: 'Before publishing:' });
      await note.waitFor();
      return page.locator('aside').filter({ has: note });
    },
  },
  ...troubles('readers', {
    address: '**/desk/story/preview',
    failed: 'could not be found out',
    refused: 'Your role may not see',
  }),
  preview('page', ({ english }) => english),
  {
    name: 'page-blocks',
    async show(page, room) {
      const dialog = await openPreview(page, room, room.english);
      await dialog
        .getByRole('region', { name: 'Related links', exact: true })
        .evaluate((element) => element.scrollIntoView({ block: 'start' }));
      return dialog;
    },
  },
  preview('page-arabic', ({ arabic }) => arabic),
];
