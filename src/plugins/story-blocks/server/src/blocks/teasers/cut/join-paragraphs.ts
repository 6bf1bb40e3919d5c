/** Paragraphs as one run of text. */
export interface JoinedParagraphs {
  text: string;
  /** Where each paragraph starts and ends, in code units of the text; the last one may end past it. */
  spans: { start: number; end: number }[];
  /** Whether more text follows than was asked for. */
  isPartial: boolean;
}

/**
 * Joins paragraphs by one space each, no further than needed. Blank paragraphs and the white space around one don't
 * count.
 *
 * @param limit - Code units after which the rest is left off.
 */
export function joinParagraphs(paragraphs: readonly string[], limit: number): JoinedParagraphs {
  const spans: JoinedParagraphs['spans'] = [];
  let text = '';
  for (const paragraph of paragraphs) {
    const trimmed = paragraph.trim();
    if (trimmed === '') continue;
    if (text.length >= limit) return { text, spans, isPartial: true };
    if (text !== '') text += ' ';
    const span = { start: text.length, end: text.length + trimmed.length };
    spans.push(span);
    text += trimmed.slice(0, limit - span.start);
    if (span.end > limit) return { text, spans, isPartial: true };
  }
  return { text, spans, isPartial: false };
}
