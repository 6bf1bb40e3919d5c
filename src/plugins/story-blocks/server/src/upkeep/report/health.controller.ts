import { asBusy, conflict, notFound, parse, sqlNow } from '@wiredesk/strapi-kit/server';
import type { Context } from 'koa';
import { ERROR_CODES, passSchema, retrySchema, startRunSchema } from '../../../../shared/src';
import { type AdminUser, nameOf } from '../../access/admin-name';
import type { Ability } from '../../access/admin-reader';
import { retryFailed } from '../../cards';
import type { Troubles } from '../../troubles';
import { lastRun, openRun, type Runner, stopRun, type Worker } from '..';
import { type HealthPorts, healthReport } from './report';

/** What the Health page shows and does. */
export function createHealthController(
  ports: HealthPorts & { runner: Runner; worker: Pick<Worker, 'wake'>; troubles: Pick<Troubles, 'hurry'> }
) {
  const { strapi, runner, worker, troubles } = ports;
  return {
    async get(ctx: Context) {
      ctx.body = { data: await healthReport(ports, ctx.state.userAbility as Ability | undefined) };
    },

    async retry(ctx: Context) {
      const { data } = parse(retrySchema, ctx.request.body ?? {});
      const links = await retryFailed(strapi, 'all' in data ? null : data).catch(asBusy);
      const retried = links + ('all' in data ? await troubles.hurry() : 0);
      if (retried === 0 && !('all' in data)) {
        throw notFound(
          'This story is not waiting for another try: it was taken on meanwhile, or is not live any more.'
        );
      }
      worker.wake();
      ctx.body = { data: { retried } };
    },

    async start(ctx: Context) {
      const { pass } = parse(startRunSchema, ctx.request.body ?? {}).data;
      const sql = await sqlNow(strapi);
      const by = nameOf(ctx.state.user as AdminUser | undefined);
      const id = await openRun(strapi, sql, { pass, by, now: Date.now(), node: null });
      const run = await lastRun(strapi, sql, pass);
      if (id === null) {
        const message = `A ${pass} is under way already. Wait until it has ended, or stop it first.`;
        throw conflict(message, { code: ERROR_CODES.busy, run });
      }
      runner.wake();
      ctx.status = 202;
      ctx.body = { data: run };
    },

    async stop(ctx: Context) {
      const pass = parse(passSchema, ctx.params.pass);
      const sql = await sqlNow(strapi);
      if (!(await stopRun(strapi, sql, pass))) throw notFound(`No ${pass} is under way.`);
      runner.wake();
      ctx.body = { data: await lastRun(strapi, sql, pass) };
    },
  };
}
