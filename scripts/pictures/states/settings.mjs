import { openSettings, sectionOf } from './settings-pages.mjs';

const open = (page, room) => openSettings(page, room, 'settings', 'Settings');
async function change(page, label, value) {
  await page.getByLabel(label, { exact: true }).fill(value);
  await page.keyboard.press('Tab');
}

export const settingsStates = [
  {
    name: 'settings',
    async show(page, room) {
      await open(page, room);
      await page.getByLabel('Related links shown', { exact: true }).waitFor();
    },
  },
  {
    name: 'settings-unsaved',
    isWhole: true,
    async show(page, room) {
      await open(page, room);
      await change(page, 'Related links shown', '6');
      await change(page, 'Headlines in a rail', '51');
      await page.getByText('Not a value that can be saved.').waitFor();
      return sectionOf(page, 'Defaults of blocks');
    },
  },
  {
    name: 'settings-try',
    isWhole: true,
    async show(page, room) {
      await open(page, room);
      await change(page, 'Words in common', '0');
      const story = page.getByRole('combobox', { name: 'Story' });
      await story.click();
      await story.pressSequentially(room.english.title.split(' ').slice(0, 2).join(' '));
      await page.getByRole('option', { name: room.english.title }).click();
      await page.getByRole('heading', { name: 'With your changes' }).waitFor();
      return sectionOf(page, 'Try it on a story');
    },
  },
  {
    name: 'settings-caches',
    isWhole: true,
    async show(page, room) {
      await open(page, room);
      await page.getByText('No cache is told').waitFor();
      return sectionOf(page, 'Caches');
    },
  },
  {
    name: 'settings-refused',
    visitor: 'reader',
    async show(page, room) {
      await open(page, room);
      await page.getByText('You need the permission').waitFor();
    },
  },
  {
    name: 'roles',
    isWhole: true,
    async show(page, { url, roleId }) {
      await page.goto(`${url}/admin/settings/roles/${roleId}`);
      await page.getByRole('tab', { name: 'Plugins' }).click();
      await page.getByRole('button', { name: /story-blocks/i }).click();
      const permissions = page.getByRole('region').filter({ hasText: 'Pin and hide related links' });
      await permissions.waitFor();
      return permissions;
    },
  },
];
