import type { Core } from '@strapi/strapi';
import { type BlockRegistry, createBlockRegistry, createProblems, type Problems } from './blocks';
import { createKeptConcepts, type KeptConceptsAt } from './cards';
import { type Answers, createAnswers } from './delivery/answers';
import { createHolds, type Holds } from './holds';
import { checkNewsroom, createNewsroom, type Newsroom, type Schemas } from './newsroom';
import { createMoments, createPageKinds, type Moments, OUR_KINDS, type PageKindRegistry } from './pages';
import { createEarlyAnswers, type EarlyAnswers } from './pages/early/early-answers';
import { createStanding, type Standing } from './pages/standing/standing';
import { createRelated, type Related } from './related';
import { createSettings, type Settings } from './settings';
import { createTroubles, type Troubles } from './troubles';
import {
  createRunner,
  createSchedule,
  createTeller,
  createWorker,
  type Runner,
  type Schedule,
  type Worker,
} from './upkeep';

/** Everything of the plugin that lives as long as the application. */
export interface Assembly {
  newsroom: Newsroom;
  registry: BlockRegistry;
  /** Kinds of page. */
  kinds: PageKindRegistry;
  problems: Problems;
  related: Related;
  holds: Holds;
  /** Where a story stands now. */
  standing: Standing;
  worker: Worker;
  schedule: Schedule;
  settings: Settings;
  runner: Runner;
  /** What the background work cannot do. */
  troubles: Troubles;
  /** What all answers depend on, now. */
  moment: Moments;
  /** What was made, until a change names it. */
  answers: Answers;
  early: EarlyAnswers;
  keptConcepts: KeptConceptsAt;
  now(): Date;
}

const assemblies = new WeakMap<Core.Strapi, Assembly>();

function assemble(strapi: Core.Strapi): Assembly {
  const schemas: Schemas = {
    contentTypes: strapi.contentTypes as unknown as Schemas['contentTypes'],
    components: strapi.components as unknown as Schemas['components'],
    customFields: (strapi.get('custom-fields') as { getAll(): Schemas['customFields'] }).getAll(),
  };
  const newsroom = createNewsroom(strapi, checkNewsroom(strapi.config.get('newsroom'), schemas, 'pass'));
  const registry = createBlockRegistry();
  const kinds = createPageKinds(OUR_KINDS);
  const problems = createProblems(strapi);
  const troubles = createTroubles(strapi);
  const related = createRelated(strapi, newsroom, troubles);
  const now = () => new Date();
  const standing = createStanding({ strapi, newsroom, kinds, registry, problems, now });
  const holds = createHolds(strapi, newsroom, { standing, troubles, now: Date.now });
  const worker = createWorker({ strapi, newsroom, holds, related, troubles, teller: createTeller(strapi, troubles) });
  const schedule = createSchedule({ strapi, newsroom, holds, troubles, worker });
  const wake = () => {
    related.wake();
    worker.wake();
  };
  const settings = createSettings(strapi, newsroom, troubles, async () => {
    // A model that this node took into use meanwhile says that its links are by what held here.
    await related.followSettings();
    wake();
  });
  const runner = createRunner({ strapi, newsroom, related, troubles, wake });
  const answers = createAnswers(newsroom.configured.delivery.memory * 2 ** 20);
  const moment = createMoments(strapi, now, answers.drop);
  const early = createEarlyAnswers(strapi, { newsroom, moment, answers });
  const keptConcepts = createKeptConcepts();
  return {
    moment,
    answers,
    early,
    keptConcepts,
    newsroom,
    registry,
    kinds,
    problems,
    related,
    holds,
    standing,
    worker,
    schedule,
    settings,
    runner,
    troubles,
    now,
  };
}

/**
 * The parts of an application, built when they are first asked for: another plugin's `register()` may run before ours.
 *
 * @throws {NewsroomConfigError} where `config/newsroom` does not fit the schemas.
 */
export function assemblyOf(strapi: Core.Strapi): Assembly {
  let assembly = assemblies.get(strapi);
  if (!assembly) {
    assembly = assemble(strapi);
    assemblies.set(strapi, assembly);
  }
  return assembly;
}
