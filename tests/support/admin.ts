import type { Core } from '@strapi/strapi';
import { type Answer, type Client, createClient } from './client';
import type { Running } from './strapi';

interface UserService {
  create(user: Record<string, unknown>): Promise<{ id: number }>;
}
interface RoleService {
  findOne(where: Record<string, unknown>): Promise<{ id: number } | null>;
  addPermissions(roleId: number, permissions: Record<string, unknown>[]): Promise<unknown>;
}

const PASSWORD = 'Newsroom-1';
/** Of this password, as cheap as bcrypt allows: Strapi's own costs take as long to check as a page takes to answer. */
const HASH = '$2a$04$rvKTz5iFeCBqy3rUI6sKL.72dazYGNVqn/H.y7.tB0V4M6qnURooa';

/** Makes an administrator. @returns What to log in with. */
export async function addAdministrator(
  { strapi }: Running,
  user: { email: string; lastname: string; roles: unknown[] }
) {
  const users = strapi.service('admin::user') as unknown as UserService;
  const { id } = await users.create({ firstname: 'Test', isActive: true, ...user });
  await strapi.db.query('admin::user').update({ where: { id }, data: { password: HASH } });
  return { email: user.email, password: PASSWORD };
}

type Role = 'strapi-super-admin' | 'strapi-editor' | 'strapi-author';

/** Makes an administrator with one of Strapi's own roles. @returns What to log in with. */
export async function createAccount(app: Running, role: Role = 'strapi-super-admin') {
  const roles = app.strapi.service('admin::role') as unknown as RoleService;
  const found = await roles.findOne({ code: role });
  const email = `${role}-${Math.random().toString(36).slice(2)}@wiredesk.example`;
  return addAdministrator(app, { email, lastname: role, roles: [found?.id] });
}

/** Gives one of Strapi's own roles permissions of a plugin, beside those that it has. */
export async function allowRole({ strapi }: Running, role: Role, actions: string[]): Promise<void> {
  const roles = strapi.service('admin::role') as unknown as RoleService;
  const found = await roles.findOne({ code: role });
  if (!found) throw new Error(`No role ${role}`);
  await roles.addPermissions(
    found.id,
    actions.map((action) => ({ action, subject: null, properties: {}, conditions: [] }))
  );
}

/** Takes from one of Strapi's own roles all permissions of a plugin. */
export async function forbidRole({ strapi }: Running, role: Role, plugin: string): Promise<void> {
  const permissions = strapi.db.query('admin::permission');
  const where = { role: { code: role }, action: { $startsWith: `plugin::${plugin}.` } };
  const found: { id: number }[] = await permissions.findMany({ where });
  for (const { id } of found) await permissions.delete({ where: { id } });
}

/** Lets one of Strapi's own roles work in languages: those that came after the role are not among its own. */
export async function allowLocales({ strapi }: Running, role: Role, locales: string[]): Promise<void> {
  const permissions = strapi.db.query('admin::permission');
  const found: { id: number; subject: string | null; properties: Record<string, unknown> }[] =
    await permissions.findMany({ where: { role: { code: role }, subject: { $startsWith: 'api::' } } });
  for (const { id, properties } of found) {
    await permissions.update({ where: { id }, data: { properties: { ...properties, locales } } });
  }
}

/** Logs in. @returns The token for the admin's routes. */
export async function tokenOf(app: Running, account: { email: string; password: string }): Promise<string> {
  const answer = await createClient(app).send('POST', '/admin/login', account);
  if (answer.status !== 200) throw new Error(`No log-in as ${account.email}: ${answer.status} ${answer.text}`);
  return answer.body.data.token;
}

/** Makes an administrator and logs in. @returns Its token for the admin's routes. */
export const logIn = async (app: Running, role?: Role): Promise<string> => tokenOf(app, await createAccount(app, role));

/** A client of the admin's own routes. */
export const createAdmin = async (app: Running, role?: Role): Promise<Client> =>
  createClient(app, await logIn(app, role));

/** The mapped content types by the last part of their REST path. */
export const UIDS = {
  articles: 'api::article.article',
  sections: 'api::section.section',
  topics: 'api::topic.topic',
  sites: 'api::site.site',
  authors: 'api::author.author',
  datelines: 'api::dateline.dateline',
  sources: 'api::source.source',
} as const;
export type Plural = keyof typeof UIDS;

/** An address of the content manager. */
export function manager(plural: Plural, rest = '', locale?: string): string {
  return `/content-manager/collection-types/${UIDS[plural]}${rest}${locale ? `?locale=${encodeURIComponent(locale)}` : ''}`;
}

/** Fails the test unless the answer is a success. */
export function succeeded(answer: Answer, what: string): Answer {
  if (answer.status >= 300) throw new Error(`${what}: ${answer.status} ${answer.text.slice(0, 1000)}`);
  return answer;
}

/** The document service for a type that is known by its path alone. */
export interface Documents {
  create(params: Record<string, unknown>): Promise<{ documentId: string }>;
  update(params: Record<string, unknown>): Promise<unknown>;
  delete(params: Record<string, unknown>): Promise<unknown>;
  publish(params: Record<string, unknown>): Promise<unknown>;
  unpublish(params: Record<string, unknown>): Promise<unknown>;
  discardDraft(params: Record<string, unknown>): Promise<unknown>;
  clone(params: Record<string, unknown>): Promise<{ documentId: string }>;
}
export const documentsOf = (strapi: Core.Strapi, plural: Plural): Documents =>
  strapi.documents(UIDS[plural]) as unknown as Documents;
