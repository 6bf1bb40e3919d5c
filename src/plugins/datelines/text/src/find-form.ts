import { baseLanguage } from './language';
import { readPartialDate, writePartialDate } from './partial-date';
import type { DatelineForm, DatelineStyle, DatelineVariant } from './styles';

/** A form, and whether the language is one that the house files in: then months and sources are the house's own. */
export interface FoundForm {
  form: DatelineForm;
  isOwn: boolean;
}

/** How a style writes in a language, before what goes by source or era. */
export function formIn(style: DatelineStyle, language: string): FoundForm {
  const base = baseLanguage(language);
  if (base === baseLanguage(style.language)) return { form: style.dateline, isOwn: true };
  const other = style.languages && Object.hasOwn(style.languages, base) ? style.languages[base] : undefined;
  return other ? { form: other, isOwn: true } : { form: style.dateline, isOwn: false };
}

const holdsFor = (variant: DatelineVariant, source: string, date: string | undefined): boolean => {
  const { sources, from, until } = variant;
  if (!sources && !from && !until) return false;
  if (sources && !sources.includes(source)) return false;
  return (!from || (date !== undefined && date >= from)) && (!until || (date !== undefined && date < until));
};

/** The form of one dateline: with the variant that it names, else the first that holds for its source and date. */
export function formOf(
  style: DatelineStyle,
  language: string,
  { variant, source, date }: { variant?: string | null; source: string; date?: string | null }
): FoundForm {
  const found = formIn(style, language);
  const known = readPartialDate(date);
  const day = known?.year === undefined ? undefined : writePartialDate(known);
  const chosen = style.variants?.find((one) => (variant ? one.name === variant : holdsFor(one, source, day)));
  return chosen ? { ...found, form: { ...found.form, ...chosen.dateline } } : found;
}
