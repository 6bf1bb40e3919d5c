import { type ParsedDateline, parseDateline } from '../../../text/src';

/** More words than these are a sentence. */
const MAX_LENGTH = 80;

/**
 * Reads places that stand alone, as an editor types them: `Seoul`, `Buffalo, N.Y.`.
 *
 * Whether they are places is for the caller to find out: any words are read so.
 */
export function readPlaces(text: string, locale?: string | null): ParsedDateline | null {
  const line = text.trim();
  if (line === '' || line.length > MAX_LENGTH || /[\r\n()]/.test(line)) return null;
  // A line that ends in a dash is read as an AP dateline where nothing else is known.
  const read = parseDateline(`${line} —`, { style: 'ap', locale });
  if (!read || read.source || read.date) return null;
  return read;
}
