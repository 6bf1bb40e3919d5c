import type { Core } from '@strapi/strapi';
import {
  type Credit,
  type Dateline,
  datelineRunsIn,
  type FormatOptions,
  formatByline,
  formatDateline,
  type LeadingOptions,
  leadingDateline,
  localDate,
} from '../../text/src';
import type { StylesService } from './styles.service';

/** Style and language of a line; styles are those registered with this Strapi instance. */
export type TextOptions = Omit<FormatOptions, 'styles'>;

/** Makes `strapi.plugin('datelines').service('text')`: the library's functions, with the registered styles. */
export const createTextService = ({ strapi }: { strapi: Core.Strapi }) => {
  const styles: StylesService = strapi.plugin('datelines').service('styles');
  return {
    /** See `formatDateline` of `strapi-plugin-datelines/text`. */
    formatDateline: (dateline: Dateline, options?: TextOptions): string =>
      formatDateline(dateline, { ...options, styles }),
    /** See `formatByline` of `strapi-plugin-datelines/text`. */
    formatByline: (credits: readonly Credit[], options?: TextOptions): string =>
      formatByline(credits, { ...options, styles }),
    /** See `datelineRunsIn` of `strapi-plugin-datelines/text`. */
    datelineRunsIn: (style: string): boolean => datelineRunsIn({ style, styles }),
    /** See `leadingDateline` of `strapi-plugin-datelines/text`. */
    leadingDateline: (text: string, options?: Omit<LeadingOptions, 'styles'>): string | null =>
      leadingDateline(text, { ...options, styles })?.line ?? null,
    localDate,
  };
};

export type TextService = ReturnType<typeof createTextService>;
