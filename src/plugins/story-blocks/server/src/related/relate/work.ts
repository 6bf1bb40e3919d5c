import { sqlNow, TABLES, table } from '../../db';
import { appLocales } from '../../http/locales';
import { NOTHING, passStep, rankBehind, type Step } from './passes';
import { type Claim, claimNext, failClaim, settleClaim } from './queue';
import { type Relating, relateTaken, type Taken, takeUp, takeUpMany } from './relate';

/** Stories that one node claims at a time. */
const CLAIM = 20;
const CLAIM_MANY = 200;
/** Stories that wait beyond which they are taken up together, and their links made by passes: newest first. */
const MANY = 100;
/** Stories of a language up to which its model is trained, and all its links are made, with those of a new one. */
const FEW = 200;
/** Share of an archive by which it must have grown to be counted again. */
const GROWTH = 0.05;
/** Milliseconds for which a language with nothing to do is left alone. */
const QUIET_MS = 5_000;

/** What there is to do for related links, a step at a time. */
export function createWork(relating: Relating) {
  const { strapi, models } = relating;
  /** Stories taken up since the archive was last counted, by language. */
  const grown = new Map<string, number>();
  const quietUntil = new Map<string, number>();
  const grow = (locale: string, by: number) => {
    grown.set(locale, (grown.get(locale) ?? 0) + by);
    quietUntil.delete(locale);
  };

  async function isMany(): Promise<boolean> {
    const rows: unknown[] = await table(strapi, await sqlNow(strapi), TABLES.cards)
      .where('retry_at', '<=', Date.now())
      .limit(MANY)
      .select('document_id');
    return rows.length === MANY;
  }

  /** Whether the archive may have outgrown its model since it was last counted. */
  async function mayHaveOutgrown(locale: string): Promise<boolean> {
    const by = grown.get(locale);
    const { archive } = await models.standing(locale);
    if (by !== undefined && by <= archive * GROWTH) return false;
    grown.set(locale, 0);
    return true;
  }

  /** Trains the model of a small archive anew and makes all its links by it: the first reader of a small site sees what will stay. */
  async function keepSmall(locale: string): Promise<void> {
    const before = await models.standing(locale);
    if (before.archive > FEW || (await models.countOf(locale)) > FEW) return;
    let standing = before;
    do {
      await passStep(relating, locale, !standing.next);
      standing = await models.standing(locale);
    } while (standing.next);
    if (standing.ranking !== before.ranking) while ((await rankBehind(relating, standing)) > 0);
  }

  async function each<Item extends { claim: Claim }>(items: readonly Item[], work: (item: Item) => Promise<void>) {
    for (const item of items) {
      try {
        await work(item);
      } catch (error) {
        await failClaim(strapi, item.claim, error);
      }
    }
  }

  async function relate(claims: readonly Claim[]): Promise<void> {
    const taken: Taken[] = [];
    await each(
      claims.map((claim) => ({ claim })),
      async ({ claim }) => {
        const one = await takeUp(relating, claim, await models.standing(claim.locale));
        if (one) taken.push(one);
      }
    );
    for (const locale of new Set(taken.map(({ claim }) => claim.locale))) {
      await keepSmall(locale);
      grow(locale, taken.filter(({ claim }) => claim.locale === locale).length);
    }
    await each(taken, async (one) => {
      await relateTaken(relating, one, await models.standing(one.claim.locale));
      // Last: a node that dies before has done nothing that another will not do again.
      await settleClaim(strapi, await sqlNow(strapi), one.claim);
    });
  }

  /** Takes on the stories that wait. @returns How many there were. */
  async function relateWaiting(): Promise<number> {
    const together = await isMany();
    const claims = await claimNext(strapi, together ? CLAIM_MANY : CLAIM);
    if (together) {
      try {
        await takeUpMany(relating, claims);
        for (const { locale } of claims) grow(locale, 1);
        return claims.length;
      } catch (error) {
        // One by one it is seen which of them it was.
        strapi.log.warn(
          `[story-blocks] taken up one by one: ${error instanceof Error ? error.message : String(error)}`
        );
      }
    }
    await relate(claims);
    return claims.length;
  }

  async function pass(): Promise<Step> {
    const now = Date.now();
    for (const locale of new Set(['', ...(await appLocales(strapi)), ...grown.keys()])) {
      if ((quietUntil.get(locale) ?? 0) > now) continue;
      const step = await passStep(relating, locale, await mayHaveOutgrown(locale));
      if (step.count > 0) return step;
      quietUntil.set(locale, Date.now() + QUIET_MS);
    }
    return NOTHING;
  }

  /**
   * The next step of what is to be done: stories that wait, else what their archives need. At least once, and harmless
   * when twice: a node that dies leaves its claims to the others.
   */
  async function nextStep(): Promise<Step> {
    const count = await relateWaiting();
    return count > 0 ? { did: 'taken up', count } : pass();
  }

  return {
    nextStep,

    /** Takes {@link nextStep}. @returns How many stories it was about; 0 when there is nothing to do. */
    relateNext: async (): Promise<number> => (await nextStep()).count,

    /** Has every language looked at again by the next steps, also those that had nothing to do. */
    wake: (): void => quietUntil.clear(),

    /** Has every model trained anew, and all links made by it; what readers see stands until then. */
    async renew(): Promise<void> {
      await models.renew();
      grown.clear();
      quietUntil.clear();
    },

    /** Stories whose links are of another model or of other settings, of all that are in the index. */
    async behind(): Promise<{ done: number; total: number }> {
      const sum = { done: 0, total: 0 };
      for (const locale of await models.locales()) {
        const { ranking } = await models.standing(locale);
        const total = await models.countOf(locale);
        sum.total += total;
        sum.done += total - (await models.countBehind(locale, ranking));
      }
      return sum;
    },
  };
}
