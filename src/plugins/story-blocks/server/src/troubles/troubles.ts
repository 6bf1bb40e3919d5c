import type { Core } from '@strapi/strapi';
import { sqlNow } from '@wiredesk/strapi-kit/server';
import { LRUCache } from 'lru-cache';
import type { Task } from '../../../shared/src';
import { errorLine } from './error-line';
import {
  type About,
  dueEntries,
  forgetEntries,
  forgetTrouble,
  hasEntries,
  hurryEntries,
  noteTrouble,
  WHOLE,
} from './store-troubles';

const FIRST_RETRY_MS = 60_000;
const MAX_RETRY_MS = 60 * 60_000;
/** A task that goes well is not looked up for this long. Then a trouble that another node noted is found. */
const TRUSTED_MS = 30_000;
/** The same failure of the same thing is logged once in this time. */
const LOG_MS = 60_000;
/** As many as there may be troubles of all tasks; what fails more is logged more. */
const MAX_LOGGED = 2_000;

const backOff = (attempts: number) => Math.min(FIRST_RETRY_MS * 2 ** Math.min(attempts - 1, 20), MAX_RETRY_MS);
const nameOf = ({ type, documentId, locale }: About) => [type, documentId, locale].filter(Boolean).join(' ');

/**
 * What the background work cannot do, and why: noted apart from the transaction that failed, for the health report, until it
 * is done. It is the application's, not a node's: whichever node does it next says that it is done.
 */
export function createTroubles(strapi: Core.Strapi, now: () => number = Date.now) {
  const trusted = new Map<string, number>();
  const logged = new LRUCache<string, { error: string; at: number }>({ max: MAX_LOGGED });
  const isTrusted = (key: string) => (trusted.get(key) ?? 0) > now();
  const trust = (key: string) => trusted.set(key, now() + TRUSTED_MS);
  const entriesOf = (task: Task) => `${task} entries`;
  const keyOf = (task: Task, about: About) => `${task} ${nameOf(about)}`;

  function log(task: Task, about: About, error: string): void {
    const key = keyOf(task, about);
    const last = logged.get(key);
    if (last?.error === error && last.at > now() - LOG_MS) return;
    logged.set(key, { error, at: now() });
    strapi.log.error(`[story-blocks] ${key.trim()}: ${error}`);
  }

  /** A note that cannot be taken either is no reason to stop: the database is away, and the next turn will say so again. */
  async function quietly(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      strapi.log.error(`[story-blocks] a trouble could not be noted: ${errorLine(error)}`);
    }
  }

  async function failed(task: Task, error: unknown, about: About = WHOLE): Promise<void> {
    const line = errorLine(error);
    log(task, about, line);
    trusted.delete(keyOf(task, about));
    trusted.delete(entriesOf(task));
    const isEntry = about.type !== '';
    await quietly(async () =>
      noteTrouble(strapi, await sqlNow(strapi), task, about, {
        error: line,
        now: now(),
        retryAt: (attempts) => (isEntry ? now() + backOff(attempts) : null),
      })
    );
  }

  async function solved(task: Task, about: About = WHOLE): Promise<void> {
    const key = keyOf(task, about);
    if (isTrusted(key)) return;
    await quietly(async () => {
      await forgetTrouble(strapi, await sqlNow(strapi), task, about);
      trust(key);
    });
  }

  return {
    failed,
    solved,

    /** Says that what was to be done with entries of a type is done. */
    async entriesSolved(task: Task, type: string, documentIds: readonly string[]): Promise<void> {
      if (documentIds.length === 0 || isTrusted(entriesOf(task))) return;
      await quietly(async () => {
        const sql = await sqlNow(strapi);
        if (await hasEntries(strapi, sql, task)) await forgetEntries(strapi, sql, task, { type, documentIds });
        else trust(entriesOf(task));
      });
    },

    /** Does a turn of a task, and notes whether it failed. @returns Null where it did. */
    async run<Result>(task: Task, work: () => Promise<Result>): Promise<Result | null> {
      try {
        const result = await work();
        await solved(task);
        return result;
      } catch (error) {
        await failed(task, error);
        return null;
      }
    },

    /** Entries that failed and are to be tried again now. */
    async due(task: Task, limit: number): Promise<About[]> {
      const entries = await dueEntries(strapi, await sqlNow(strapi), task, now(), limit);
      // Another node may have noted them.
      if (entries.length > 0) trusted.delete(entriesOf(task));
      return entries;
    },

    /** Has all entries that failed tried again at the next turn. @returns How many. */
    hurry: async (): Promise<number> => hurryEntries(strapi, await sqlNow(strapi)),
  };
}
export type Troubles = ReturnType<typeof createTroubles>;
