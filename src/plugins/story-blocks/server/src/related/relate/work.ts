import { appLocales, sqlNow } from '@wiredesk/strapi-kit/server';
import { areWaiting, type Claim, claimNext, failClaim, settleClaims } from '../../cards';
import { allOrEach } from '../../lib/all-or-each';
import type { Standing } from '../model/models';
import { analyseAnew } from './analyse-anew';
import { NOTHING, passStep, rankBehind, type Step } from './passes';
import { relateStory, takeUp } from './relate';
import type { Relating } from './relating';
import { createStatistics } from './statistics';
import { createTrainer } from './training';

/** Stories that one node claims at a time. */
const CLAIM = 20;
/** Stories that wait from which on they are taken up together, and their links made by passes, newest first. */
const MANY = 200;
/** How many are worked on at once: all stay in memory until all are written. */
const AT_ONCE = 60;
/** Stories of a language up to which its model is trained, and all its links are made, with those of a new one. */
const FEW = 200;
/** Milliseconds for which a language with nothing to do is left alone. */
const QUIET_MS = 5_000;

type ModelState = Awaited<ReturnType<Relating['models']['overview']>>[number];

/** What a language's links are made by. */
export interface LanguageState {
  locale: string;
  stories: number;
  /** The model in use, and one that is being made. */
  ready: ModelState | undefined;
  next: ModelState | undefined;
  /** Stories whose links are still by another model or other settings. */
  behind: number;
}

/** What there is to do for related links, a step at a time. */
export function createWork(relating: Relating) {
  const { strapi, models } = relating;
  const quietUntil = new Map<string, number>();
  const statistics = createStatistics(strapi);
  const trainer = createTrainer(models, () => quietUntil.clear());
  const grow = (locale: string, by: number) => {
    trainer.grow(locale, by);
    quietUntil.delete(locale);
  };
  /** The language that had the last step: the others come first. */
  let last = '';

  /** Trains the model of a small archive anew and makes all its links by it: the first reader of a small site sees what will stay. */
  async function keepSmall(before: Standing): Promise<Standing> {
    const { locale } = before;
    if (before.archive > FEW || (await models.countOf(locale)) > FEW) return before;
    if (!before.next && (await trainer.start(before))) await trainer.wait();
    let standing = await models.standing(locale);
    while (standing.next && (await passStep(relating, standing)).count > 0) standing = await models.standing(locale);
    if (standing.ranking !== before.ranking) while ((await rankBehind(relating, standing)) > 0);
    return standing;
  }

  const intoModels = ({ model, next }: Standing) => (next ? [next, model] : [model]);

  const each = (claims: readonly Claim[], work: (claims: readonly Claim[]) => Promise<void>) =>
    allOrEach(claims, work, (claim, error) => failClaim(strapi, claim, error));

  async function relate(claims: readonly Claim[]): Promise<void> {
    await each(claims, async (some) => {
      const [{ locale }] = some;
      const before = await models.standing(locale);
      const taken = await takeUp(relating, some, intoModels(before), before.ranking);
      grow(locale, taken.length);
      const standing = await keepSmall(before);
      for (const one of taken) {
        await each([one.claim], async () => {
          // One that is being written, or ranked by others meanwhile, is found by the next pass.
          await relateStory(relating, one, standing, one.version === 1);
          // Last: a node that dies before has done nothing that another will not do again.
          await settleClaims(strapi, await sqlNow(strapi), [one.claim]);
        });
      }
    });
  }

  async function takeUpOnly(claims: readonly Claim[]): Promise<void> {
    await each(claims, async (some) => {
      const [{ locale }] = some;
      await takeUp(relating, some, [], (await models.standing(locale)).ranking);
      grow(locale, some.length);
    });
  }

  /** Takes on the stories that wait. @returns How many there were. */
  async function relateWaiting(): Promise<number> {
    const claims = await claimNext(strapi, CLAIM);
    const isMany = claims.length === CLAIM && (await areWaiting(strapi, MANY));
    if (isMany) claims.push(...(await claimNext(strapi, AT_ONCE - CLAIM)));
    for (const locale of new Set(claims.map((claim) => claim.locale))) {
      const own = claims.filter((claim) => claim.locale === locale);
      await (isMany ? takeUpOnly(own) : relate(own));
    }
    return claims.length;
  }

  const languages = async (): Promise<string[]> => [
    ...new Set(['', ...(await appLocales(strapi)), ...trainer.languages()]),
  ];

  async function pass(): Promise<Step> {
    const all = await languages();
    const begin = all.indexOf(last) + 1;
    for (const locale of [...all.slice(begin), ...all.slice(0, begin)]) {
      if ((quietUntil.get(locale) ?? 0) > Date.now()) continue;
      const anew = await analyseAnew(relating, locale);
      if (anew > 0) {
        last = locale;
        return { did: 'analysed', count: anew };
      }
      const standing = await models.standing(locale);
      const hasStarted = await trainer.start(standing);
      // Stories that no model has yet wait for the first: it is made in seconds.
      const step =
        hasStarted || (standing.archive === 0 && !standing.next) ? NOTHING : await passStep(relating, standing);
      if (hasStarted || step.count > 0) {
        last = locale;
        return hasStarted ? { did: 'trained', count: 1 } : step;
      }
      quietUntil.set(locale, Date.now() + QUIET_MS);
    }
    return NOTHING;
  }

  let before: Promise<unknown> = Promise.resolve();
  /** One step at a time in a process: two would make the same links. */
  function alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = before.then(work);
    before = result.catch(() => {});
    return result;
  }

  /**
   * The next step of what is to be done: stories that wait, else what their archives need. At least once, and harmless
   * when twice: a node that dies leaves its claims to the others.
   *
   * @param options.isPatient - Waits for a training where that is all there is to do.
   */
  async function nextStep({ isPatient = true } = {}): Promise<Step> {
    const step = await alone(async (): Promise<Step> => {
      const count = await relateWaiting();
      const done: Step = count > 0 ? { did: 'taken up', count } : await pass();
      await statistics.follow(done);
      return done;
    });
    if (step.count > 0 || !isPatient || !(await trainer.wait())) return step;
    return { did: 'trained', count: 1 };
  }

  return {
    nextStep,

    /** Takes {@link nextStep}. @returns How many stories it was about; 0 when there is nothing to do. */
    relateNext: async (): Promise<number> => (await nextStep()).count,

    /** Has every language looked at again by the next steps, also those that had nothing to do. */
    wake: (): void => quietUntil.clear(),

    /** Ends a training that is under way. */
    stop: (): Promise<void> => trainer.stop(),

    /** Has all links made again, as where a signal has changed; what readers see stands until a story's own turn comes. */
    async rankAgain(): Promise<void> {
      await models.rankAgain();
      quietUntil.clear();
    },

    /** Has every model trained anew, and all links made by it; what readers see stands until then. */
    async renew(): Promise<void> {
      await models.renew();
      trainer.forget();
      quietUntil.clear();
    },

    /** What each language's links are made by, and how far that is; for languages that have stories or a model. */
    async overview(): Promise<LanguageState[]> {
      const rows = await models.overview();
      const known = new Set([...(await languages()), ...rows.map(({ locale }) => locale)]);
      const states: LanguageState[] = [];
      for (const locale of known) {
        const own = rows.filter((row) => row.locale === locale);
        const ready = own.find(({ state }) => state === 'ready');
        const next = own.find(({ state }) => state !== 'ready');
        const stories = await models.countOf(locale);
        if (stories === 0 && own.length === 0) continue;
        const behind = ready ? await models.countBehind(locale, ready.ranking) : stories;
        states.push({ locale, stories, ready, next, behind });
      }
      return states;
    },

    /** Stories whose links are of another model or of other settings, of all that are in the index. */
    async behind(): Promise<{ done: number; total: number }> {
      const sum = { done: 0, total: 0 };
      for (const locale of await languages()) {
        const { ranking } = await models.standing(locale);
        const total = await models.countOf(locale);
        sum.total += total;
        sum.done += total - (await models.countBehind(locale, ranking));
      }
      return sum;
    },
  };
}
