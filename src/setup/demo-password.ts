import type { Core } from '@strapi/strapi';

/** What `npm run demo` gives its administrator where nothing else is set. */
const EMAIL = 'editor@wiredesk.example';
const PASSWORD = 'Wiredesk-demo-1';
/** By its name the account is known after its address was changed. */
const NAME = { firstname: 'Demo', lastname: 'Editor' };

interface Auth {
  validatePassword(password: string, hash: string): Promise<boolean>;
}

/**
 * Keeps the demo's administrator out of production: everybody knows the password.
 *
 * @throws Where one who may log in still has it; says how to change it.
 */
export async function refuseDemoPassword(
  strapi: Core.Strapi,
  { NODE_ENV, DEMO_ADMIN_EMAIL, DEMO_ADMIN_PASSWORD }: NodeJS.ProcessEnv = process.env
): Promise<void> {
  if (NODE_ENV !== 'production') return;
  const emails = [EMAIL, DEMO_ADMIN_EMAIL?.toLowerCase()].filter(Boolean);
  const users: { email: string; password: string | null }[] = await strapi.db.query('admin::user').findMany({
    where: { isActive: true, $or: [{ email: { $in: emails } }, NAME] },
  });
  const auth = strapi.service('admin::auth') as unknown as Auth;
  for (const { email, password } of users) {
    for (const known of [PASSWORD, DEMO_ADMIN_PASSWORD]) {
      if (!password || !known || !(await auth.validatePassword(known, password))) continue;
      throw new Error(
        `The administrator ${email} has the demo's password, which everybody knows. Give it another one, then start again: NODE_ENV=development npx strapi admin:reset-user-password --email=${email} --password=…`
      );
    }
  }
}
