import { cleanList, cleanText } from '../clean-text';
import { foldName } from '../fold-name';
import { creditName } from '../format-credit';
import { parseByline } from '../parse-byline';
import type { ParsedByline } from '../parsed-byline';
import { type CheckedCredit, type CheckedStory, type CheckOptions, type Finding, finding } from './finding';

/** Whether a name has its family name in capitals, as AFP sets it: `Claire LEE`, not `J.K. Rowling` or `John Roe III`. */
const hasCapitals = (name: string) =>
  name.split(' ').some((word) => /\p{Lu}{3}/u.test(word) && !/\p{Ll}|^[IVX]+$/u.test(word));

/** Who is credited, and from where. */
export function checkPeople(story: CheckedStory, options: CheckOptions): Finding[] {
  const found: Finding[] = [];
  const text = cleanText(story.bylineText);
  const parsed = text ? parseByline(story.bylineText ?? '', { locale: options.locale, bare: true }) : null;
  if (text && !parsed)
    found.push(finding('BYLINE_UNREAD', 'warning', 'byline', `"${text.slice(0, 80)}" is not read as a byline.`));
  const credits = cleanList(story.credits);
  const people: CheckedCredit[] =
    credits.length > 0
      ? [...credits]
      : (parsed?.credits ?? []).map(({ name, givenName, familyName, location }) => ({
          name: creditName({ name, givenName, familyName }),
          familyName,
          location,
        }));
  if (people.length === 0 && !parsed?.label && !cleanText(story.bylineLabel)) {
    found.push(
      finding('AUTHOR_MISSING', 'info', 'byline', 'Nobody is credited, and nothing stands where a byline would.')
    );
  }
  const places = cleanList(story.datelines);
  const cities = new Set(places.map(({ city }) => foldName(city)));
  people.forEach(({ name, location }, index) => {
    const where = cleanText(location);
    // A second reporter may sit elsewhere; the first one's place is the dateline's.
    if (index > 0 || !where || cities.size === 0 || cities.has(foldName(where.split(/[,،、]/u)[0] ?? ''))) return;
    const city = places[0]?.city ?? '';
    const values = { name: cleanText(name), location: where, city };
    found.push(
      finding('BYLINE_PLACE_DIFFERS', 'warning', 'byline', `${values.name} is in ${where}, the dateline in ${city}.`, {
        place: index,
        values,
      })
    );
  });
  const without = text ? nameWithoutCapitals(text, parsed) : creditWithoutCapitals(credits);
  if (without) {
    found.push(
      finding('CAPITALS_DIFFER', 'info', 'byline', `${without.name} has no family name in capitals, as others have.`, {
        place: without.index,
        values: { name: without.name },
      })
    );
  }
  return found;
}

interface Named {
  name: string;
  index: number;
}

/** The first person of a byline whose family name is in small letters, where that of others is in capitals. */
function nameWithoutCapitals(text: string, parsed: ParsedByline | null): Named | null {
  if (!parsed?.familyNameCaps) return null;
  const index = parsed.credits.findIndex(({ familyName }) => familyName && text.includes(familyName));
  const { givenName, familyName } = parsed.credits[index] ?? {};
  return familyName ? { name: creditName({ givenName, familyName }), index } : null;
}

function creditWithoutCapitals(credits: readonly CheckedCredit[]): Named | null {
  const names = credits.map(({ name }) => cleanText(name));
  const index = names.findIndex((name) => name.includes(' ') && !hasCapitals(name));
  const name = names[index];
  return name && names.some(hasCapitals) ? { name, index } : null;
}
