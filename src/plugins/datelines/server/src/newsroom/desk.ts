import type { Core } from '@strapi/strapi';
import { checkNewsroom, type Model } from './check-newsroom';
import type { Newsroom, StoryType } from './newsroom.schema';

/** The mapping, with what the loaded schemas add to it. */
export interface Desk {
  types: Newsroom['types'];
  defaultSite: string | undefined;
  datelineStyle: string;
  stories: StoryType[];
  story(uid: string): StoryType | undefined;
  model(uid: string): Model;
  isLocalized(uid: string): boolean;
  hasDrafts(uid: string): boolean;
}

const desks = new WeakMap<Core.Strapi, Desk>();

/**
 * The mapping of this application, read when it is first asked for.
 *
 * @throws {Error} where `config/newsroom` does not fit the schemas; the plugin asks at start.
 */
export function deskOf(strapi: Core.Strapi): Desk {
  const known = desks.get(strapi);
  if (known) return known;
  const models = strapi.contentTypes as unknown as Record<string, Model>;
  const { types, defaultSite, datelineStyle } = checkNewsroom(strapi.config.get('newsroom'), models);
  const stories = types.story ?? [];
  const model = (uid: string) => models[uid];
  const desk: Desk = {
    types,
    defaultSite,
    datelineStyle,
    stories,
    story: (uid) => stories.find((type) => type.uid === uid),
    model,
    isLocalized: (uid) => model(uid).pluginOptions?.i18n?.localized === true,
    hasDrafts: (uid) => model(uid).options?.draftAndPublish === true,
  };
  desks.set(strapi, desk);
  return desk;
}
