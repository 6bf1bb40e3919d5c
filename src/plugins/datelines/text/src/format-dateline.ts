import { cleanList, cleanText } from './clean-text';
import type { Credit } from './credit';
import type { Dateline } from './dateline';
import { formOf } from './find-form';
import { creditName } from './format-credit';
import { formatDate } from './format-date';
import { formatPlace } from './format-place';
import { resolveLanguage } from './language';
import { type DatelineForm, type FormatOptions, findStyle } from './styles';

/**
 * The line that says where, by whom and when a story was filed.
 *
 * It is a display line: in `ap` the dash is part of it (`BUFFALO, N.Y. (AP) —`, no space after it). Styles that set the
 * line at the head of the first paragraph are told by `datelineRunsIn`; where such a line stands alone, the page leaves
 * off the dash.
 *
 * City and region are those of `names` for the language. Where the house does not file in that language, the country
 * and the date are written as the language has them (`Séoul, Corée du Sud (AFP) 8 octobre 2020`).
 *
 * Never throws on content: what is missing, unknown or malformed is left out, with what stands around it.
 *
 * @returns `''` where there is no place.
 * @example
 * formatDateline(
 *   { places: [{ city: 'Pyongyang', standsAlone: true }], source: 'AFP', date: '2019-04-22' },
 *   { style: 'smn' }
 * ) // → 'Pyongyang (AFP) April 22, 2019'
 */
export function formatDateline(dateline: Dateline, options: FormatOptions = {}): string {
  const style = findStyle(options);
  const language = resolveLanguage(options.locale, style.language);
  const source = cleanText(dateline.source);
  const { form, isOwn } = formOf(style, language, { variant: dateline.variant, source, date: dateline.date });
  const places = cleanList(dateline.places).map((place) => (place ? formatPlace(place, form, style, language) : ''));
  const texts = {
    places: places.filter(Boolean).join(form.betweenPlaces),
    source: sourceText(source, form),
    date: formatDate(dateline.date, isOwn ? form.date : undefined, language, style.language),
    credits: creditNames(dateline.credits, form),
  };
  if (!texts.places) return '';

  return form.parts
    .map((part) => {
      if ('text' in part) return part.text;
      const text = texts[part.field];
      return text && `${part.before ?? ''}${text}${part.after ?? ''}`;
    })
    .join('');
}

/** Where nothing parts the source from its neighbours, only one that the house knows can be told from them. */
function sourceText(code: string, { sourceNames, parts }: DatelineForm): string {
  const known = sourceNames && Object.hasOwn(sourceNames, code) ? sourceNames[code] : undefined;
  if (known !== undefined) return known;
  const part = parts.find((one) => 'field' in one && one.field === 'source');
  const isBare = part !== undefined && 'field' in part && !part.before?.trim() && !part.after?.trim();
  return isBare && sourceNames ? '' : code;
}

const creditNames = (credits: readonly Credit[] | null | undefined, { betweenCredits = ', ' }: DatelineForm): string =>
  cleanList(credits)
    .map((credit) => (credit ? creditName(credit) : ''))
    .filter(Boolean)
    .join(betweenCredits);
