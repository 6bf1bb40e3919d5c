import type { Core } from '@strapi/strapi';
import { addAdministrator, logIn, tokenOf } from '../admin';
import { type Client, createToken } from '../client';
import type { Running } from '../strapi';
import { actionOf, type Route } from './routes';
import type { World } from './world';

/** What everybody may do who does not log in. */
export type PublicRole = 'nothing' | 'articles' | 'reads';

/** Somebody who asks. */
export interface Caller {
  name: string;
  token?: string;
  /** What the public role may do while it asks; of no matter to those who log in. */
  publicRole: PublicRole;
  /** Content types that it may find. */
  finds: 'nothing' | 'articles' | 'everything';
  previews: boolean;
  /** Which part of the questions it asks, of how many: callers that may do the same share them. */
  part: [number, number];
}

export const PREVIEW = 'plugin::story-blocks.pages.preview';
export const FIND_ARTICLES = 'api::article.article.find';

/** Actions that read: what a reader's token may do. */
export const readActions = (routes: Route[]): string[] => [
  ...new Set(routes.map(actionOf).filter((action) => /\.(find|findOne|findPage|me)$/.test(action))),
];

const actionsOf = (role: PublicRole, routes: Route[]): string[] =>
  role === 'nothing' ? [] : role === 'articles' ? [FIND_ARTICLES] : readActions(routes);

async function setRole(strapi: Core.Strapi, type: 'public' | 'authenticated', actions: string[]): Promise<number> {
  const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type } });
  const permissions = strapi.db.query('plugin::users-permissions.permission');
  await permissions.deleteMany({ where: { role: role.id } });
  for (const action of actions) await permissions.create({ data: { action, role: role.id } });
  return role.id;
}

export const setPublicRole = ({ strapi }: Running, role: PublicRole, routes: Route[]): Promise<number> =>
  setRole(strapi, 'public', actionsOf(role, routes));

interface UserService {
  add(user: Record<string, unknown>): Promise<{ id: number; documentId: string }>;
}
interface JwtService {
  issue(payload: { id: number }): string;
}
interface Users {
  update(params: Record<string, unknown>): Promise<unknown>;
}

/** Makes a reader who logs in, and has bookmarked stories in every state. @returns Its token. */
async function addUser({ strapi }: Running, world: World, routes: Route[]): Promise<string> {
  const role = await setRole(strapi, 'authenticated', readActions(routes));
  const plugin = strapi.plugin('users-permissions');
  const user = await (plugin.service('user') as unknown as UserService).add({
    username: 'reader',
    email: 'reader@open.example',
    password: 'Newsroom-1',
    provider: 'local',
    confirmed: true,
    blocked: false,
    role,
  });
  const { published, changed, killed } = world.ids;
  await (strapi.documents('plugin::users-permissions.user') as unknown as Users).update({
    documentId: user.documentId,
    data: { bookmarks: { connect: [published, changed, killed].map((documentId) => ({ documentId, locale: 'en' })) } },
  });
  world.user = { id: user.id, documentId: user.documentId };
  return (plugin.service('jwt') as unknown as JwtService).issue({ id: user.id });
}

/** Everybody who may ask the content API and may not see drafts; then those who may. */
export async function gatherCallers(app: Running, world: World, routes: Route[]): Promise<Caller[]> {
  const { strapi } = app;
  const limited = { publicRole: 'nothing', finds: 'articles', previews: false } as const;
  const reader = { publicRole: 'nothing', finds: 'everything', previews: false } as const;
  const stranger = { publicRole: 'nothing', finds: 'nothing', previews: false } as const;
  const token = (actions: string[]) => createToken(strapi, 'custom', actions);
  const previewing = [FIND_ARTICLES, 'api::article.article.findOne', PREVIEW];
  return [
    { ...stranger, name: 'nobody', part: [0, 16] },
    { ...stranger, name: 'an editor of the admin', token: await logIn(app, 'strapi-editor'), part: [8, 16] },
    { ...limited, name: 'the public, articles only', publicRole: 'articles', part: [0, 4] },
    { ...limited, name: 'a token for articles only', token: await token([FIND_ARTICLES]), part: [2, 4] },
    { ...reader, name: 'the public', publicRole: 'reads', part: [0, 3] },
    { ...reader, name: 'a read-only token', token: await createToken(strapi, 'read-only'), part: [1, 3] },
    { ...reader, name: 'a reader who logged in', token: await addUser(app, world, routes), part: [2, 3] },
    { ...limited, name: 'a token that may preview', token: await token(previewing), previews: true, part: [1, 8] },
    {
      ...reader,
      name: 'a full-access token',
      token: await createToken(strapi, 'full-access'),
      previews: true,
      part: [0, 3],
    },
  ];
}

/** A token that may write all types and may not preview. */
export async function gatherWriter({ strapi }: Running, routes: Route[]): Promise<Caller> {
  const actions = routes.filter(({ owner }) => owner.startsWith('api::')).map(actionOf);
  return {
    name: 'a token that writes',
    token: await createToken(strapi, 'custom', actions),
    publicRole: 'nothing',
    finds: 'everything',
    previews: false,
    part: [0, 1],
  };
}

interface RoleService {
  create(role: { name: string; description: string }): Promise<{ id: number }>;
  assignPermissions(id: number, permissions: Record<string, unknown>[]): Promise<unknown>;
}

/** An action of the admin with what narrows it. */
export interface Permission {
  action: string;
  subject?: string;
  properties?: { fields?: string[]; locales?: string[] };
  conditions?: string[];
}

/** Makes an administrator who may do the given actions and nothing else. @returns What to log in with. */
export async function createAccountWith(app: Running, actions: (string | Permission)[]) {
  const roles = app.strapi.service('admin::role') as unknown as RoleService;
  const name = `desk ${Math.random().toString(36).slice(2)}`;
  const role = await roles.create({ name, description: '' });
  const permission = (given: string | Permission) => ({
    subject: null,
    properties: {},
    conditions: [],
    ...(typeof given === 'string' ? { action: given } : given),
  });
  await roles.assignPermissions(role.id, actions.map(permission));
  return addAdministrator(app, { email: `${name.replace(' ', '-')}@open.example`, lastname: name, roles: [role.id] });
}

/** Logs in as an administrator who may do the given actions and nothing else. @returns The token. */
export async function logInWith(app: Running, actions: (string | Permission)[]): Promise<string> {
  return tokenOf(app, await createAccountWith(app, actions));
}

/** Makes the one who asks the creator of documents of a type, in all their languages. */
export async function makeCreator({ strapi }: Running, who: Client, uid: string, documentIds: string[]): Promise<void> {
  const { id } = (await who.get('/admin/users/me')).body.data;
  const { tableName } = strapi.db.metadata.get(uid);
  await strapi.db.connection(tableName).whereIn('document_id', documentIds).update({ created_by_id: id });
}
