import type { Core } from '@strapi/strapi';
import { holdsActions } from '@wiredesk/strapi-kit/server';
import type { Context } from 'koa';
import type { Receipt, StandingPage } from '../../../shared/src';
import { type Ability, mayManage, visibleRows } from '../access/admin-reader';
import type { Newsroom } from '../newsroom';

/** The languages of stories in which an administrator may see the headline. */
async function visibleStories(strapi: Core.Strapi, ability: Ability, uid: string, ids: string[], title?: string) {
  const rows = await visibleRows(strapi, ability, uid, ids, { telling: title });
  return new Set(rows.map((row) => `${row.documentId} ${row.locale ?? ''}`));
}

type Place = Pick<StandingPage, 'page' | 'kind' | 'documentId' | 'locale'>;

/** Which pages the one who asks may be told of: who may read what it is the page of. */
export async function pagesFor(
  strapi: Core.Strapi,
  newsroom: Newsroom,
  ctx: Context,
  uid: string,
  pages: readonly Place[]
): Promise<{ isShown(page: Place): boolean; readsSections: boolean }> {
  const ability = ctx.state.userAbility as Ability | undefined;
  const mayRead = async (target: string | undefined): Promise<boolean> =>
    target !== undefined &&
    (ability ? mayManage(ability, target) : await holdsActions(strapi, ctx.state.auth, [`${target}.find`]));
  const { title } = newsroom.storyType(uid)?.fields ?? {};
  const readsStories = (await mayRead(uid)) && (!ability || mayManage(ability, uid, title));

  const isStory = ({ kind }: Place) => kind === null;
  const stories = pages.filter(isStory);
  const ids = stories.map(({ documentId }) => documentId);
  const visible = ability && readsStories ? await visibleStories(strapi, ability, uid, ids, title) : null;
  const kinds = new Set<string>();
  for (const kind of new Set(['section', ...pages.flatMap((page) => page.kind ?? [])])) {
    if (await mayRead(newsroom.uids.find((one) => newsroom.role(one)?.kind === kind))) kinds.add(kind);
  }
  return {
    isShown: (page) =>
      isStory(page)
        ? readsStories && (visible?.has(`${page.documentId} ${page.locale ?? ''}`) ?? true)
        : kinds.has(page.kind ?? ''),
    readsSections: kinds.has('section'),
  };
}

/**
 * The receipt as the one who asks may read it: who may hold a story need not be allowed to read any. Counts are for all;
 * pages are named as {@link pagesFor} says.
 */
export async function receiptFor(
  strapi: Core.Strapi,
  newsroom: Newsroom,
  ctx: Context,
  uid: string,
  receipt: Receipt
): Promise<Receipt> {
  const { isShown, readsSections } = await pagesFor(strapi, newsroom, ctx, uid, receipt.pages.named);
  const { textLinks } = receipt;
  const texts: Receipt['textLinks']['named'] = [];
  for (const type of new Set(textLinks.named.map((link) => link.type))) {
    const ofType = textLinks.named.filter((link) => link.type === type);
    const places = ofType.map((link) => ({ ...link, page: 'story' as const, kind: null }));
    const told = await pagesFor(strapi, newsroom, ctx, type, places);
    texts.push(...ofType.filter((_, at) => told.isShown(places[at])));
  }
  return {
    ...receipt,
    sections: readsSections ? receipt.sections : [],
    pages: { ...receipt.pages, named: receipt.pages.named.filter(isShown) },
    textLinks: { ...textLinks, named: texts },
  };
}
