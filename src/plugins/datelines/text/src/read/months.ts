import { AP_MONTHS, ARABIC_MONTHS, ITALIAN_MONTHS, RUSSIAN_MONTHS, SPANISH_MONTHS } from '../data/months';
import { foldName, spellings } from '../fold-name';
import { baseLanguage } from '../language';
import { remember } from '../remember';
import { slipsBetween } from './slips';

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
    // Months as they stand after a day (Russian, Polish, Finnish), and alone.
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

/**
 * The number of a month as it is written in a language, in the language's own forms alone.
 *
 * See {@link findMonth} for what real copy does.
 */
export function readMonth(text: string, language: string): number | null {
  return monthsOf(language).get(keyOf(text)) ?? null;
}

/** Languages of agencies' copy: a line's months are looked for in them where nobody says in which it is. */
export const NEWS_LANGUAGES: readonly string[] = 'en es fr de it pt nl sv da nb fi pl cs hu ro tr id ru uk'.split(' ');

interface MonthName {
  number: number;
  /** As it is written in full. */
  name: string;
}

const foldedByLanguages = new Map<string, Map<string, MonthName>>();

/** Months of several languages by their folded forms: accents may be lost in capitals (`AOUT`, `MAERZ`). */
function monthsIn(languages: readonly string[]): ReadonlyMap<string, MonthName> {
  return remember(foldedByLanguages, languages.join(), () => {
    const months = new Map<string, MonthName>();
    for (const language of languages) {
      const names = new Map<number, string>();
      for (const [form, number] of monthsOf(language)) {
        const longest = names.get(number) ?? '';
        if (form.length > longest.length) names.set(number, form);
      }
      for (const [form, number] of monthsOf(language)) {
        const name = names.get(number) ?? form;
        const written = name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
        for (const key of spellings(form).map(foldName))
          if (!months.has(key)) months.set(key, { number, name: written });
      }
    }
    return months;
  });
}

/** A month that was found, how it is written rightly where it was not, and whether that is a guess. */
export interface FoundMonth {
  number: number;
  meant?: string;
  /** Whether the word is so short, or so far off, that only a line that is surely a dateline makes it a month. */
  isGuess?: boolean;
}

/** Below this many letters, too many words are one slip away. */
const SURE_LENGTH = 5;
const LONG_LENGTH = 7;

/**
 * The month that a word of a line stands for: in any of the languages, any case, with or without accents; misspelt too
 * (`Marhc`, `Narch`, `Ocr`).
 *
 * @param languages - Best first. Misspelt ones of fewer than five letters are looked for in the first alone.
 * @param misspelt - Whether the word stands where only a month does, so that a misspelt one will do.
 * @returns `null` also where two months are equally near.
 */
export function findMonth(text: string, languages: readonly string[], misspelt: boolean): FoundMonth | null {
  const key = foldName(text);
  const known = monthsIn(languages).get(key);
  if (known || !misspelt) return known ? { number: known.number } : null;
  // A weekday is near a month in some languages (`Sun`, `Jun`).
  if (key.length < 2 || readWeekday(text, languages)) return null;
  const near = nearest(key, languages, (name) => name.length >= SURE_LENGTH && key.length >= 4, 1);
  if (near) return { number: near.number, meant: near.name };
  const guess =
    nearest(key, languages.slice(0, 1), (name) => name.length >= 3, 1) ??
    nearest(key, languages.slice(0, 1), (name) => name.length >= LONG_LENGTH, 2) ??
    nearest(key, languages, (name) => name.length === key.length && name.length >= 4, 1);
  return guess && { number: guess.number, meant: guess.name, isGuess: true };
}

function nearest(
  key: string,
  languages: readonly string[],
  isLongEnough: (name: string) => boolean,
  most: number
): MonthName | null {
  let best: { month: MonthName; slips: number } | null = null;
  let isTie = false;
  for (const [name, month] of monthsIn(languages)) {
    if (!isLongEnough(name) || Math.abs(name.length - key.length) > most) continue;
    // Nobody misses both ends of a word.
    if (name[0] !== key[0] && name.at(-1) !== key.at(-1)) continue;
    const slips = slipsBetween(key, name);
    if (slips > most || (best && slips > best.slips)) continue;
    if (best && slips === best.slips) isTie ||= best.month.number !== month.number;
    else [best, isTie] = [{ month, slips }, false];
  }
  return isTie ? null : (best?.month ?? null);
}

const weekdaysByLanguage = new Map<string, Map<string, number>>();

/** Weekdays of a language, by how they are written: 1 is Monday. */
function weekdaysOf(language: string, isShort: boolean): ReadonlyMap<string, number> {
  return remember(weekdaysByLanguage, `${language} ${isShort}`, () => {
    const weekdays = new Map<string, number>();
    for (const weekday of isShort ? (['long', 'short'] as const) : (['long'] as const)) {
      const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
      // 1 January 2024 was a Monday.
      for (let day = 1; day <= 7; day += 1) weekdays.set(keyOf(format.format(Date.UTC(2024, 0, day))), day);
    }
    return weekdays;
  });
}

/**
 * The number of a weekday, 1 for Monday, in any of the languages. Shortened ones are read in the first alone: `Mo.` is
 * Missouri, and Monday in German.
 */
export function readWeekday(text: string, languages: readonly string[]): number | undefined {
  const key = keyOf(text);
  for (const [index, language] of languages.entries()) {
    const found = weekdaysOf(language, index === 0).get(key);
    if (found) return found;
  }
  return undefined;
}
