import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { sqlNow } from '@wiredesk/strapi-kit/server';
import type { Run, RunProgress } from '../../../../shared/src';
import { createLoop } from '../../lib/loop';
import type { Newsroom } from '../../newsroom';
import type { Related } from '../../related';
import { errorLine, type Troubles } from '../../troubles';
import { countStories } from '../filling';
import { type RebuildProgress, rebuild } from '../rebuild';
import { reconcile } from '../reconcile';
import { beat, endRun, LEASE_MS, leaveRun, type OwnRun, openRun, openRunOf, takeRun } from './store-runs';

/** A run that was asked for on another node begins after this time at the latest. */
const LOOK_MS = 2_000;
const BEAT_MS = 1_000;
const WAIT_MS = 250;

type Rebuilt = Awaited<ReturnType<typeof rebuild>>;
/** How whoever started a rebuild ends it early. */
export interface RebuildOptions {
  stopped?(): boolean;
}

interface How<Result> {
  toResult(result: Result): Run['result'];
  /** Whether this node goes down: then another goes on with it. */
  isLeft?(): boolean;
  /** Whether whoever started it has stopped it. */
  isStopped?(): boolean;
}

/**
 * Does the runs that administrators ask for, one at a time: what is kept of each is in the database, so that any node can
 * do it, tell how far it is, and go on where another died.
 */
export function createRunner({
  strapi,
  newsroom,
  related,
  troubles,
  wake,
}: {
  strapi: Core.Strapi;
  newsroom: Newsroom;
  related: Related;
  troubles: Troubles;
  wake(): void;
}) {
  const node = randomUUID();
  const ports = { newsroom, troubles };
  /** Has the run of this node look at once whether it is to stop. */
  let hurry: () => void = () => {};

  async function reconcileAll(report: (progress: RunProgress) => void, stopped: () => boolean): Promise<Run['result']> {
    const { published: total } = await countStories(strapi, newsroom);
    const { repaired } = await reconcile(strapi, ports, {
      stopped,
      progress: ({ seen }) => report({ step: 'cards', part: null, done: Math.min(seen, total), total }),
    });
    return { repaired, related: null, waiting: null };
  }

  /** Does a run of this node's, and says every second how far it is. @returns What came of it; throws what ended it. */
  async function perform<Result>(
    run: OwnRun,
    work: (report: (progress: RunProgress) => void, stopped: () => boolean) => Promise<Result>,
    { toResult, isLeft = () => false, isStopped = () => false }: How<Result>
  ): Promise<Result> {
    let progress: RunProgress | null = null;
    let [isStopping, isLost, isOver] = [run.isStopping, false, false];
    const beating = (async () => {
      while (!isOver) {
        const pause = new AbortController();
        hurry = () => pause.abort();
        await sleep(BEAT_MS, undefined, { signal: pause.signal }).catch(() => {});
        if (isOver) return;
        try {
          const said = await beat(strapi, await sqlNow(strapi), run, { now: Date.now(), progress });
          isLost = said === null;
          isStopping ||= said === true;
        } catch (error) {
          strapi.log.error(`[story-blocks] ${run.pass}: ${errorLine(error)}`);
        }
      }
    })();
    const end = async (state: 'done' | 'failed', result: Run['result'], error: string | null) => {
      isOver = true;
      hurry();
      await beating;
      const sql = await sqlNow(strapi);
      if (isLeft() && !isStopping && state === 'done') return leaveRun(strapi, sql, run);
      await endRun(strapi, sql, run, {
        state: state === 'done' && (isStopping || isStopped()) ? 'stopped' : state,
        now: Date.now(),
        progress,
        result,
        error,
      });
    };
    try {
      const result = await work(
        (next) => {
          progress = next;
        },
        () => isStopping || isLost || isLeft() || isStopped()
      );
      await end('done', toResult(result), null);
      return result;
    } catch (error) {
      await end('failed', null, errorLine(error));
      throw error;
    }
  }

  const toProgress = ({ step, part, done, total }: RebuildProgress): RunProgress => ({
    step,
    part: part ?? null,
    done,
    total,
  });

  async function turn(): Promise<void> {
    try {
      const run = await troubles.run('runs', async () =>
        takeRun(strapi, await sqlNow(strapi), { node, now: Date.now() })
      );
      if (!run) return;
      loop.wake();
      const how = { isLeft: loop.isStopped, toResult: (result: Run['result']) => result };
      await (run.pass === 'rebuild'
        ? perform(
            run,
            (report, stopped) => rebuild(strapi, ports, related, (next) => report(toProgress(next)), { stopped }),
            how
          )
        : perform(run, reconcileAll, how));
      wake();
    } catch (error) {
      strapi.log.error(`[story-blocks] ${errorLine(error)}`);
    }
  }
  const loop = createLoop(turn, LOOK_MS);

  /** Opens a run to be done at once; one whose node has died is taken over. */
  async function claim(): Promise<OwnRun> {
    const seen = await openRunOf(strapi, await sqlNow(strapi), 'rebuild');
    const until = Date.now() + LEASE_MS + BEAT_MS;
    for (;;) {
      const sql = await sqlNow(strapi);
      const id = await openRun(strapi, sql, { pass: 'rebuild', by: null, now: Date.now(), node });
      if (id !== null) return { id, pass: 'rebuild', node, isStopping: false };
      const taken = await takeRun(strapi, sql, { node, now: Date.now(), pass: 'rebuild' });
      if (taken) return taken;
      const open = await openRunOf(strapi, sql, 'rebuild');
      const goesOn = open !== null && open.id === seen?.id && open.beatAt > seen.beatAt;
      if (goesOn || Date.now() > until) {
        throw new Error('A rebuild is under way; its progress is on the Health page of the admin.');
      }
      await sleep(WAIT_MS);
    }
  }

  return {
    start: loop.start,
    stop: loop.stop,
    /** Has what was asked for begin, or stop, at once. */
    wake(): void {
      hurry();
      loop.wake();
    },
    /**
     * Rebuilds in this process, as the command does.
     *
     * @throws {Error} where a rebuild is under way.
     */
    async rebuild(
      report: (progress: RebuildProgress) => void,
      { stopped = () => false }: RebuildOptions = {}
    ): Promise<Rebuilt> {
      const run = await claim();
      return perform(
        run,
        (note, isEnded) =>
          rebuild(
            strapi,
            ports,
            related,
            (progress) => {
              note(toProgress(progress));
              report(progress);
            },
            { stopped: isEnded }
          ),
        { isStopped: stopped, toResult: (result) => result }
      );
    },
  };
}
export type Runner = ReturnType<typeof createRunner>;
