/**
 * Makes the demo's administrator, once for each address: one that was removed, or whose password was changed, stays so.
 *
 * @throws Where NODE_ENV is production: everyone knows the password.
 */
export async function ensureAdministrator(strapi, ledger, { email, password }) {
  if (process.env.NODE_ENV === 'production') {
    throw new Error('The demo makes no administrator where NODE_ENV is production: everyone knows its password.');
  }
  if (ledger.entries.administrators.includes(email)) return;
  const users = strapi.service('admin::user');
  await ledger.record(async (entries) => {
    entries.administrators = [...entries.administrators, email];
    if (await users.exists({ email })) return;
    const role = await strapi.service('admin::role').getSuperAdmin();
    await users.create({
      email,
      password,
      firstname: 'Demo',
      lastname: 'Editor',
      preferedLanguage: 'en',
      isActive: true,
      registrationToken: null,
      roles: [role.id],
    });
  });
}
