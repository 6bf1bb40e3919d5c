import type { Core } from '@strapi/strapi';
import { type Ability, visibleRows } from '../../access/admin-reader';
import { allSeeing } from '../../access/caller';
import type { Assembly } from '../../assemble';
import { findCard, loadForViews, toStoryView } from '../../cards';
import { readStory } from '../../drafts';
import { safeUrl } from '../../lib/safe-url';
import { viewFor } from '../../pages';
import { fillTemplate } from './fill-template';

/** A story, and which version of it. */
export interface PreviewQuestion {
  documentId?: string;
  locale?: string | null;
  status?: string | null;
}

/** Where a frontend shows a story, for the handler of `config/admin`, `preview`. */
export const createPreviewService = (strapi: Core.Strapi, { newsroom, now }: Assembly) => ({
  /**
   * The address of a story's draft, or of the story as it is published.
   *
   * @param template - Such as `https://www.example.com/preview?id={documentId}&locale={locale}&status={status}`, with
   *   `{slug}` and `{type}` too. Left out: the story's own address, for a draft with `?status=draft`.
   * @returns `undefined` where there is none: the admin shows no button then.
   */
  async address(
    uid: string,
    { documentId, locale, status }: PreviewQuestion,
    template?: string
  ): Promise<string | undefined> {
    const ability = strapi.requestContext.get()?.state.userAbility as Ability | undefined;
    if (!newsroom.storyType(uid) || !documentId || !ability) return undefined;
    const rows = await visibleRows(strapi, ability, uid, [documentId]);
    const row =
      rows.find((one) => !newsroom.isLocalized(uid) || one.locale === locale) ?? (locale ? undefined : rows[0]);
    if (!row) return undefined;
    const language = row.locale ?? '';
    const asked = status === 'published' ? 'published' : 'draft';
    const card =
      asked === 'published'
        ? await findCard(strapi, { type: uid, documentId, locale: newsroom.keyLocale(uid, language) })
        : (await readStory({ strapi, newsroom, ability, now }, { uid, documentId, locale: language })).card;
    if (!card) return undefined;
    if (template) {
      return fillTemplate(template, { documentId, locale: language, status: asked, slug: card.slug ?? '', type: uid });
    }
    const caller = allSeeing(newsroom, [uid]);
    const view = await viewFor({ strapi, newsroom, caller, locale: language, now: now() });
    await loadForViews(view, [card]);
    const address = toStoryView(view, card).url;
    // A path alone leads nowhere outside of the site, which is not known.
    const url = address && safeUrl(address);
    if (!url) return undefined;
    if (asked === 'published') return url;
    const draft = new URL(url);
    draft.searchParams.set('status', asked);
    return draft.href;
  },
});
