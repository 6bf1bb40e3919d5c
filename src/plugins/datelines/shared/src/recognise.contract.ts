import { z } from 'zod';
import type { ParsedPlace } from '../../text/src';
import type { StoryFinding } from './check.contract';
import { localeField, momentField, styleField, textField } from './fields';
import { MAX_LINES_LENGTH } from './limits';
import type { EntryRef, PlaceCandidate, PlaceEntry } from './places.contract';

/** `POST /datelines/recognise`. */
export const recogniseSchema = z.strictObject({
  text: textField(MAX_LINES_LENGTH),
  locale: localeField.nullish(),
  style: styleField.nullish(),
  referenceDate: momentField.nullish(),
});
export type RecogniseRequest = z.infer<typeof recogniseSchema>;

export interface RecognisedPlace extends ParsedPlace {
  /** The newsroom's own, best first. */
  entries: PlaceEntry[];
  /** Where it has none: the largest first. */
  candidates: PlaceCandidate[];
}

export interface RecognisedSource {
  code: string;
  entries: EntryRef[];
}

export interface RecognisedCredit {
  /** The whole name, as it reads. */
  name: string;
  location: string | null;
  role: string | null;
  authors: EntryRef[];
}

/** What a text says, and which entries it means. */
export interface Recognised {
  kind: 'dateline' | 'byline' | 'both' | 'neither';
  dateline: {
    /** Name of the style in which it was written. */
    style: string;
    places: RecognisedPlace[];
    /** `YYYY-MM-DD`, or as ISO 8601 leaves parts out (`--03-03`). */
    date: string | null;
    source: RecognisedSource | null;
    /** The line in the style that was asked for. */
    text: string;
  } | null;
  byline: {
    credits: RecognisedCredit[];
    /** What stands for nobody in particular: `Staff Writers`. */
    label: string | null;
    text: string;
  } | null;
  /** What does not agree in the lines themselves; a place that is not known is told by its candidates. */
  findings: StoryFinding[];
}
