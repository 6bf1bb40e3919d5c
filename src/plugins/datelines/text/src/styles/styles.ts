import { ap } from './ap';
import type { DatelineStyle } from './dateline-style';
import { smn } from './smn';

/** The styles that come with the library. */
export const styles: readonly DatelineStyle[] = [ap, smn];
