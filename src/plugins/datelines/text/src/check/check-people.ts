import { cleanList, cleanText } from '../clean-text';
import { parseByline } from '../parse-byline';
import { type CheckedCredit, type CheckedStory, type CheckOptions, type Finding, finding } from './finding';
import { foldName } from './fold-name';

/** Whether a name is in capitals, as a family name that AFP sets so. */
const isCapitals = (name: string) => /\p{Lu}.*\p{Lu}/u.test(name) && !/\p{Ll}/u.test(name);

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
          name: name ?? [givenName, familyName].filter(Boolean).join(' '),
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
  const inCapitals = people.map(({ name }) => cleanText(name).split(' ').some(isCapitals));
  if (text && parsed && !parsed.familyNameCaps) return found;
  if (inCapitals.includes(true) && inCapitals.includes(false)) {
    const index = inCapitals.indexOf(false);
    const values = { name: cleanText(people[index]?.name) };
    if (credits.length > 0)
      found.push(
        finding('CAPITALS_DIFFER', 'info', 'byline', `${values.name} has no family name in capitals, as others have.`, {
          place: index,
          values,
        })
      );
  }
  return found;
}

/** Capitals in a byline as it was written: one name with them and one without. */
export function checkCapitals(text: string): Finding[] {
  const names = text.replace(/^\S+\s+/u, '').split(/,|;|\band\b|\bet\b|\bund\b|\by\b/u);
  const marks = names.map((name) => name.trim()).filter((name) => /\s/.test(name));
  const capitals = marks.map((name) => name.split(/\s+/).some((word) => word.length > 2 && isCapitals(word)));
  if (!capitals.includes(true) || !capitals.includes(false)) return [];
  const index = capitals.indexOf(false);
  const values = { name: marks[index] ?? '' };
  return [
    finding('CAPITALS_DIFFER', 'info', 'byline', `${values.name} has no family name in capitals, as others have.`, {
      place: index,
      values,
    }),
  ];
}
