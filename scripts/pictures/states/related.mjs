import { TYPED } from '../texts.mjs';
import { fail, hang, openPanel, openStory, panelOf, typeHeadline } from './edit-view.mjs';

const RELATED = '**/desk/related/**';
const READY = 'What readers get now.';

const panel = (name, story) => ({
  name,
  isWhole: true,
  show: (page, room) => openPanel(page, room, story(room), 'related', READY),
});

export const relatedStates = [
  panel('related', ({ english }) => english),
  panel('related-arabic', ({ arabic }) => arabic),
  panel('related-japanese', ({ japanese }) => japanese),
  {
    name: 'related-new',
    async show(page, room) {
      await openStory(page, room);
      await typeHeadline(page, TYPED.title);
      const beside = panelOf(page, 'related');
      await beside.locator('[data-row]').first().waitFor();
      return beside;
    },
  },
  {
    name: 'related-search',
    isWhole: true,
    async show(page, room) {
      const beside = await openPanel(page, room, room.english, 'related', READY);
      await beside.getByLabel('Find a story to pin').fill('night train');
      await beside.getByText(/stor(y|ies) found/i).waitFor();
      return beside;
    },
  },
  {
    name: 'related-loading',
    async show(page, room) {
      await hang(page, RELATED);
      await openStory(page, room, room.english);
      const beside = panelOf(page, 'related');
      await beside.waitFor();
      return beside;
    },
  },
  {
    name: 'related-failed',
    async show(page, room) {
      await fail(page, RELATED);
      return openPanel(page, room, room.english, 'related', 'could not be loaded');
    },
  },
  {
    name: 'related-refused',
    visitor: 'stranger',
    show: (page, room) => openPanel(page, room, room.english, 'related', 'You may not see related links.'),
  },
];
