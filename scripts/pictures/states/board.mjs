import { fail, hang } from './edit-view.mjs';

const BOARD = '**/desk/board/**';

async function openBoard(page, { url }, { documentId, locale }) {
  await page.goto(`${url}/admin/plugins/story-blocks?section=${documentId}&locale=${locale}`);
  await page.getByRole('heading', { name: 'Section board', level: 1 }).waitFor();
}
async function openFront(page, room, section) {
  await openBoard(page, room, section);
  await page.getByRole('list', { name: 'What readers get' }).waitFor();
}
const board = (name, section) => ({
  name,
  show: (page, room) => openFront(page, room, section(room)),
});

export const boardStates = [
  board('board', ({ docks }) => docks),
  board('board-arabic', ({ sectionAr }) => sectionAr),
  {
    name: 'board-search',
    isWhole: true,
    async show(page, room) {
      await openFront(page, room, room.docks);
      await page.getByPlaceholder('Headline, or paste an address').fill('night train');
      const found = page.getByRole('region', { name: 'Find a story to pin' });
      await found.getByText(/stor(y|ies) found/i).waitFor();
      return found;
    },
  },
  {
    name: 'board-pin-end',
    async show(page, room) {
      await openFront(page, room, room.docks);
      await page
        .getByRole('button', { name: /^Set the end of the pin of/ })
        .first()
        .click();
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      return dialog;
    },
  },
  {
    name: 'board-loading',
    async show(page, room) {
      await hang(page, BOARD);
      await openBoard(page, room, room.docks);
    },
  },
  {
    name: 'board-failed',
    async show(page, room) {
      await fail(page, BOARD);
      await openBoard(page, room, room.docks);
      await page.getByText('The board could not be loaded.').waitFor();
    },
  },
  {
    name: 'board-refused',
    visitor: 'stranger',
    async show(page, room) {
      await openBoard(page, room, room.docks);
      await page.getByText('Your role does not let you see section fronts').waitFor();
    },
  },
  {
    name: 'board-looks-only',
    isWhole: true,
    visitor: 'reader',
    async show(page, room) {
      await openFront(page, room, room.docks);
      return page.getByRole('note');
    },
  },
];
