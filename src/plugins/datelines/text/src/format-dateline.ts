import { cleanList, cleanText } from './clean-text';
import type { Dateline } from './dateline';
import { formatDate } from './format-date';
import { formatPlace } from './format-place';
import { resolveLanguage } from './language';
import { type FormatOptions, findStyle } from './styles';

/**
 * The line that says where, by whom and when a story was filed.
 *
 * It is a display line: in `ap` the dash is part of it (`BUFFALO, N.Y. (AP) —`, no space after it), so that a page that
 * sets the line on its own and one that runs it into the first paragraph print the same.
 *
 * City and region are those of `names` for the language. Where the language is not the style's own, the country and
 * the date are written in the story's language (`Séoul, Corée du Sud (AFP) 8 octobre 2020`).
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
  const places = cleanList(dateline.places).map((place) => (place ? formatPlace(place, style, language) : ''));
  const texts = {
    places: places.filter(Boolean).join(style.dateline.betweenPlaces),
    source: cleanText(dateline.source),
    date: formatDate(dateline.date, style, language),
  };
  if (!texts.places) return '';

  return style.dateline.parts
    .map((part) => {
      if ('text' in part) return part.text;
      const text = texts[part.field];
      return text && `${part.before ?? ''}${text}${part.after ?? ''}`;
    })
    .join('');
}
