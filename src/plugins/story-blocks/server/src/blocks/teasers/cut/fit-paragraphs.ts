import type { JoinedParagraphs } from './join-paragraphs';

/** Where the last whole paragraph ends that fits, as an offset in code units; 0 where the first one doesn't fit. */
export function fitParagraphs({ spans }: JoinedParagraphs, limit: number): number {
  return spans.reduce((last, { end }) => (end <= limit ? end : last), 0);
}
