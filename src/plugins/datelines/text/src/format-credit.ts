import { capitalizeFamilyName } from './capitalize-family-name';
import { cleanText } from './clean-text';
import type { Credit } from './credit';
import { fillPattern } from './fill-pattern';
import { languageWords } from './language-words';
import type { DatelineStyle } from './styles';

/** A person's whole name, of its parts where it is given in them. */
export function creditName({ name, givenName, familyName, familyFirst, suffix }: Credit): string {
  const whole = cleanText(name);
  const parts = [cleanText(givenName), cleanText(familyName)];
  const ordered = familyFirst ? parts.reverse() : parts;
  const written = (whole ? [whole] : ordered).filter(Boolean).join(' ');
  const behind = cleanText(suffix);
  if (!written || !behind) return written || behind;
  // Letters of degrees and honours stand behind a comma, a generation does not.
  return /^(?:Jr|Sr|[IVX]+)\b/u.test(behind) ? `${written} ${behind}` : `${written}, ${behind}`;
}

/**
 * One person of a byline: `Sebastien BERGER in Pyongyang`.
 *
 * A role stands in brackets (`Claire LEE (photos) in Seoul`): after a comma it would read as the next name.
 *
 * @returns `''` where there is no name.
 */
export function formatCredit(credit: Credit, style: DatelineStyle, language: string): string {
  const written = creditName(credit);
  if (!written) return '';

  const capitals = style.byline.familyName === 'capitals';
  const name = capitals ? capitalizeFamilyName(written, cleanText(credit.familyName), language) : written;
  const role = cleanText(credit.role);
  const place = cleanText(credit.location);
  const words = languageWords(language);
  if (role && place) return fillPattern(words.roleAndPlace, { name, role, place });
  if (role) return fillPattern(words.role, { name, role });
  return place ? fillPattern(words.place, { name, place }) : name;
}
