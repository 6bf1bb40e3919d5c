import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Receipt, StandingPage } from '../../../shared/src';
import type { ConceptKind, Desk } from '../config';
import { holds } from '../http/caller';

const READ = 'plugin::content-manager.explorer.read';

interface Ability {
  can(action: string, subject: string, field?: string): boolean;
}
interface PermissionChecker {
  sanitizedQuery: { read(query: Record<string, unknown>): Promise<Record<string, unknown>> };
}
interface StoryRow {
  documentId: string;
  locale: string | null;
}

/** Of a story's languages, those that an administrator's permissions (language, owner) let him see. */
async function visibleStories(strapi: Core.Strapi, userAbility: Ability, uid: string, documentIds: string[]) {
  const checkers = strapi.plugin('content-manager').service('permission-checker') as {
    create(of: { userAbility: Ability; model: string }): PermissionChecker;
  };
  const query = await checkers
    .create({ userAbility, model: uid })
    .sanitizedQuery.read({ filters: { documentId: { $in: documentIds } } });
  const documents = strapi.documents(uid as never) as unknown as {
    findMany(query: Record<string, unknown>): Promise<StoryRow[]>;
  };
  const rows = await documents.findMany({ ...query, fields: ['documentId'], locale: '*', status: 'draft' });
  return new Set(rows.map((row) => `${row.documentId} ${row.locale ?? ''}`));
}

/**
 * The receipt as the one who asks may read it: who may hold a story need not be allowed to read any. Counts are for all;
 * a page is named to those who may read what it is the page of.
 */
export async function receiptFor(
  strapi: Core.Strapi,
  desk: Desk,
  ctx: Context,
  uid: string,
  receipt: Receipt
): Promise<Receipt> {
  const ability = ctx.state.userAbility as Ability | undefined;
  const mayRead = async (target: string | undefined): Promise<boolean> =>
    target !== undefined &&
    (ability ? ability.can(READ, target) : await holds(strapi, ctx.state.auth, `${target}.find`));
  const { title } = desk.storyType(uid)?.fields ?? {};
  const readsStories = (await mayRead(uid)) && (!ability || ability.can(READ, uid, title));

  const isStory = ({ page }: StandingPage) => page === 'story';
  const stories = receipt.pages.named.filter(isStory);
  const ids = stories.map(({ documentId }) => documentId);
  const visible = ability && readsStories ? await visibleStories(strapi, ability, uid, ids) : null;
  const kinds = new Set<string>();
  for (const kind of ['section', 'topic', 'author'] satisfies ConceptKind[]) {
    if (await mayRead(desk.newsroom.types[kind]?.uid)) kinds.add(kind);
  }
  const isShown = (page: StandingPage) =>
    isStory(page)
      ? readsStories && (visible?.has(`${page.documentId} ${page.locale ?? ''}`) ?? true)
      : kinds.has(page.kind ?? '');
  return {
    ...receipt,
    sections: kinds.has('section') ? receipt.sections : [],
    pages: { ...receipt.pages, named: receipt.pages.named.filter(isShown) },
  };
}
