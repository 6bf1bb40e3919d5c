import type { JoinedParagraphs } from './join-paragraphs';
import { SENTENCE_LOOKAHEAD, splitSentences } from './sentences';

/**
 * Where the last whole sentence ends that fits, as an offset in code units without the white space after it; 0 where the
 * first one doesn't fit. The end of a paragraph ends a sentence, with or without a full stop.
 */
export function fitSentences({ text, spans }: JoinedParagraphs, limit: number, locale: string): number {
  let fits = 0;
  for (const { start, end } of spans) {
    if (end <= limit) {
      fits = end;
      continue;
    }
    let offset = start;
    // Text past the limit is read only to see whether the last full stop before it ends a sentence.
    for (const sentence of splitSentences(text.slice(start, Math.min(end, limit + SENTENCE_LOOKAHEAD)), locale)) {
      const sentenceEnd = offset + sentence.trimEnd().length;
      if (sentenceEnd > limit) break;
      fits = sentenceEnd;
      offset += sentence.length;
    }
    break;
  }
  return fits;
}
