import { randomBytes } from 'node:crypto';
import { logIn } from './admin-api.mjs';

const NAME = 'Desk pictures';
const READ = 'plugin::story-blocks.blocks.read';

/** What Strapi's own editor role may do in the content manager, in every language. */
async function editorPermissions(api) {
  const { data: roles } = await api.get('/admin/roles');
  const editor = roles.find(({ code }) => code === 'strapi-editor');
  const { data } = await api.get(`/admin/roles/${editor.id}/permissions`);
  const locales = (await api.get('/i18n/locales')).map(({ code }) => code);
  return data
    .filter(({ action }) => action.startsWith('plugin::content-manager.'))
    .map(({ action, subject, properties, conditions }) => ({
      action,
      subject,
      properties: properties.locales ? { ...properties, locales } : properties,
      conditions,
    }));
}

/**
 * Makes an editor of a role of its own, both deleted in the end.
 *
 * @param {{ api: object, url: string, later: (undo: () => Promise<unknown>) => void }} made
 * @param {string[]} actions - Of plugins, beside what an editor may do in the content manager.
 * @returns {Promise<string>} The token of its log-in.
 */
async function createEditor({ api, url, later }, name, actions) {
  const { data: role } = await api.post('/admin/roles', { name: `${NAME}: ${name}`, description: '' });
  later(() => api.delete(`/admin/roles/${role.id}`));
  const own = actions.map((action) => ({ action, subject: null, properties: {}, conditions: [] }));
  const permissions = [...(await editorPermissions(api)), ...own];
  await api.put(`/admin/roles/${role.id}/permissions`, { permissions });
  const password = `Aa1-${randomBytes(12).toString('hex')}`;
  const email = `pictures-${randomBytes(6).toString('hex')}@wiredesk.example`;
  const person = { firstname: 'Robin', lastname: name, email, roles: [role.id] };
  const { data: user } = await api.post('/admin/users', person);
  later(() => api.delete(`/admin/users/${user.id}`));
  await api.put(`/admin/users/${user.id}`, { ...person, password, isActive: true });
  return (await logIn(url, { email, password })).token;
}

/** Tokens of those who visit the panel: the administrator, who looks only, and who may see none of it. */
export const createAccounts = async (made) => ({
  administrator: made.api.token,
  reader: await createEditor(made, 'looks only', [READ]),
  stranger: await createEditor(made, 'sees nothing', []),
});
