/**
 * How text is read piece by piece. V8 spends time in proportion to the whole string on each segment it gives, so a
 * megabyte read in one go takes minutes; windows keep that in proportion to the text.
 */
export interface SegmentWindow {
  /** Code units read at a time; more where a single segment is longer. */
  size: number;
  /** How far past a boundary the segmenter may look before it is sure of it, in code units. */
  lookahead: number;
}

/**
 * The ends of all segments of a text, as offsets in code units, the last one being the text's length.
 *
 * The rules of Unicode Standard Annex #29 never look back past a boundary, so each window may start at one.
 */
export function* segmentEnds(text: string, segmenter: Intl.Segmenter, window: SegmentWindow): Generator<number> {
  let start = 0;
  let { size } = window;
  while (start < text.length) {
    const stop = Math.min(text.length, start + size);
    const isLast = stop === text.length;
    let sure = start;
    for (const { index, segment } of segmenter.segment(text.slice(start, stop))) {
      const end = start + index + segment.length;
      if (!isLast && end > stop - window.lookahead) break;
      yield end;
      sure = end;
    }
    if (isLast) return;
    size = sure === start ? size * 2 : window.size;
    start = sure;
  }
}
