/** Words that stay small within a place's name, in the languages that agencies' datelines are written in. */
const SMALL = new Set(
  'a al am an and au auf aux bei da das de del della den der des di do dos du e el en et im in la las le les los of on sous sur the und upon y'.split(
    ' '
  )
);

/** What has a capital of its own: `L'` and `Aquila`, but `Martha's` and `Sana'a` whole. */
const WORD = /(?<![\p{L}\p{M}])\p{L}['’](?=\p{L}{2})|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;

const capitalised = (word: string, language: string): string => {
  const [first = ''] = word;
  const rest = word.slice(first.length);
  // McLean, McAllen; Macon and Mackay are no such names.
  const inner = /^m$/i.test(first) && /^c\p{L}{3,}/u.test(rest);
  if (inner) return `Mc${rest[1]?.toLocaleUpperCase(language)}${rest.slice(2)}`;
  return first.toLocaleUpperCase(language) + rest;
};

/**
 * A name in capitals as it is written otherwise: `RIO DE JANEIRO` → `Rio de Janeiro`. What capitals hide (`McLean`,
 * `ter`) is guessed. A name that has a small letter stays as it is.
 */
export function titleCase(name: string, language: string): string {
  if (!/\p{Lu}/u.test(name) || /\p{Ll}/u.test(name)) return name;
  let isFirst = true;
  return name.toLocaleLowerCase(language).replace(WORD, (word) => {
    const small = !isFirst && (SMALL.has(word) || /^[dl]['’]$/.test(word));
    isFirst = false;
    return small ? word : capitalised(word, language);
  });
}
