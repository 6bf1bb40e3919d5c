import type { Core } from '@strapi/strapi';
import { type CheckedStory, checkStory, type Finding } from '../../../text/src';
import type { StylesService } from '../styles.service';
import { cityNamed, type NamedPlace } from './city-named';

/** A story as plain values; its places with their names in other languages. */
export interface StoryToCheck extends Omit<CheckedStory, 'datelines'> {
  datelines: readonly (NonNullable<CheckedStory['datelines']>[number] & NamedPlace)[];
}

/** Makes `strapi.plugin('datelines').service('check')`. */
export const createCheckService = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** What does not agree in a story's dateline, byline and source, the gravest first. Never throws. */
  story({ credits, ...story }: StoryToCheck, locale?: string | null): Finding[] {
    const styles: StylesService = strapi.plugin('datelines').service('styles');
    const located = credits?.map((credit) => ({ ...credit, location: cityNamed(credit.location, story.datelines) }));
    return checkStory({ ...story, credits: located }, { locale, styles });
  },
});

export type CheckService = ReturnType<typeof createCheckService>;
