import { oneLine } from '../../lib/plain-text';

/** Paragraphs as a text edition: a blank line between them; what is empty leaves no line. */
export function textEdition(paragraphs: (string | null)[][]): string {
  return `${paragraphs
    .map((lines) => lines.map((line) => oneLine(line ?? '')).filter(Boolean))
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}
