import type { Core } from '@strapi/strapi';
import { sqlNow } from '@wiredesk/strapi-kit/server';
import { ALL_LOCALES, type HealthReport, type ModelState, PASSES, type TroubleReport } from '../../../../shared/src';
import type { Ability } from '../../access/admin-reader';
import type { Problems } from '../../blocks';
import { findDeadPins } from '../../curation/pins';
import { titlesOf } from '../../drafts';
import type { Newsroom } from '../../newsroom';
import type { LanguageState, Related } from '../../related';
import type { Trouble } from '../../troubles';
import { health, lastRun, type Schedule } from '..';

const MAX_LISTED = 100;

export interface HealthPorts {
  strapi: Core.Strapi;
  newsroom: Newsroom;
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

/** Troubles are noted of a story as a whole. */
const anyLanguage = ({ type, documentId, locale }: Trouble) => ({ type, documentId, locale: locale || ALL_LOCALES });

const toReport = ({ retryAt, since, at, ...trouble }: Trouble, title: string | null): TroubleReport => ({
  ...trouble,
  type: trouble.type || null,
  documentId: trouble.documentId || null,
  locale: trouble.locale || null,
  title,
  since: new Date(since).toISOString(),
  at: new Date(at).toISOString(),
  nextTry: retryAt === null ? null : new Date(retryAt).toISOString(),
});

/** The state of everything, for an administrator: stories are named as far as he may read them. */
export async function healthReport(ports: HealthPorts, ability: Ability | undefined): Promise<HealthReport> {
  const { strapi, newsroom, related } = ports;
  const { failed, embargoes, troubles, ...counts } = await health(strapi, ports);
  const dead = await findDeadPins(strapi, newsroom, MAX_LISTED);
  const troubled = troubles.named.filter(({ type }) => newsroom.storyType(type));
  const titleOf = await titlesOf(strapi, newsroom, ability, [
    ...failed,
    ...embargoes,
    ...troubled.map(anyLanguage),
    ...dead.named.map(({ host }) => host),
  ]);
  const sql = await sqlNow(strapi);
  const [rebuild, reconcile] = [await lastRun(strapi, sql, PASSES[0]), await lastRun(strapi, sql, PASSES[1])];
  return {
    ...counts,
    reconciled: counts.reconciled && { ...counts.reconciled },
    failed: failed.map((story) => ({ ...story, title: titleOf(story) })),
    embargoes: embargoes.map((story) => ({ ...story, title: titleOf(story) })),
    troubles: { ...troubles, named: troubles.named.map((trouble) => toReport(trouble, titleOf(anyLanguage(trouble)))) },
    deadPins: {
      total: dead.total,
      named: dead.named.map(({ host, target }) => ({ ...host, title: titleOf(host), targetId: target.documentId })),
    },
    models: (await related.overview()).map(toModel),
    runs: { rebuild, reconcile },
  };
}
