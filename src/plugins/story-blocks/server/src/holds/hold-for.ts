import type { Core } from '@strapi/strapi';
import { entries, holdsActions } from '@wiredesk/strapi-kit/server';
import type { Context } from 'koa';
import type { Hold } from '../../../shared/src';
import { type Ability, visibleRows } from '../access/admin-reader';
import { mayPreview } from '../access/caller';
import type { Newsroom } from '../newsroom';
import { type KeptHold, toAnswer } from './hold';
import { rightsOf } from './rights';

interface Draft {
  locale: string | null;
  [field: string]: unknown;
}

/** The drafts of a story that the one who asks may read, each with its headline. */
async function readableDrafts(
  strapi: Core.Strapi,
  ctx: Context,
  { type, documentId, title }: { type: string; documentId: string; title: string }
): Promise<Draft[]> {
  const ability = ctx.state.userAbility as Ability | undefined;
  if (ability) return visibleRows(strapi, ability, type, [documentId], { fields: [title], telling: title });
  const { auth } = ctx.state;
  if (!(await holdsActions(strapi, auth, [`${type}.find`])) || !(await mayPreview(strapi, auth))) return [];
  const where = { documentId, publishedAt: null };
  return entries(strapi, type).findMany({ select: ['locale', title], where }) as Promise<Draft[]>;
}

/**
 * A hold as one who may read its story may read it: the note is told to those who may set and the story that it was
 * copied from to those who may read that one as well.
 */
export async function holdFor(
  strapi: Core.Strapi,
  newsroom: Newsroom,
  ctx: Context,
  hold: KeptHold,
  now: number
): Promise<Hold> {
  const { type, copiedFrom: documentId } = hold;
  const { title } = newsroom.storyType(type)?.fields ?? {};
  const note = (await rightsOf(strapi, ctx).mayReadNote()) ? hold.note : null;
  if (documentId === null || !title) return toAnswer(hold, now, { note, copiedFrom: null });
  const rows = await readableDrafts(strapi, ctx, { type, documentId, title });
  const row = rows.find(({ locale }) => hold.locales.includes(locale ?? '')) ?? rows[0];
  const headline = row?.[title];
  const copiedFrom = row ? { documentId, title: typeof headline === 'string' ? headline : null } : null;
  return toAnswer(hold, now, { note, copiedFrom });
}
