import type { SlugFault } from '../../../shared/src';

/** As long as Strapi's own columns for strings, and the longest that the history keeps. */
export const LONGEST_SLUG = 255;

/**
 * Controls, formatting (direction, joiners, tags), halves of characters, and what Unicode has nobody see. Joiners are
 * part of the spelling in Persian and Hindi; but two addresses that look the same are two addresses.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/u;

const WHITE_SPACE = /\s/u;

/**
 * ASCII that means something in an address or must not stand in one (RFC 3986, `pchar`).
 *
 * Allowed there, and yet refused: `;` (servers in Java cut there, and read `..;` as `..`), `:` (`javascript:x` as a
 * relative link), `&` and `+` (they end a parameter, or are a blank, where a slug is handed on in a query).
 */
const RESERVED = /[/\\?#%&+;:"<>[\]^`{|}]/;

/** Servers and file systems bring characters into their compatibility form: `／` to `/`, `％` to `%`. */
const RESERVED_ONCE_NORMALISED = /[/\\?#%]/;

/** `.` and `..` are directories to browsers; longer rows of dots are to some servers. */
const DOTS = /^\.+$/;

/** Whether a character may stand in no slug. */
export const faultOfCharacter = (character: string): SlugFault['reason'] | null => {
  if (INVISIBLE.test(character)) return 'INVISIBLE';
  if (WHITE_SPACE.test(character)) return 'WHITE_SPACE';
  return RESERVED.test(character) || RESERVED_ONCE_NORMALISED.test(character.normalize('NFKC')) ? 'RESERVED' : null;
};

/**
 * Says why a slug is not one safe path segment of an address, as every browser, server and cache reads it.
 *
 * Letters, marks and digits of every script are; so are `- . _ ~ ! $ ' ( ) * , = @` and other signs beyond ASCII.
 *
 * @param slug - Without blanks at its ends.
 * @returns `null` where it is one.
 */
export function findSlugFault(slug: string): SlugFault | null {
  if (slug.length > LONGEST_SLUG) return { reason: 'TOO_LONG' };
  for (const character of slug) {
    const reason = faultOfCharacter(character);
    if (reason) return { reason, character: nameCharacter(character) };
  }
  return DOTS.test(slug.normalize('NFKC')) ? { reason: 'DOTS' } : null;
}

function nameCharacter(character: string): string {
  const isSeen = !INVISIBLE.test(character) && !WHITE_SPACE.test(character);
  if (isSeen) return character;
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Longer ones are cut where they are told. */
const MOST_TOLD = 80;

/** A slug as it can be told: what nobody sees is written as its number, and the text around it keeps its direction. */
export function showSlug(slug: string): string {
  let shown = '';
  for (const character of slug.slice(0, MOST_TOLD)) {
    shown += INVISIBLE.test(character) ? `[${nameCharacter(character)}]` : character;
  }
  return slug.length > MOST_TOLD ? `${shown}…` : shown;
}
