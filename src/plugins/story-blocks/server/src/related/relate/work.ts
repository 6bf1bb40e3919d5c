import { sqlNow } from '../../db';
import { appLocales } from '../../http/locales';
import type { Standing } from '../model/models';
import { NOTHING, passStep, rankBehind, type Step } from './passes';
import { type Claim, claimNext, failClaim, settleClaims } from './queue';
import { type Relating, relateTaken, takeUp } from './relate';

/** Stories that one node claims at a time. */
const CLAIM = 20;
/** Stories that wait behind them from which on all are taken up together, and their links made by passes, newest first. */
const MANY = 180;
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

  /** Whether the archive may have outgrown its model since it was last counted. */
  async function mayHaveOutgrown(locale: string): Promise<boolean> {
    const by = grown.get(locale);
    const { archive } = await models.standing(locale);
    if (by !== undefined && by <= archive * GROWTH) return false;
    grown.set(locale, 0);
    return true;
  }

  /** Trains the model of a small archive anew and makes all its links by it: the first reader of a small site sees what will stay. */
  async function keepSmall(before: Standing): Promise<Standing> {
    const { locale } = before;
    if (before.archive > FEW || (await models.countOf(locale)) > FEW) return before;
    let standing = before;
    do {
      await passStep(relating, locale, !standing.next);
      standing = await models.standing(locale);
    } while (standing.next);
    if (standing.ranking !== before.ranking) while ((await rankBehind(relating, standing)) > 0);
    return standing;
  }

  const intoModels = ({ model, next }: Standing) => (next ? [next, model] : [model]);

  /** Runs `work` on all at once; where that fails on each by itself, so that one keeps no other waiting. */
  async function each(claims: readonly Claim[], work: (claims: readonly Claim[]) => Promise<void>): Promise<void> {
    try {
      await work(claims);
    } catch (error) {
      if (claims.length === 1) return failClaim(strapi, claims[0], error);
      for (const claim of claims) await each([claim], work);
    }
  }

  async function relate(claims: readonly Claim[]): Promise<void> {
    await each(claims, async (some) => {
      const [{ locale }] = some;
      const taken = await takeUp(relating, some, intoModels(await models.standing(locale)));
      grow(locale, taken.length);
      const standing = await keepSmall(await models.standing(locale));
      for (const one of taken) {
        await each([one.claim], async () => {
          await relateTaken(relating, one, standing);
          // Last: a node that dies before has done nothing that another will not do again.
          await settleClaims(strapi, await sqlNow(strapi), [one.claim]);
        });
      }
    });
  }

  /** Takes on the stories that wait. @returns How many there were. */
  async function relateWaiting(): Promise<number> {
    const claims = await claimNext(strapi, CLAIM);
    // As many as are claimed at a time, and more behind: they are taken up together.
    const more = claims.length === CLAIM ? await claimNext(strapi, MANY) : [];
    const isMany = more.length === MANY;
    const all = [...claims, ...more];
    for (const locale of new Set(all.map((claim) => claim.locale))) {
      const own = all.filter((claim) => claim.locale === locale);
      if (!isMany) await relate(own);
      else
        await each(own, async (some) => {
          await takeUp(relating, some, []);
          grow(locale, some.length);
        });
    }
    return all.length;
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
