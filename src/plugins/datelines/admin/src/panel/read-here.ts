import { readLines } from '../../../shared/src/read-lines';
import type { Recognised } from '../../../shared/src/recognise.contract';
import { formatDateline } from '../../../text/src';
import { creditName } from '../../../text/src/format-credit';

/**
 * What a text says, read in the browser: shown while the server looks for the entries that it means.
 */
export function readHere(
  text: string,
  { locale, style, referenceDate }: { locale: string | null; style: string; referenceDate: string }
): Recognised {
  const { kind, dateline, byline } = readLines(text, { locale, referenceDate });
  return {
    kind,
    dateline: dateline && {
      style: dateline.style,
      places: dateline.places.map((place) => ({ ...place, entries: [], candidates: [] })),
      date: dateline.date ?? null,
      source: dateline.source ? { code: dateline.source, entries: [] } : null,
      text: formatDateline(dateline, { style, locale }),
    },
    byline: byline && {
      credits: byline.credits.map((credit) => ({
        name: creditName(credit),
        location: credit.location ?? null,
        role: credit.role ?? null,
        authors: [],
      })),
      label: byline.label ?? null,
      text: '',
    },
    findings: [],
  };
}
