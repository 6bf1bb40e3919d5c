import { intlDateFormat } from '../format-date';
import type { PartialDate } from '../partial-date';
import { remember } from '../remember';
import type { DatelineDateForm } from '../styles';

const SAMPLES: readonly PartialDate[] = [
  { year: 2000, month: 1, day: 1 },
  { month: 1, day: 1 },
];

const forms = new Map<string, DatelineDateForm[]>();

/**
 * The date as `Intl` writes it in a language, as a house's form: so it is read as any other, and no grammar of dates is
 * needed for any language.
 *
 * @param languages - The language, then those that stand in for it.
 */
export function intlDateForms(languages: readonly string[]): readonly DatelineDateForm[] {
  return remember(forms, languages.join(), () => SAMPLES.map((sample) => dateForm(languages, sample)));
}

function dateForm(languages: readonly string[], sample: PartialDate): DatelineDateForm {
  const format = intlDateFormat(languages, sample);
  const partsAt = (month: number) => format.formatToParts(Date.UTC(2000, month, 1));
  const months = Array.from(
    { length: 12 },
    (_, month) => partsAt(month).find(({ type }) => type === 'month')?.value ?? ''
  );
  const pattern = partsAt(0)
    .map(({ type, value }) => (['day', 'month', 'year'].includes(type) ? `{${type}}` : value))
    .join('');
  return { months, pattern };
}

/** Digits of other scripts as Latin ones: a year in Arabic or Bengali is a year. */
export function latinDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    // Unicode encodes each script's digits in one run of ten, zero first.
    let zero = code;
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String((code - zero) % 10);
  });
}
