/** Lines longer than this are told from a story's text by nothing but their words, and stay. */
const MAX_LINE = 240;

/**
 * Lines that agencies put around a story: who reported and edited it, rights, numbers to call. In the words of the
 * agencies' own copy; what another desk writes is set aside by its frequency.
 */
const CREDIT =
  /^[\s([*–—-]*(?:(?:additional |by )?(?:reporting|writing|editing|compiled|translated)(?: and \w+)? by\b|\(?(?:reportage|édité|rédigé|avec|traduit) (?:de |par )|\(?(?:editado|escrito|reporte|información|traducido) (?:de |por )|\(?(?:bearbeitet|redigiert|geschrieben) von\b|\(?redaktion:|\(?a cura di\b|\(?(?:reportagem|edição) (?:de|por)\b)/iu;
const RIGHTS =
  /(?:©|\(c\)\s*(?:19|20)\d\d|\bcopyright\b|all rights reserved|tous droits réservés|alle rechte vorbehalten|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|alle rechten voorbehouden|все права защищены|wszelkie prawa zastrzeżone|jogi minden|版权所有|著作権|無断転載|저작권자|무단 ?전재|جميع الحقوق محفوظة)/iu;
const CALL = /(?:\+?\d[\d ()/.-]{7,}\d)|[\w.+-]+@[\w-]+\.\w+/u;
const WORD = /\p{L}+/gu;
/** Words that a line of telephone numbers and addresses may have. */
const MAX_WORDS_OF_CALL = 12;

/** Whether a paragraph is an agency's own, and says nothing of what the story is about. */
export function isBoilerplate(paragraph: string): boolean {
  if (paragraph.length > MAX_LINE) return false;
  if (CREDIT.test(paragraph) || RIGHTS.test(paragraph)) return true;
  return CALL.test(paragraph) && (paragraph.match(WORD)?.length ?? 0) <= MAX_WORDS_OF_CALL;
}

/** A dateline with its agency in brackets, at the start of a story that carries it in its text. */
const DATELINE = /^[^.!?()]{2,60}\(\p{Lu}[\p{L} /.-]{1,20}\)[^.!?]{0,24}?\s[-–—]{1,2}\s+/u;

/** A story's first paragraph without the dateline that its copy may have. */
export const withoutDateline = (paragraph: string): string => paragraph.replace(DATELINE, '');
