import { ap } from './ap';
import { createStyles, type DatelineStyles } from './create-styles';
import type { DatelineStyle } from './dateline-style';

/** What both formatters take. */
export interface FormatOptions {
  /** Name of a style; unknown names are written as `ap`. @default 'ap' */
  style?: string | null;
  /** Language of the story, BCP 47. @default the style's language */
  locale?: string | null;
  /** Where `style` is looked up. @default the styles of this library */
  styles?: Pick<DatelineStyles, 'get'>;
}

const builtIn = createStyles();

/** The style that is asked for, else `ap`: a story is printed under a misspelt style too. */
export function findStyle({ style, styles = builtIn }: Pick<FormatOptions, 'style' | 'styles'>): DatelineStyle {
  return styles.get(style || ap.name) ?? styles.get(ap.name) ?? ap;
}

/** Whether a style sets the dateline at the head of the first paragraph; `ap` decides for a name that is not known. */
export const datelineRunsIn = (options: Pick<FormatOptions, 'style' | 'styles'> = {}): boolean =>
  findStyle(options).runsIn === true;
