import { bestKey, intlLocales } from '../../lib/language-tag';
import { RIGHTS_WORDING, type RightsWording } from './data/rights-wording';

/** Whose material a source's is; `staff` material needs no sentence of its own. */
export type SourceKind = 'wire' | 'reports' | 'public-domain' | 'staff';

/** An agency or desk that the notice names. */
export interface RightsSource {
  code: string;
  name: string;
  kind: SourceKind;
  /** Stands in the notice instead of the sentence of its kind. */
  rightsLine?: string | null;
}

/** What a rights notice is made from. Empty values are left out of it. */
export interface RightsNotice {
  /** A notice with the places `{years}`, `{owner}` and `{sources}`; empty: the language's own notice. */
  template?: string | null;
  /** First and last year; an empty `to` is this year. */
  from?: number | null;
  to?: number | null;
  owner?: string | null;
  /** In the order in which they are named. */
  sources: readonly RightsSource[];
  thisYear: number;
  /** BCP 47, of the site: how lists are joined and sentences worded. */
  language?: string | null;
}

/**
 * Puts values into places such as `{owner}`, all in one pass, so that braces within a value stay text. A place without
 * a value goes with the blank before it.
 */
function fill(template: string, values: Record<string, string>): string {
  return template.replace(/( ?)\{(\w+)\}/g, (place, blank: string, name: string) => {
    if (!Object.hasOwn(values, name)) return place;
    return values[name] === '' ? '' : blank + values[name];
  });
}

/** A sentence that ends in an abbreviation (`Acme Inc.`) has one full stop. */
const withOneStop = (sentence: string) => (/[^.]\.\.$/.test(sentence) ? sentence.slice(0, -1) : sentence);

function yearsText({ from, to, thisYear }: RightsNotice): string {
  const last = to ?? Math.max(from ?? thisYear, thisYear);
  const first = from ?? last;
  return first === last ? String(last) : `${Math.min(first, last)}-${Math.max(first, last)}`;
}

/** One entry a sentence, in order of first appearance: the sources of one kind, or one source's own line. */
function sentences(sources: readonly RightsSource[], wording: RightsWording, list: Intl.ListFormat): string[] {
  const parts = new Map<string, () => string>();
  const groups = new Map<SourceKind, { codes: Set<string>; names: Set<string> }>();
  for (const { code, name, kind, rightsLine } of sources) {
    const line = rightsLine?.trim();
    if (line) {
      parts.set(`line ${line}`, () => line);
      continue;
    }
    const [knownCode, knownName] = [code.trim() || name.trim(), name.trim() || code.trim()];
    if (knownCode === '' || kind === 'staff' || !Object.hasOwn(wording, kind)) continue;
    const group = groups.get(kind) ?? { codes: new Set(), names: new Set() };
    group.codes.add(knownCode);
    group.names.add(knownName);
    groups.set(kind, group);
    if (parts.has(kind)) continue;
    parts.set(kind, () => {
      const values = { codes: list.format(group.codes), names: list.format(group.names) };
      return withOneStop(fill(wording[kind], values));
    });
  }
  return [...parts.values()].map((text) => text());
}

/**
 * The rights notice at the foot of a page.
 *
 * A language without a wording of its own gets the English one, joined the English way, so that no sentence mixes two
 * languages.
 *
 * @returns The template with the years (`1995-2024`, or one year), the owner and a sentence for each kind of source
 *   filled in; '' where there is nothing to state. Never throws on an odd language.
 * @example
 * rightsText({ template: '© {years} {owner}. {sources}', from: 1995, to: 2024, owner: 'Acme', thisYear: 2026,
 *   sources: [{ code: 'AFP', name: 'Agence France-Presse', kind: 'wire' }], language: 'en' })
 * // → '© 1995-2024 Acme. AFP news wire stories are copyright Agence France-Presse.'
 */
export function rightsText(notice: RightsNotice): string {
  const language = bestKey(RIGHTS_WORDING, notice.language);
  const wording = RIGHTS_WORDING[language ?? 'en'];
  const list = new Intl.ListFormat(language ? intlLocales(notice.language) : 'en', { type: 'conjunction' });
  const sources = sentences(notice.sources, wording, list).join(wording.gap);
  const values = { years: yearsText(notice), owner: notice.owner?.trim() ?? '', sources };
  const template = notice.template?.trim();
  if (template) return fill(template, values).trim();
  const isOwned = values.owner !== '' || (notice.from ?? notice.to ?? null) !== null;
  return [isOwned ? withOneStop(fill(wording.notice, values)) : '', sources].filter(Boolean).join(' ');
}
