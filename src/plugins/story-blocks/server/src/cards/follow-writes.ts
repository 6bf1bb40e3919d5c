import type { Core } from '@strapi/strapi';
import { afterCommit, aroundDocuments, asBusy, entries, inTransaction, type Sql } from '@wiredesk/strapi-kit/server';
import { advanceGeneration, lockDocument } from '../db';
import { carryHold, holdToCarry, type KeptHold, refuseHeld, settleEnded } from '../holds';
import type { Newsroom, Role } from '../newsroom';
import { joinChanges } from './changes';
import { refuseCircle } from './check-circle';
import { checkData, checkLocale } from './check-write';
import { forgetFirstPublications } from './first-publications';
import { listenersOf } from './listeners';
import { inverseFields, pointingEntries, syncMoved } from './other-ends';
import { readStateBefore, type StoryState } from './read-state';
import { type Row, text } from './read-values';
import { syncConcept, syncStory } from './sync';

/** What `strapi.documents.use` hands to a middleware, as far as it is read here. */
export interface DocumentContext {
  uid: string;
  action: string;
  params: { documentId?: string; locale?: unknown; status?: unknown; data?: Record<string, unknown> };
}

const WRITES = new Set(['create', 'update', 'delete', 'publish', 'unpublish', 'discardDraft', 'clone']);
const TAKES_DOWN = new Set(['unpublish', 'delete']);
const WITH_DATA = new Set(['create', 'update', 'clone']);
const MAKES_A_DOCUMENT = new Set(['create', 'clone']);

const publishes = ({ action, params }: DocumentContext) =>
  action === 'publish' || (action === 'update' && params.status === 'published');

function documentIdOf(context: DocumentContext, result: unknown): string | null {
  const made = (result as { documentId?: string } | null)?.documentId;
  const own = MAKES_A_DOCUMENT.has(context.action) ? made : (context.params.documentId ?? made);
  return own ?? null;
}

/** Actions that change relations without naming them: a copy and a published version have rows of their own. */
const REPLACES_ROWS = new Set(['delete', 'clone', 'publish', 'unpublish', 'discardDraft']);

const replacesRows = (context: DocumentContext) => REPLACES_ROWS.has(context.action) || publishes(context);

export interface Followed {
  strapi: Core.Strapi;
  newsroom: Newsroom;
  /** Wakes the worker once the write is committed. */
  wake(): void;
  now(): number;
}

async function followStory(
  { strapi, newsroom, now }: Followed,
  context: DocumentContext,
  next: () => Promise<unknown>,
  sql: Sql,
  role: Role & { kind: 'story' }
) {
  const { documentId } = context.params;
  const since = now();
  let isChecked = false;
  let before: StoryState | undefined;
  let ended: KeptHold | null = null;
  let carried: KeptHold | null = null;
  if (documentId && context.action === 'clone') {
    carried = await holdToCarry(strapi, sql, context.uid, documentId, now());
  } else if (documentId && !MAKES_A_DOCUMENT.has(context.action)) {
    await lockDocument(strapi, sql, context.uid, documentId);
    before = await readStateBefore(strapi, sql, newsroom, role.type, documentId);
    if (publishes(context)) {
      ended = await refuseHeld(strapi, sql, context.uid, documentId, now());
      // Who sets a hold waits for the lock.
      isChecked = true;
    }
  }
  const result = await next();
  const written = documentIdOf(context, result);
  if (!written) return result;
  if (carried) await carryHold(strapi, sql, carried, written, now());
  const { change, live } = await syncStory(strapi, newsroom, sql, role.type, written, { before, since });
  // Whatever the action was called, what it led to counts: a held story may not be live.
  // But nothing stops what takes it down, a language at a time.
  if (live && !isChecked && !TAKES_DOWN.has(context.action)) await refuseHeld(strapi, sql, context.uid, written, now());
  if (ended) await settleEnded(strapi, sql, ended);
  if (change) await advanceGeneration(strapi, sql, change);
  if (context.action === 'delete') await forgetDeleted(strapi, newsroom, sql, context.uid, written);
  return result;
}

/**
 * What is kept about a document goes when its last language goes; until then pins and holds outlive unpublishing. When a
 * language was first published goes with that language: one that is written anew is another text.
 */
async function forgetDeleted(strapi: Core.Strapi, newsroom: Newsroom, sql: Sql, uid: string, documentId: string) {
  const select = newsroom.isLocalized(uid) ? ['id', 'locale'] : ['id'];
  const left: Row[] = await entries(strapi, uid).findMany({ select, where: { documentId } });
  const locales = [...new Set(left.map((row) => newsroom.keyLocale(uid, text(row.locale))))];
  await forgetFirstPublications(strapi, sql, { type: uid, documentId }, locales);
  if (left.length > 0) return;
  for (const { storyDeleted } of listenersOf(strapi)) await storyDeleted?.(strapi, sql, uid, documentId);
}

/** What is kept about a section goes when its last language goes. */
async function forgetSection(strapi: Core.Strapi, sql: Sql, uid: string, documentId: string) {
  const left = await entries(strapi, uid).count({ where: { documentId } });
  if (left > 0) return;
  for (const { sectionDeleted } of listenersOf(strapi)) await sectionDeleted?.(strapi, sql, documentId);
}

async function followConcept(
  { strapi, newsroom }: Followed,
  context: DocumentContext,
  next: () => Promise<unknown>,
  sql: Sql,
  kind: Exclude<Role['kind'], 'story'>
) {
  const { data, documentId } = context.params;
  const inverse = inverseFields(newsroom, context.uid).filter(
    ([field]) => replacesRows(context) || (data && field in data)
  );
  const fields = inverse.map(([field]) => field);
  const before =
    documentId && fields.length > 0 ? await pointingEntries(strapi, context.uid, documentId, fields) : null;

  const { parent } = newsroom.config.types.section?.fields ?? {};
  const mayCircle = kind === 'section' && parent !== undefined && WITH_DATA.has(context.action);
  // Two halves of a circle, written at once, would each see none.
  if (mayCircle) await lockDocument(strapi, sql, context.uid, 'parents');
  // The later of two writers must find the row gone before Strapi does: an event about nothing ends Strapi's process.
  if (documentId) await lockDocument(strapi, sql, `write ${context.uid}`, documentId);
  const result = await next();
  const written = documentIdOf(context, result);
  if (!written) return result;
  const changes = [await syncConcept(strapi, newsroom, sql, kind, context.uid, written)];

  if (fields.length > 0) {
    const after = await pointingEntries(strapi, context.uid, written, fields);
    for (const [field, { target }] of inverse) {
      const [old, present] = [new Set(before?.get(field)), new Set(after.get(field))];
      const kept = (id: string) => !replacesRows(context) && old.has(id) && present.has(id);
      const moved = [...new Set([...old, ...present])].filter((id) => !kept(id));
      changes.push(await syncMoved(strapi, newsroom, sql, target, moved));
    }
  }
  if (mayCircle) await refuseCircle(strapi, sql, written, parent);
  if (kind === 'section' && context.action === 'delete') await forgetSection(strapi, sql, context.uid, written);
  const change = joinChanges(changes);
  if (change) await advanceGeneration(strapi, sql, change);
  return result;
}

/**
 * Follows every write of a mapped type through the document service: checks it, runs it, and makes cards and concepts
 * agree with what is then published, all in one transaction. If any of it fails, nothing is written.
 *
 * Call it in `register()`: a middleware added there surrounds those of plugins that add theirs in `bootstrap()`, i18n's
 * among them, and so sees what they did to other languages.
 */
export function followWrites(followed: Followed): void {
  const { strapi, newsroom } = followed;
  aroundDocuments(strapi, async (context: DocumentContext, next: () => Promise<unknown>) => {
    const role = newsroom.role(context.uid);
    if (!role || !WRITES.has(context.action)) return next();
    // Opened before the first await: whatever else runs in this request meanwhile is not drawn into it.
    return inTransaction(strapi, async (sql) => {
      if (WITH_DATA.has(context.action)) {
        if (newsroom.isLocalized(context.uid)) await checkLocale(strapi, context.params.locale);
        if (context.params.data) checkData(newsroom, role, context.uid, context.params.data);
      }
      const result =
        role.kind === 'story'
          ? await followStory(followed, context, next, sql, role)
          : await followConcept(followed, context, next, sql, role.kind);
      await afterCommit(strapi, followed.wake);
      return result;
    }).catch(asBusy);
  });
}
