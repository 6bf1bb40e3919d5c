import { TYPED } from '../texts.mjs';
import { openPanel, openStory, panelOf, panelStates, troubles, typeHeadline } from './edit-view.mjs';

const READY = 'What readers get now.';

const panel = panelStates('related', READY);

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
  ...troubles('related', {
    address: '**/desk/related/**',
    failed: 'could not be loaded',
    refused: 'You may not see related links.',
  }),
];
