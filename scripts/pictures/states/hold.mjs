import { openPanel } from './edit-view.mjs';

const dialogOf = (page) => page.getByRole('dialog');

/** Opens the dialog of a hold, and waits until it says where the story stands. */
async function openHold(page, room, documentId, name) {
  const panel = await openPanel(page, room, { documentId }, 'readers', 'Hold back');
  await panel.getByRole('button', { name, exact: true }).click();
  const dialog = dialogOf(page);
  const standing = dialog.getByRole('region', { name: 'Where it stands now' });
  await standing
    .getByText(/pages?(:|$)/)
    .first()
    .waitFor();
  return dialog;
}

export const holdStates = [
  { name: 'hold-kill', show: (page, room) => openHold(page, room, room.toKill, 'Kill') },
  {
    name: 'hold-embargo',
    async show(page, room) {
      const dialog = await openHold(page, room, room.toKill, 'Embargo');
      await dialog.getByLabel('At').fill('12:00');
      await dialog.getByLabel('At').press('Tab');
      await dialog.getByRole('button', { name: 'Set embargo' }).click();
      await dialog.getByText('Choose the day and the time').waitFor();
      return dialog;
    },
  },
  {
    name: 'hold-receipt',
    async show(page, room) {
      await room.publish(room.toKill);
      const dialog = await openHold(page, room, room.toKill, 'Kill');
      await dialog.getByLabel('Note for the desk').fill('Asked for by the lawyers.');
      await dialog.getByRole('button', { name: 'Kill it' }).click();
      await dialog.getByText(/^It has left/).waitFor();
      await room.lift(room.toKill);
      return dialog;
    },
  },
  {
    name: 'hold-lift',
    async show(page, room) {
      const panel = await openPanel(page, room, { documentId: room.embargoed }, 'readers', 'Hold back');
      await panel.getByRole('button', { name: 'Lift the hold' }).click();
      const dialog = page.getByRole('alertdialog');
      await dialog.waitFor();
      return dialog;
    },
  },
];
