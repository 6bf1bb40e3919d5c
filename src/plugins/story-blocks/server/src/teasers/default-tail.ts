import { parseLanguageTag } from '../lib/language-tag';
import { READ_ON, UNSPACED_SCRIPTS } from './data/tails';

const tails = new Map<string, string>();

function makeTail(language: string): string {
  const tag = parseLanguageTag(language);
  const { language: base, script = '', region = '' } = new Intl.Locale(tag ?? 'en').maximize();
  const asked = tag ? new Intl.Locale(tag) : null;
  const names = [`${base}-${script}`, ...(asked?.region ? [`${base}-${region}`] : []), base];
  const found = names.find((name) => Object.hasOwn(READ_ON, name));
  if (!found) return makeTail('en');
  return UNSPACED_SCRIPTS.has(script) ? `…${READ_ON[found]}` : ` ... ${READ_ON[found]}`;
}

/**
 * What stands after a cut excerpt where neither an editor nor `config/newsroom` says otherwise.
 *
 * @param language - Of the story, BCP 47; one that is not known has the English tail.
 * @example defaultTail('pt-BR') // → ' ... leia mais'
 */
export function defaultTail(language: string): string {
  const known = tails.get(language);
  if (known !== undefined) return known;
  const tail = makeTail(language);
  // Editors' languages are few; whatever else is asked for fills no memory.
  if (tails.size < 1_000) tails.set(language, tail);
  return tail;
}
