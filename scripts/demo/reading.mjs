const PERMISSION = 'plugin::users-permissions.permission';

/** Lets everyone read what is published, once: an administrator who takes that back is not overruled. */
export async function openReading(strapi, ledger) {
  if (ledger.entries.reading) return;
  const types = Object.keys(strapi.contentTypes).filter((uid) => uid.startsWith('api::'));
  const actions = types.flatMap((uid) => [`${uid}.find`, `${uid}.findOne`]);
  await ledger.record(async (entries) => {
    entries.reading = true;
    const role = await strapi.db
      .query('plugin::users-permissions.role')
      .findOne({ where: { type: 'public' }, populate: ['permissions'] });
    const held = new Set(role.permissions.map(({ action }) => action));
    for (const action of actions) {
      if (!held.has(action)) await strapi.db.query(PERMISSION).create({ data: { action, role: role.id } });
    }
  });
}
