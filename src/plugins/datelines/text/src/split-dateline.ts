import { type ParseOptions, readDateline } from './parse-dateline';
import type { ParsedDateline } from './parsed-dateline';

/** A paragraph's dateline and its sentence, apart. */
export interface SplitText {
  dateline: ParsedDateline;
  /** The dateline as it stood, without blanks at its ends. */
  line: string;
  /** What comes after it. */
  text: string;
}

/**
 * Takes a dateline that is run into a paragraph apart from the sentence.
 *
 * @returns `null` where the paragraph begins with none.
 * @example
 * splitDateline('LIMA, Jan 21 (Reuters) - Peru said …')
 * // → { dateline: { style: 'reuters', … }, line: 'LIMA, Jan 21 (Reuters) -', text: 'Peru said …' }
 */
export function splitDateline(text: string, options: ParseOptions = {}): SplitText | null {
  const reading = readDateline(text, options);
  if (!reading) return null;
  return {
    dateline: reading.parsed,
    line: text.slice(0, reading.end).trim(),
    text: text.slice(reading.end).trimStart(),
  };
}
