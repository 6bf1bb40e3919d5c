import type { Core } from '@strapi/strapi';
import { type HealthReport, type ModelState, PASSES } from '../../../../shared/src';
import type { Desk } from '../../config';
import { sqlNow } from '../../db';
import type { Ability } from '../../http/admin-reader';
import type { Problems } from '../../registry';
import { findDeadPins, type LanguageState, type Related } from '../../related';
import { health, lastRun, type Schedule } from '../../upkeep';
import { titlesOf } from '../stories';

const MAX_LISTED = 100;

export interface HealthPorts {
  strapi: Core.Strapi;
  desk: Desk;
  problems: Problems;
  related: Pick<Related, 'behind' | 'overview'>;
  schedule: Pick<Schedule, 'last'>;
}

function toModel({ locale, stories, ready, next, behind }: LanguageState): ModelState {
  const shown = ready ?? next;
  return {
    locale,
    stories,
    state: next?.state ?? ready?.state ?? 'none',
    version: ready?.version ?? null,
    trainedOn: ready?.archive ?? null,
    changedAt: shown ? new Date(Number(shown.changed_at)).toISOString() : null,
    links: { done: stories - behind, total: stories },
  };
}

/** The state of everything, for an administrator: stories are named as far as he may read them. */
export async function healthReport(ports: HealthPorts, ability: Ability | undefined): Promise<HealthReport> {
  const { strapi, desk, related } = ports;
  const { failed, ...counts } = await health(strapi, ports);
  const dead = await findDeadPins(strapi, desk, MAX_LISTED);
  const titleOf = await titlesOf(strapi, desk, ability, [...failed, ...dead.named.map(({ host }) => host)]);
  const sql = await sqlNow(strapi);
  const [rebuild, reconcile] = [await lastRun(strapi, sql, PASSES[0]), await lastRun(strapi, sql, PASSES[1])];
  return {
    ...counts,
    reconciled: counts.reconciled && { ...counts.reconciled },
    failed: failed.map((story) => ({ ...story, title: titleOf(story) })),
    deadPins: {
      total: dead.total,
      named: dead.named.map(({ host, target }) => ({ ...host, title: titleOf(host), targetId: target.documentId })),
    },
    models: (await related.overview()).map(toModel),
    runs: { rebuild, reconcile },
  };
}
