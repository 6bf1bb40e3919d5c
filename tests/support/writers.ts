import type { Core } from '@strapi/strapi';
import { createAdmin, documentsOf, manager, type Plural, succeeded } from './admin';
import { type Answer, type Client, createClient, createToken, type Json } from './client';
import type { Running } from './strapi';

export type Data = Record<string, unknown>;

/** One way of writing content. What a way cannot do is absent. */
export interface Writer {
  name: string;
  /** Makes an entry; of a story a draft, unless it is to be published. @returns Its document id. */
  create(plural: Plural, data: Data, locale?: string, publish?: boolean): Promise<string>;
  /** Changes an entry, or adds a language to it; a story is published by it unless it is to stay a draft. */
  update(plural: Plural, documentId: string, data: Data, locale?: string, draft?: boolean): Promise<void>;
  /** Deletes a language of an entry, or all of it (`*`). */
  delete(plural: Plural, documentId: string, locale?: string): Promise<void>;
  publish(documentId: string, locale: string): Promise<void>;
  unpublish?(documentId: string, locale: string): Promise<void>;
  discardDraft?(documentId: string, locale: string): Promise<void>;
  clone?(documentId: string, data: Data, locale: string): Promise<string>;
}

const query = (values: Record<string, string | undefined>) => {
  const given = Object.entries(values).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${encodeURIComponent(value)}`]
  );
  return given.length > 0 ? `?${given.join('&')}` : '';
};

/** Writes by the REST routes of the content API. */
export function contentApi(api: Client): Writer {
  return {
    name: 'the content API',
    async create(plural, data, locale, publish = true) {
      const status = plural === 'articles' ? (publish ? 'published' : 'draft') : undefined;
      return (await api.write('POST', `/api/${plural}${query({ locale, status })}`, data)).documentId;
    },
    async update(plural, documentId, data, locale, draft = false) {
      await api.write(
        'PUT',
        `/api/${plural}/${documentId}${query({ locale, status: draft ? 'draft' : undefined })}`,
        data
      );
    },
    async delete(plural, documentId, locale) {
      succeeded(await api.send('DELETE', `/api/${plural}/${documentId}${query({ locale })}`), `DELETE ${plural}`);
    },
    async publish(documentId, locale) {
      await api.write('PUT', `/api/articles/${documentId}${query({ locale })}`, {});
    },
  };
}

const RELATIONS = new Set([
  'section',
  'topics',
  'source',
  'datelines',
  'site',
  'parent',
  'author',
  'sections',
  'sources',
]);

/** Relations as the admin's form sends them: connected by document id and language. */
function asFormSends(value: unknown, locale: string | undefined, key = ''): unknown {
  if (RELATIONS.has(key)) {
    const ids = (Array.isArray(value) ? value : [value]).filter((id): id is string => typeof id === 'string');
    return { set: ids.map((documentId) => ({ documentId, ...(locale ? { locale } : {}) })) };
  }
  if (Array.isArray(value)) return value.map((item) => asFormSends(item, locale));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, asFormSends(item, locale, name)]));
}

/** Writes as the admin does. */
export function adminApi(admin: Client): Writer {
  const send = async (method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<Json> =>
    succeeded(await admin.send(method, path, body), `${method} ${path}`).body?.data;
  const form = (data: Data, locale: string | undefined) => asFormSends(data, locale) as Data;
  return {
    name: "the admin's API",
    async create(plural, data, locale, publish = true) {
      const path = plural === 'articles' && publish ? '/actions/publish' : '';
      return (await send('POST', manager(plural, path, locale), { ...form(data, locale), locale })).documentId;
    },
    async update(plural, documentId, data, locale, draft = false) {
      const body = { ...form(data, locale), locale };
      if (plural === 'articles' && !draft) {
        await send('POST', manager(plural, `/${documentId}/actions/publish`, locale), body);
      } else {
        await send('PUT', manager(plural, `/${documentId}`, locale), body);
      }
    },
    async delete(plural, documentId, locale) {
      await send('DELETE', manager(plural, `/${documentId}`, locale));
    },
    async publish(documentId, locale) {
      await send('POST', manager('articles', '/actions/bulkPublish'), { documentIds: [documentId], locale: [locale] });
    },
    async unpublish(documentId, locale) {
      await send('POST', manager('articles', `/${documentId}/actions/unpublish`, locale), { locale });
    },
    async discardDraft(documentId, locale) {
      await send('POST', manager('articles', `/${documentId}/actions/discard`, locale), { locale });
    },
    async clone(documentId, data, locale) {
      return (await send('POST', manager('articles', `/clone/${documentId}`, locale), { ...data, locale })).documentId;
    },
  };
}

/** Writes by the document service, as another plugin does. */
export function documentService(app: Running): Writer {
  const of = (plural: Plural) => documentsOf(app.strapi, plural);
  const articles = () => of('articles');
  return {
    name: 'the document service',
    async create(plural, data, locale, publish = true) {
      const status = plural === 'articles' && publish ? { status: 'published' } : {};
      return (await of(plural).create({ data, ...(locale ? { locale } : {}), ...status })).documentId;
    },
    async update(plural, documentId, data, locale, draft = false) {
      const status = plural === 'articles' && !draft ? { status: 'published' } : {};
      await of(plural).update({ documentId, data, ...(locale ? { locale } : {}), ...status });
    },
    async delete(plural, documentId, locale) {
      await of(plural).delete({ documentId, ...(locale ? { locale } : {}) });
    },
    async publish(documentId, locale) {
      await articles().publish({ documentId, locale });
    },
    async unpublish(documentId, locale) {
      await articles().unpublish({ documentId, locale });
    },
    async discardDraft(documentId, locale) {
      await articles().discardDraft({ documentId, locale });
    },
    async clone(documentId, data, locale) {
      return (await articles().clone({ documentId, data, locale })).documentId;
    },
  };
}

/** Everything that speaks to an application in these tests. */
export interface Desk {
  app: Running;
  /** With full access. */
  api: Client;
  token: string;
  /** As a super administrator. */
  admin: Client;
}

/** Names of errors that refuse a write; any other is a fault of the application. */
const REFUSALS = [
  'ApplicationError',
  'ConflictError',
  'ForbiddenError',
  'NotFoundError',
  'PolicyError',
  'ValidationError',
  'YupValidationError',
];

/** A write by the document service, answered as a route would answer it. */
export async function answered(work: Promise<unknown>): Promise<Pick<Answer, 'status' | 'text'>> {
  try {
    await work;
    return { status: 200, text: '' };
  } catch (error) {
    const { name, message, status } = error as Error & { status?: number };
    return { status: REFUSALS.includes(name) ? (status ?? 400) : 500, text: `${name}: ${message}` };
  }
}

export async function openDesk(app: Running): Promise<Desk> {
  const token = await createToken(app.strapi, 'full-access');
  return { app, token, api: createClient(app, token), admin: await createAdmin(app) };
}

/** A picture in the media library of which there is no file. */
export const addPicture = (strapi: Core.Strapi, name: string, url = `/${name}.png`) =>
  strapi.db.query('plugin::upload.file').create({
    data: { name, hash: name, ext: '.png', mime: 'image/png', size: 1, provider: 'local', url },
  });

/** A picture sent as a form, as browsers do; `path` may name the file that it replaces. */
export async function sendPicture(
  { app, token }: { app: Running; token: string },
  path: string,
  { file, fileInfo }: { file?: { name: string; bytes: Uint8Array }; fileInfo?: Data }
): Promise<Json> {
  const form = new FormData();
  if (file) form.append('files', new Blob([Uint8Array.from(file.bytes)], { type: 'image/png' }), file.name);
  if (fileInfo) form.append('fileInfo', JSON.stringify(fileInfo));
  const response = await fetch(`${app.url}${path}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
    body: form,
  });
  const text = await response.text();
  if (response.status >= 300) throw new Error(`POST ${path}: ${response.status} ${text}`);
  const parsed = JSON.parse(text);
  return Array.isArray(parsed) ? parsed[0] : parsed;
}

export type { Answer };
