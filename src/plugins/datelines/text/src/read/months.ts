import { AP_MONTHS, ARABIC_MONTHS, ITALIAN_MONTHS, RUSSIAN_MONTHS, SPANISH_MONTHS } from '../data/months';
import { baseLanguage } from '../language';
import { remember } from '../remember';

const FULL_ENGLISH = 'January February March April May June July August September October November December'.split(' ');
/** Further forms in real use, by number of the month. */
const ENGLISH: readonly string[][] = FULL_ENGLISH.map((name, index) => [
  name,
  (AP_MONTHS[index] ?? name).replace('.', ''),
  name.slice(0, 3),
  ...(index === 8 ? ['Sept'] : []),
]);
/** Names that the Levant uses, which some agencies set beside the others. */
const LEVANTINE = 'كانون الثاني,شباط,آذار,نيسان,أيار,حزيران,تموز,آب,أيلول,تشرين الأول,تشرين الثاني,كانون الأول'.split(
  ','
);

const HOUSES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  en: ENGLISH,
  es: SPANISH_MONTHS.map((month, index) => [month, ...(index === 8 ? ['sept', 'set'] : [])]),
  it: ITALIAN_MONTHS.map((month) => [month]),
  ru: RUSSIAN_MONTHS.map((month) => [month]),
  ar: ARABIC_MONTHS.map((month, index) => [month, LEVANTINE[index] ?? month]),
};

const monthsByLanguage = new Map<string, Map<string, number>>();

const keyOf = (text: string) => text.normalize('NFC').toLowerCase().replace(/\.$/, '');

/** Every form of a language's months, by its key, with the month's number. */
export function monthsOf(language: string): ReadonlyMap<string, number> {
  return remember(monthsByLanguage, language, () => readMonths(language));
}

function readMonths(language: string): Map<string, number> {
  const months = new Map<string, number>();
  const add = (text: string, number: number) => {
    const key = keyOf(text);
    if (key !== '' && !months.has(key)) months.set(key, number);
  };
  for (const [index, forms] of (HOUSES[baseLanguage(language)] ?? []).entries())
    for (const form of forms) add(form, index + 1);
  for (const month of ['long', 'short'] as const) {
    // With a day, in the case that a day takes (Russian, Polish, Finnish), and without one.
    for (const options of [{ month, day: 'numeric' }, { month }] as const) {
      const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC', calendar: 'gregory' });
      for (let number = 1; number <= 12; number += 1) {
        const part = format.formatToParts(Date.UTC(2000, number - 1, 1)).find(({ type }) => type === 'month');
        if (part && !/^\d+$/.test(part.value)) add(part.value, number);
      }
    }
  }
  return months;
}

/** Whether one edit (a letter more, less, other, or two changed places) makes one word of the other. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const [restA, restB] = [a.slice(start, endA), b.slice(start, endB)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}

/**
 * The number of a month as it is written in a language.
 *
 * @param options.misspelt - Whether a word that is one letter off a month's full name will do (`Marc`, `Narch`). It
 *   needs four letters: among shorter ones too many words are near.
 */
export function readMonth(text: string, language: string, { misspelt = false } = {}): number | null {
  const key = keyOf(text);
  const months = monthsOf(language);
  const found = months.get(key);
  if (found) return found;
  if (!misspelt || key.length < 4) return null;
  for (const [name, number] of months) if (name.length >= 5 && isNear(key, name)) return number;
  return null;
}

const weekdaysByLanguage = new Map<string, Map<string, number>>();

/** Weekdays of a language, by how they are written: 1 is Monday. */
export function weekdaysOf(language: string): ReadonlyMap<string, number> {
  return remember(weekdaysByLanguage, language, () => readWeekdays(language));
}

function readWeekdays(language: string): Map<string, number> {
  const weekdays = new Map<string, number>();
  for (const weekday of ['long', 'short'] as const) {
    const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
    // 1 January 2024 was a Monday.
    for (let day = 1; day <= 7; day += 1) weekdays.set(keyOf(format.format(Date.UTC(2024, 0, day))), day);
  }
  return weekdays;
}
