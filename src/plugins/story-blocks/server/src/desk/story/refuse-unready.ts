import type { Core } from '@strapi/strapi';
import { aroundDocuments, invalid } from '@wiredesk/strapi-kit/server';
import { ERROR_CODES } from '../../../../shared/src';
import { allSeeing } from '../../access/caller';
import { deriveCard, loadForViews, readEntries } from '../../cards';
import type { Newsroom, StoryType } from '../../newsroom';
import { viewFor } from '../../pages';
import { findFindings } from './find-findings';
import { fieldsOf, storyFacts } from './story-facts';

interface WriteContext {
  uid: string;
  action: string;
  params?: { status?: unknown; locale?: unknown };
}
interface Written {
  documentId?: string;
  locale?: string | null;
  /** What `publish` gives: a row a language. */
  entries?: { documentId?: string; locale?: string | null }[];
}

const WRITES = new Set(['create', 'update']);
const publishes = ({ action, params }: WriteContext) =>
  action === 'publish' || (WRITES.has(action) && params?.status === 'published');

/** The languages that a write was about; null for all, where it says none and its answer was asked for without them. */
function localesOf({ params }: WriteContext, entries: Written[]): Set<string> | null {
  if (entries.every((entry) => entry.locale !== undefined)) return new Set(entries.map(({ locale }) => locale ?? ''));
  const asked = [params?.locale].flat().filter((locale) => typeof locale === 'string');
  return asked.length === 0 || asked.includes('*') ? null : new Set(asked);
}

/** @throws A 400 that names the field, where a published story has an error among its findings. */
async function refuse(
  strapi: Core.Strapi,
  newsroom: Newsroom,
  type: StoryType,
  documentId: string,
  locales: Set<string> | null
) {
  const rows = await readEntries(strapi, newsroom, type.uid, { documentId });
  for (const row of rows.filter(({ locale }) => locales?.has(String(locale ?? '')) ?? true)) {
    const now = new Date();
    const card = deriveCard(row, type, newsroom, null);
    const caller = allSeeing(newsroom, [type.uid]);
    const view = await viewFor({ strapi, newsroom, caller, locale: card.locale, now });
    await loadForViews(view, [card]);
    const facts = await storyFacts(strapi, view, card, {
      hold: null,
      fields: fieldsOf(type, () => true),
      now: now.getTime(),
    });
    const error = findFindings(facts).find(({ severity }) => severity === 'error');
    if (!error) continue;
    const { code, field, message } = error;
    const where = card.locale ? ` (${card.locale})` : '';
    throw invalid(`${field ?? 'The story'}${where}: ${message} It was not published.`, field ? [field] : [], {
      code: ERROR_CODES.notReady,
      finding: code,
      documentId,
      locale: card.locale || null,
    });
  }
}

/**
 * Refuses to publish a story with an error among its findings, where the settings say so, whoever publishes it.
 *
 * Call it after `followWrites`: it looks at what was published, within the transaction that a refusal takes back.
 */
export function refuseUnready(strapi: Core.Strapi, newsroom: Newsroom): void {
  aroundDocuments(strapi, async (context: WriteContext, next: () => Promise<unknown>) => {
    const result = await next();
    if (!newsroom.config.desk.blockPublishing) return result;
    const type = newsroom.storyType(context.uid);
    if (!type || !newsroom.hasDrafts(context.uid) || !publishes(context)) return result;
    const written = (result ?? {}) as Written;
    const entries = written.entries ?? [written];
    const documentId = written.documentId ?? entries[0]?.documentId;
    if (documentId) await refuse(strapi, newsroom, type, documentId, localesOf(context, entries));
    return result;
  });
}
