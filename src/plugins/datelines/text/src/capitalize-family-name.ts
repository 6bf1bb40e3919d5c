/**
 * A name with its family name in capitals, so that readers know which part it is: `Kim Jong Un` → `KIM Jong Un`.
 *
 * @param familyName - A whole word, or words, of `name`; its last place counts. Otherwise the name stays as it is.
 * @param language - Its case rules apply (Turkish `i` → `İ`, German `ß` → `SS`).
 */
export function capitalizeFamilyName(name: string, familyName: string, language: string): string {
  const start = lastWholeWord(name, familyName);
  if (start < 0) return name;
  const end = start + familyName.length;
  return name.slice(0, start) + name.slice(start, end).toLocaleUpperCase(language) + name.slice(end);
}

function lastWholeWord(text: string, word: string): number {
  if (!word) return -1;
  for (let start = text.lastIndexOf(word); start >= 0; start = start === 0 ? -1 : text.lastIndexOf(word, start - 1)) {
    // Ann is no whole word of Annan. Only a bounded stretch is tested: the neighbouring character.
    const before = /[\p{L}\p{M}]$/u.test(text.slice(Math.max(0, start - 2), start));
    const after = /^[\p{L}\p{M}]/u.test(text.slice(start + word.length, start + word.length + 2));
    if (!before && !after) return start;
  }
  return -1;
}
