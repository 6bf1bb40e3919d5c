import { bestKey, parseLanguageTag } from '../../lib/language-tag';
import { READ_ON, UNSPACED_SCRIPTS } from './data/tails';

const tails = new Map<string, string>();

function makeTail(asked: string): string {
  const known = bestKey(READ_ON, asked);
  const language = known ? asked : 'en';
  const { script = '' } = new Intl.Locale(parseLanguageTag(language) ?? 'en').maximize();
  return `${UNSPACED_SCRIPTS.has(script) ? '…' : ' ... '}${READ_ON[known ?? 'en']}`;
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
