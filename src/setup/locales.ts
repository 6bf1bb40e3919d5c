import type { Core } from '@strapi/strapi';

/** The application's languages besides English, which i18n makes itself. */
const LOCALES = [
  { code: 'fr', name: 'French (fr)' },
  { code: 'ja', name: 'Japanese (ja)' },
  { code: 'ar', name: 'Arabic (ar)' },
];

interface LocalesService {
  findByCode(code: string): Promise<unknown>;
  create(locale: { code: string; name: string }): Promise<unknown>;
}

/** Makes the languages on the first start; one that an administrator deletes later stays deleted. */
export async function ensureLocales(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'core', name: 'wiredesk' });
  if (await store.get({ key: 'locales' })) return;
  const locales = strapi.plugin('i18n').service('locales') as LocalesService;
  for (const locale of LOCALES) {
    if (!(await locales.findByCode(locale.code))) await locales.create(locale);
  }
  await store.set({ key: 'locales', value: LOCALES.map(({ code }) => code) });
}
