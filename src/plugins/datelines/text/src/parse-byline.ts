import { AGENCIES, AGENCY_NAMES, isAgency } from './data/agencies';
import { isBylineLabel } from './data/byline-labels';
import { isHonour, isRole } from './data/byline-roles';
import { BYLINE_WORDS, type BylineWords, STAFF, TITLE, WORK } from './data/byline-words';
import { baseLanguage, resolveLanguage } from './language';
import { languageWords } from './language-words';
import { literally } from './literally';
import type { ParsedByline, ParsedCredit } from './parsed-byline';
import { INVISIBLE } from './read/head';
import { readName } from './read/person-name';
import { isRegionAbbreviation, readQualifier } from './read/qualifiers';

export interface ParseBylineOptions {
  /** Language of the byline, BCP 47. @default found out from its first word */
  locale?: string | null;
  /** Whether names alone are a byline, without a word before them: what an editor types into a field. @default false */
  bare?: boolean;
}

/** A byline is a line or two; what is longer is the story. */
const MAX_LENGTH = 1_000;
const MAX_PEOPLE = 40;

const ALL_INVISIBLE = new RegExp(`[${INVISIBLE}]`, 'gu');
const isSpaced = (word: string) => /\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}/u.test(word);

/** How bylines are worded in a language, as patterns. */
interface Wording {
  language: string;
  beginnings: readonly RegExp[];
  /** Between two people. */
  between: RegExp;
  /** An "and" that a comma was taken for: `, PhD, and Ann Roe`. */
  leading: RegExp;
  /** Starts at the word before a place; none where places have no such word. */
  place: RegExp | null;
}

const wordingOf = (language: string, words: BylineWords): Wording => ({
  language,
  // A Latin word ends before its neighbour; `文・` needs no blank.
  beginnings: words.by.map((word) => {
    const end = isSpaced(word) && !word.endsWith(':') ? '(?:\\s*:)?\\s+' : '\\s*';
    return new RegExp(`^${literally(word)}${end}`, 'iu');
  }),
  between: betweenPeople(language, words),
  leading: new RegExp(`^(?:${['and', 'with', ...words.and.filter(isSpaced)].map(literally).join('|')})\\s+`, 'iu'),
  place: words.in.length > 0 ? new RegExp(`\\s+(?:${words.in.map(literally).join('|')})\\s+(\\S.{0,60})$`, 'u') : null,
});

const wordings: readonly Wording[] = Object.entries(BYLINE_WORDS).map(([language, words]) =>
  wordingOf(language, words)
);

/** How a language without a wording of its own parts people. */
function plainWording(language: string): Wording {
  const parts = new Intl.ListFormat(language).formatToParts(['A', 'B']);
  const and = parts.find(({ type }) => type === 'literal')?.value.trim() ?? '';
  return wordingOf(language, { by: [], and: and === '' || /^[,;、،]$/u.test(and) ? [] : [and], in: [] });
}

/** The wording that a line begins in, and what follows its first word. */
function beginning(line: string, options: ParseBylineOptions): { words: Wording; rest: string } | null {
  const asked = options.locale ? baseLanguage(resolveLanguage(options.locale, 'en')) : null;
  const order = [...wordings].sort((a, b) => Number(b.language === asked) - Number(a.language === asked));
  for (const words of order) {
    for (const pattern of words.beginnings) {
      const match = pattern.exec(line);
      if (match) return { words, rest: line.slice(match[0].length) };
    }
  }
  // Korean says who it is after the name.
  const korean = /기자$/u.test(line) ? wordings.find(({ language }) => language === 'ko') : undefined;
  if (korean) return { words: korean, rest: line };
  if (!options.bare) return null;
  const own = wordings.find(({ language }) => language === asked);
  return { words: own ?? plainWording(asked ?? 'en'), rest: line };
}

/** Commas, semicolons and the language's "and". */
function betweenPeople(language: string, { and }: BylineWords): RegExp {
  const spaced = and.filter(isSpaced).map(literally);
  const attached = and.filter((word) => !isSpaced(word)).map(literally);
  // Arabic writes its "and" onto the next word.
  const alternatives = [
    ...(spaced.length > 0 ? [`\\s+(?:${spaced.join('|')}|&)\\s+`] : []),
    ...(attached.length > 0
      ? [
          `\\s+(?:${attached.join('|')})(?=\\S)`,
          `\\s*(?:${attached.filter((word) => word !== 'و').join('|') || '(?!)'})\\s*`,
        ]
      : []),
    '\\s*[,;،、，；]\\s*',
    // Korean parts people by a dot, Chinese by a blank; elsewhere both stand within a name.
    ...(language === 'ko' ? ['\\s*[·ㆍ]\\s*'] : []),
    ...(language === 'zh' ? ['(?<=\\p{Script=Han})\\s+(?=\\p{Script=Han})'] : []),
  ];
  // Not within brackets, which hold a role and a place.
  return new RegExp(`(?:${alternatives.join('|')})(?![^(（]*[)）])`, 'iu');
}

/** People and what goes with them. */
const parts = (text: string, { between, leading }: Wording): string[] =>
  text
    .split(between)
    .map((part) => part.replace(leading, '').trim())
    .filter(Boolean);

interface Person {
  credit: ParsedCredit;
  isCaps: boolean;
}

type Details = Pick<ParsedCredit, 'location' | 'role' | 'publication'>;

/** What a person's part says besides the name, and the part without it. */
function readDetails(text: string, words: Wording): { rest: string; details: Details } {
  let rest = text;
  const details: Details = {};
  const publication = /\s+for\s+(\p{Lu}.{1,60})$/u.exec(rest);
  if (publication?.[1] && words.language === 'en') {
    details.publication = publication[1];
    rest = rest.slice(0, publication.index);
  }
  // What stands in brackets follows the name or the place: `Ada Quill (photos) in Seoul`, `Ada Quill in Seoul (photos)`.
  const takeBracket = () => {
    const bracket = /\s*[(（]([^()（）]{1,80})[)）]$/u.exec(rest);
    if (bracket) rest = rest.slice(0, bracket.index);
    return bracket?.[1];
  };
  const behind = takeBracket();
  const place = words.place?.exec(rest);
  if (place?.[1] && !/^(?!the \p{Lu})\p{Ll}/u.test(place[1])) {
    details.location = place[1].trim();
    rest = rest.slice(0, place.index);
  }
  const bracketed = behind ?? takeBracket();
  if (bracketed) {
    // Where places have a preposition, what stands in brackets is a role.
    const isRoleAlone = details.location !== undefined || !/[（(]\{place\}/u.test(languageWords(words.language).place);
    Object.assign(details, inBrackets(bracketed, isRoleAlone));
  }
  return { rest: rest.trim(), details };
}

function person(text: string, words: Wording): Person | null {
  const { rest, details } = readDetails(text, words);
  const titled = roleBefore(rest);
  const reporter = /^(.{1,40}?)\s*(?:기자|記者|记者)$/u.exec(titled?.name ?? rest);
  const name = readName(reporter?.[1] ?? titled?.name ?? rest, words.language);
  const role = titled ? { role: titled.role } : {};
  return name && { credit: { ...name.credit, ...role, ...details }, isCaps: name.isCaps };
}

/** `Political Editor Jo Park`: a role before a whole name. */
function roleBefore(text: string): { role: string; name: string } | null {
  const words = text.split(' ');
  for (let count = Math.min(4, words.length - 2); count > 0; count -= 1) {
    const role = words.slice(0, count).join(' ');
    if (isRole(role)) return { role, name: words.slice(count).join(' ') };
  }
  return null;
}

/** A role, a place, or both: a place begins with a capital where its script has one. */
function inBrackets(text: string, isRoleAlone: boolean): Pick<ParsedCredit, 'location' | 'role'> {
  const [first = '', ...others] = text.split(/[,،、，]\s*/u);
  if (others.length > 0) return { role: first.trim(), location: others.join(', ').trim() };
  return isRoleAlone || /^\p{Ll}/u.test(first) || isRole(first) ? { role: first.trim() } : { location: first.trim() };
}

/** What looks like a place in a role: `Editor in Chief`, `Rédacteur en Chef`, `Editor at Large`. */
const NO_PLACE = /^(?:chief|chef|jefe|large)$/iu;

/** `in Rome`, `Senior Correspondent in Rome`, `CBE (Science Editor)`; `rédactrice en chef` is a role whole. */
function behindName(part: string, words: Wording): { rest: string; details: Details } {
  const read = readDetails(` ${part}`, words);
  if (!isRole(part)) return read;
  const hasPlace = read.details.location !== undefined && !NO_PLACE.test(read.details.location);
  return hasPlace && isRole(read.rest) ? read : { rest: part, details: {} };
}

/** Adds to a person what follows their name after a comma: letters, a role, a place. @returns Whether it is such. */
function addBehind(credit: ParsedCredit, part: string, words: Wording): boolean {
  const { rest, details } = behindName(part, words);
  const areLetters = /^(?:Jr|Sr)\.?$/u.test(rest) || isHonour(rest);
  if (rest === '' ? details.location === undefined : !areLetters && !isRole(rest)) return false;
  if (areLetters) credit.suffix = [credit.suffix, rest].filter(Boolean).join(', ');
  else if (rest !== '') credit.role ??= rest;
  Object.assign(credit, { ...details, ...credit });
  return true;
}

/** People of one line. @returns `null` where any part of it is none. */
function people(text: string, words: Wording): Person[] | null {
  const found: Person[] = [];
  for (const part of parts(text, words)) {
    const last = found.at(-1);
    // `in Washington, D.C.`: what follows a place and is a region belongs to it.
    if (last?.credit.location && readQualifier(part, [words.language, 'en']).country && !/\s(?:in|at)\s/u.test(part)) {
      last.credit.location = `${last.credit.location}, ${part}`;
      continue;
    }
    if (last && addBehind(last.credit, part, words)) {
      // `By Jo Park and Ann Roe, Staff Writers`
      const { role } = last.credit;
      if (role === part && /[^s]s$/u.test(part)) for (const { credit } of found) credit.role ??= role;
      continue;
    }
    const one = person(part, words);
    if (!one || found.length >= MAX_PEOPLE) return null;
    found.push(one);
  }
  return found.length > 0 ? found : null;
}

const toByline = (found: Person[]): ParsedByline => ({
  credits: found.map(({ credit }) => credit),
  ...(found.some(({ isCaps }) => isCaps) ? { familyNameCaps: true } : {}),
});

/** `Reporting by A and B; Editing by C`, in brackets or not. */
function workLine(text: string): ParsedByline | null {
  const english = wordings.find(({ language }) => language === 'en');
  const plain = text.replace(/^[([（]\s*/u, '').replace(/[)\]）.]*\s*$/u, '');
  if (!english || !WORK.test(plain)) return null;
  const found: Person[] = [];
  for (const sentence of plain.split(/\s*;\s*|(?<=\p{L}{2})\.\s+(?=\p{Lu})/u)) {
    const work = WORK.exec(sentence);
    const named = work && people(sentence.slice(work[0].length), english);
    if (!work || !named) return null;
    const role = [work[1], work[2]].filter(Boolean).join(' and ');
    found.push(...named.map(({ credit, isCaps }) => ({ credit: { ...credit, role }, isCaps })));
  }
  return toByline(found);
}

const agencyOf = (text: string): string | undefined =>
  Object.hasOwn(AGENCY_NAMES, text) ? AGENCY_NAMES[text] : AGENCIES.has(text) ? text : undefined;

/** The same in any case: `REUTERS`, `associated press`. */
function agencyNamed(text: string): string | undefined {
  const exact = agencyOf(text);
  if (exact) return exact;
  const key = text.toLowerCase();
  const name = Object.keys(AGENCY_NAMES).find((one) => one.toLowerCase() === key);
  return name ? AGENCY_NAMES[name] : [...AGENCIES].find((one) => one.toLowerCase() === key);
}

/** Agencies that sign behind a name without a comma; shorter letters may be a family name in capitals. */
const SIGNING = [...Object.keys(AGENCY_NAMES), ...AGENCIES]
  .filter((name) => /\p{Ll}/u.test(name) || /^(?:AFP|ANSA|AP|EFE|TASS|UPI)$/.test(name))
  .sort((a, b) => b.length - a.length)
  .map(literally)
  .join('|');
const SIGNED = new RegExp(
  `^(.+?)(?:\\s*,\\s*|\\s*[|/]\\s*|\\s+[\\u2013\\u2014-]\\s+|\\s*\\(|\\s+)(?:(?:of|for|from) )?(?:the )?(${SIGNING})\\)?$`,
  'iu'
);
/** An agency and what one is there: `AP Science Writer`, `Associated Press Writer`. */
const SIGNED_ROLE = new RegExp(`^(${SIGNING}|\\S+) (.+)$`, 'u');
/** The same with a place behind: `JO PARK, Reuters, in Rome`. */
const SIGNED_IN = new RegExp(`^(.+?),?\\s+(${SIGNING}),?(\\s+(?:in|at)\\s+.+)$`, 'u');

/**
 * Whose staff those named are, behind the last name: `, Reuters`, ` Reuters`, ` of The Associated Press`, `, AP Science
 * Writer`.
 */
function signature(text: string): { names: string; source?: string; role?: string } {
  const within = SIGNED_IN.exec(text);
  if (within?.[1] && within[2] && !/[,]|\band\b/u.test(within[1])) {
    return { names: within[1] + within[3], source: agencyOf(within[2]) };
  }
  const behind = SIGNED.exec(text);
  // A name has two words; a comma, a dash or "of" parts a single one from its agency as well.
  if (behind?.[1] && behind[2] && (/\s/u.test(behind[1]) || /,|\bof\b/iu.test(text))) {
    return { names: behind[1], source: agencyNamed(behind[2]) };
  }
  const [, names, signed = ''] = /^(.+),\s*([^,]+)$/u.exec(text) ?? [];
  if (names === undefined) return { names: text };
  const source = agencyOf(signed) ?? (/^\p{Lu}{2,5}$/u.test(signed) && !isHonour(signed) ? signed : undefined);
  if (source) return { names, source };
  const [, agency = '', role = ''] = SIGNED_ROLE.exec(signed) ?? [];
  const isTitle = TITLE.test(role) || isRole(role);
  return agencyOf(agency) && isTitle ? { names, source: agencyOf(agency), role } : { names: text };
}

/** Points that a last word keeps: `D.C.`, `Va.`, `Jr.`, `M.D.`, an initial. */
const isAbbreviated = (text: string): boolean => {
  const word = /\S+$/u.exec(text)?.[0] ?? '';
  return (
    /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u.test(word) ||
    /^(?:Jr|Sr|Esq|\p{Lu})$/u.test(word) ||
    (isRegionAbbreviation(word) && /\p{Ll}/u.test(word) && /,\s*\S+$/u.test(text))
  );
};

/** Drops the signs that end a line; the stop of an abbreviation stays. */
function withoutEnd(text: string): string {
  const plain = text.replace(/[.,;\s]+$/u, '');
  return text.startsWith('.', plain.length) && isAbbreviated(plain) ? `${plain}.` : plain;
}

/**
 * Reads a byline: who wrote a story, from where, in what part.
 *
 * Family names are told by their capitals, as AFP sets them; else by their place. A second line that says what the one
 * named is (`UPI Correspondent`) is their role.
 *
 * @returns `null` where the text is no byline. Never throws.
 * @example
 * parseByline('By Sebastien BERGER in Pyongyang, Claire LEE in Seoul')
 * // → { credits: [{ givenName: 'Sebastien', familyName: 'Berger', location: 'Pyongyang' },
 * //      { givenName: 'Claire', familyName: 'Lee', location: 'Seoul' }], familyNameCaps: true }
 */
export function parseByline(text: string, options: ParseBylineOptions = {}): ParsedByline | null {
  if (typeof text !== 'string' || text.length > MAX_LENGTH) return null;
  const [line = '', second = '', ...more] = text
    .replace(ALL_INVISIBLE, '')
    .split(/[\r\n]+/)
    .map((one) => one.replace(/\s+/gu, ' ').trim())
    .filter(Boolean);
  if (line === '' || more.length > 0) return null;
  if (second === '') {
    const work = workLine(line);
    if (work) return work;
  }
  const begun = beginning(line, options);
  if (!begun) return null;
  const rest = withoutEnd(begun.rest);
  const agency = agencyOf(rest);
  if (agency && second === '') return { credits: [], source: agency };
  const staff = STAFF.exec(rest);
  const signed = staff?.[1]?.trim();
  if (staff?.[2] && second === '' && (signed === undefined || isAgency(signed) || /^\p{Lu}+$/u.test(signed))) {
    return { credits: [], label: staff[2], ...(signed ? { source: signed } : {}) };
  }
  if (second === '' && isBylineLabel(rest)) return { credits: [], label: rest };
  const { names, source, role } = signature(rest);
  const found = people(names, begun.words);
  if (!found) return null;
  const byline = { ...toByline(found), ...(source ? { source } : {}) };
  if (role) return { ...byline, credits: byline.credits.map((credit) => ({ role, ...credit })) };
  if (second === '') return byline;
  if (!TITLE.test(second)) return null;
  return { ...byline, credits: byline.credits.map((credit) => ({ ...credit, role: second })) };
}
