import { isAcronym, isAgency } from './data/agencies';
import { formIn } from './find-form';
import { formatDateline } from './format-dateline';
import { resolveLanguage } from './language';
import type { ParsedDateline, Reading } from './parsed-dateline';
import { completeDate, readPartialDate, writePartialDate } from './partial-date';
import { blanksBefore, fold, MAX_HEAD } from './read/head';
import { intlDateForms } from './read/intl-date-forms';
import { junkBefore } from './read/junk';
import { type IsPlace, isNoPlaceAtAll, isPlaceAlone } from './read/known-place';
import { NEWS_LANGUAGES } from './read/months';
import { type FormReading, readForm } from './read/read-form';
import { readWestern } from './read/read-western';
import {
  type DatelineForm,
  type DatelineStyle,
  type DatelineStyles,
  findStyle,
  styles as libraryStyles,
} from './styles';

export interface ParseOptions {
  /** Name of the style that the line is in. @default found out from the line */
  style?: string | null;
  /** Language of the line, BCP 47. @default those that the style files in */
  locale?: string | null;
  /** A day near that of filing, `YYYY-MM-DD` or an instant: from it come a year and a month that the line leaves out. */
  referenceDate?: string | null;
  /**
   * A gazetteer's answer to whether there is a place of that name, out of capitals (`Bonn`). It is asked where a place
   * stands alone (`BONN —`), which labels do too (`NASA —`), and of what follows a comma. Without it such a place is read
   * where agencies let it stand alone, or where its name is a town's by its form.
   */
  isPlace?: IsPlace | null;
  /** Where styles are looked up. @default the styles of this library */
  styles?: Pick<DatelineStyles, 'get' | 'names'>;
}

/** Every form in which a style may stand, in one language or in all that the house files in. */
function readingsOf(style: DatelineStyle, { locale, isPlace }: ParseOptions): FormReading[] {
  const languages = locale
    ? [resolveLanguage(locale, style.language)]
    : [style.language, ...Object.keys(style.languages ?? {})];
  return languages.flatMap((language) => {
    const { form, isOwn } = formIn(style, language);
    const inOrder = [...new Set([language, style.language, 'en'])];
    const dates = isOwn && form.date ? [form.date] : intlDateForms(inOrder);
    const context = { style, languages: inOrder, ...(isPlace ? { isPlace } : {}) };
    const dated = dates.map((date) => ({ ...context, form: derivedForm(form, date, { date }) }));
    if (!isOwn) return dated;
    const plain = { ...context, form };
    const variants = (style.variants ?? []).map((variant) => ({
      ...plain,
      form: derivedForm(form, variant, variant.dateline),
      variant: variant.name,
    }));
    return [...dated, ...variants];
  });
}

const derived = new WeakMap<DatelineForm, WeakMap<object, DatelineForm>>();

/** A form with what `by` changes in it: the same object each time, since what is made for a form is kept by it. */
function derivedForm(form: DatelineForm, by: object, change: Partial<DatelineForm>): DatelineForm {
  const ofForm = derived.get(form) ?? new WeakMap<object, DatelineForm>();
  derived.set(form, ofForm);
  const made = ofForm.get(by) ?? { ...form, ...change };
  ofForm.set(by, made);
  return made;
}

/** Drops what real copy varies freely; a regional service counts as its agency: `(dpa/lnw)`. */
const plain = (text: string) =>
  fold(text)
    .replace(/\s+/g, ' ')
    .replace(/[-_]+/g, '-')
    .replace(/\((\p{L}+)\/\p{Ll}{2,4}\)/u, '($1)')
    .trim();

interface Candidate extends Reading {
  style: DatelineStyle;
  /** Whether the style writes what was read as it stood. */
  isExact: boolean;
  known: number;
  isSetApart: boolean;
  /** Whether its first city stands in capitals, or in a script that has none. */
  isCapitals: boolean;
  /** Places whose country is known. */
  located: number;
}

/** @param head - The text, folded. */
function candidatesIn(text: string, head: string, style: DatelineStyle, options: ParseOptions): Candidate[] {
  const candidates: Candidate[] = [];
  for (const form of readingsOf(style, options)) {
    for (const reading of readForm(head, form)) {
      const [locale] = form.languages;
      const written = formatDateline(reading.parsed, { style: style.name, locale, styles: { get: () => style } });
      const { source, date, credits } = reading.parsed;
      candidates.push({
        ...reading,
        style,
        isExact: plain(written) === plain(head.slice(0, reading.end)),
        // A city in capitals and an em dash, as AP sets it where nothing else is known.
        isSetApart: /^\s*[^\p{Ll}(]+\u2014$/u.test(text.slice(0, reading.end)),
        isCapitals: !/\p{Ll}/u.test(text.slice(0, reading.end).split(/[,،(]/u)[0] ?? ''),
        located: reading.parsed.places.filter(({ country }) => country !== undefined).length,
        known: [source, date, credits].filter((part) => part !== undefined).length,
      });
    }
  }
  return candidates;
}

/** Whether a line's first place is none but a label: `CORRECTION (AFP) -`. */
const isLabel = ({ places: [first] }: ParsedDateline): boolean => first !== undefined && isNoPlaceAtAll(first);

/** Whether a reading says enough not to be a sentence's beginning: its style was not asked for. */
function isTelling(candidate: Candidate, isPlace: IsPlace | undefined): boolean {
  const { parsed, style, isExact, isSetApart, isCapitals, located } = candidate;
  const { source, date, credits, places } = parsed;
  const isSigned = source !== undefined && (style.sources?.includes(source) || isAgency(source));
  const isSource = isSigned || (source !== undefined && isAcronym(source));
  if (source !== undefined && !isSource) return false;
  if (isLabel(parsed)) return false;
  // A name in brackets stands in many a sentence; what follows it tells.
  const isClosed = style.dateline.parts.some((part) => 'text' in part);
  if (isSource && date !== undefined) return true;
  // `The Board (CBOT) - said`
  if (isSource && isExact && isClosed && (isSigned || isCapitals || located > 0)) return true;
  if (credits || (isSetApart && isExact && places.every((place) => isPlaceAlone(place, isPlace)))) return true;
  return date !== undefined && isExact && places.length > 0 && isClosed;
}

/** The better first: written as it stood, in the source's own style, more of it known, further read. */
function byWorth(a: Candidate, b: Candidate): number {
  const own = ({ style, parsed }: Candidate) =>
    Number(parsed.source !== undefined && style.sources?.includes(parsed.source));
  return (
    Number(b.isExact) - Number(a.isExact) ||
    b.known - a.known ||
    b.located - a.located ||
    own(b) - own(a) ||
    b.end - a.end ||
    Number(a.parsed.variant !== undefined) - Number(b.parsed.variant !== undefined)
  );
}

/** The style in which a line that no style reads strictly is nearest at home. */
function styleOf(parsed: ParsedDateline, head: string, end: number, all: readonly DatelineStyle[]): string {
  const own = all.find((style) => parsed.source !== undefined && style.sources?.includes(parsed.source));
  const bracket = head.indexOf('(');
  const isDated = bracket >= 0 && /\)\s*\p{L}+\.?\s*\d/u.test(head.slice(0, end));
  if (isDated || (parsed.source !== undefined && !own)) return all.find(({ name }) => name === 'smn')?.name ?? 'ap';
  return own?.name ?? (parsed.date === undefined ? 'ap' : 'reuters');
}

/**
 * Reads a dateline, and tells which style it is in.
 *
 * The line may stand at the start of a paragraph. What real copy does is read too: misspelt months, missing commas and
 * dashes, a year or not, full-width brackets, no-break spaces, junk before.
 *
 * @returns `null` where the text does not begin with a dateline. Never throws, and takes the same time for a long text
 *   as for a short one.
 * @example
 * parseDateline('Suncheon, South Korea (AFP) Oct 8, 2020')
 * // → { style: 'smn', places: [{ city: 'Suncheon', qualifier: 'South Korea', country: 'KR' }], source: 'AFP', date: '2020-10-08' }
 * parseDateline('BUFFALO, N.Y., March 3 (Reuters) -', { referenceDate: '1987-03-05' })?.date // → '1987-03-03'
 */
export function parseDateline(text: string, options: ParseOptions = {}): ParsedDateline | null {
  return readDateline(text, options)?.parsed ?? null;
}

/** The same with the place where the dateline ends in the text. */
export function readDateline(text: string, options: ParseOptions = {}): Reading | null {
  if (typeof text !== 'string') return null;
  const start = blanksBefore(text);
  // Nothing of a dateline stands beyond a gap as wide as that.
  const [line = ''] = text.slice(start, start + MAX_HEAD).split(/\s{12}/u);
  if (line === '') return null;
  const reading = readLine(line, options);
  return reading && { ...reading, end: start + reading.end };
}

function readLine(line: string, options: ParseOptions): Reading | null {
  const registry = options.styles;
  const asked = options.style ? findStyle({ style: options.style, styles: registry }) : null;
  const all = registry ? registry.names().flatMap((name) => registry.get(name) ?? []) : libraryStyles;
  const head = fold(line);
  const isPlace = options.isPlace ?? undefined;
  const strict = (from: number) =>
    (asked ? [asked] : all)
      .flatMap((style) => candidatesIn(line.slice(from), head.slice(from), style, options))
      .filter((candidate) => asked !== null || isTelling(candidate, isPlace))
      .sort(byWorth);
  const junk = junkBefore(head);
  const [behind] = junk > 0 ? strict(junk) : [];
  const best = behind ? { ...behind, end: junk + behind.end } : strict(0)[0];
  if (best && (best.isExact || asked)) return complete(best, options);
  const languages = [
    ...new Set([...(options.locale ? [resolveLanguage(options.locale, 'en')] : []), ...NEWS_LANGUAGES]),
  ];
  const tolerant = readWestern(line.slice(junk), head.slice(junk), { languages, ...(isPlace ? { isPlace } : {}) });
  // `UPDATE (AFP) -`: what was taken off stands where the place would.
  const isLabelled = tolerant?.parsed.places.length === 0 && /\p{L}/u.test(head.slice(0, junk));
  if (!tolerant || (!asked && (isLabelled || isLabel(tolerant.parsed)))) return best ? complete(best, options) : null;
  const end = junk + tolerant.end;
  const style = asked?.name ?? styleOf(tolerant.parsed, head, end, all);
  return complete({ parsed: { ...tolerant.parsed, style }, end }, options);
}

function complete({ parsed, end }: Reading, { referenceDate }: ParseOptions): Reading {
  const date = readPartialDate(parsed.date);
  const whole = date && writePartialDate(completeDate(date, referenceDate));
  return { parsed: whole ? { ...parsed, date: whole } : parsed, end };
}
