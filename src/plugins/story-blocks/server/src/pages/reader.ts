import type { Core } from '@strapi/strapi';
import { chooseLocale } from '@wiredesk/strapi-kit/server';
import type { Caller } from '../access/caller';
import type { BlockRegistry, Problems } from '../blocks';
import type { KeptConceptsAt } from '../cards';
import type { Answers } from '../delivery/answers';
import { answerKey } from '../delivery/cache';
import { createTags, type Tags } from '../delivery/tags';
import type { Newsroom } from '../newsroom';
import type { Moment, Moments } from './moment';
import type { FillRequest } from './page-request';

/** What answers are made with and kept in. */
export interface ReaderPorts {
  strapi: Core.Strapi;
  newsroom: Newsroom;
  registry: BlockRegistry;
  problems: Problems;
  moment: Moments;
  answers: Answers;
  keptConcepts: KeptConceptsAt;
}

/** One who reads: who it is, in which language, and what is published as it asks. */
export interface Reader extends FillRequest {
  kept: NonNullable<FillRequest['kept']>;
  caller: Caller;
  at: Moment;
  /** What an answer depends on beside its address, what is published, and time. */
  signature: string;
  /** The newsroom's part of it. */
  configured: string;
  tags: Tags;
  /**
   * Gives what is kept under a name, or makes it.
   *
   * @param name - Says what was asked for.
   * @param sizeOf - Bytes that it takes.
   */
  keep<Value>(name: unknown[], make: () => Promise<Value>, sizeOf: (value: Value) => number): Promise<Value>;
}

/**
 * Opens a reading: nothing that it covers may have been read before.
 *
 * @param asked - A language; left out, the default one.
 * @param at - Where a request reads several things: what is published as it began.
 * @throws A 400 for a language that the application does not have.
 */
export async function openReader(
  ports: ReaderPorts,
  caller: Caller,
  asked: string | undefined,
  at?: Moment
): Promise<Reader> {
  const { strapi, newsroom, registry, problems, answers, keptConcepts } = ports;
  const moment = at ?? (await ports.moment());
  const { generation, now, changesAt, locales } = moment;
  const locale = chooseLocale(locales, asked);
  const tags = createTags();
  const configured = newsroom.signature;
  const signature = `${configured} ${caller.signature} ${locale}`;
  const kept: Reader['kept'] = (name, make) =>
    answers.get(answerKey({ signature, now, changesAt }, name), generation.value, make);
  return {
    strapi,
    newsroom,
    registry,
    problems,
    caller,
    locale,
    now,
    at: moment,
    signature,
    configured,
    tags,
    reading: { kept: keptConcepts(generation.concepts), tags },
    kept,
    keep: (name, make, sizeOf) =>
      kept(name, async () => {
        const value = await make();
        return { value, tags: tags.all().join(','), size: sizeOf(value) };
      }),
  };
}
