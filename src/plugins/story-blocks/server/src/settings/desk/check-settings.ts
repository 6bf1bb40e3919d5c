import type { SavedSettings } from '../../../../shared/src';

/** What there is in this application to choose from. */
export interface Choices {
  signals: readonly string[];
  styles: readonly string[];
  locales: readonly string[];
}

/** A setting that cannot hold here: where it stands, and a sentence. */
export interface Refusal {
  path: string[];
  message: string;
}

/**
 * Holds settings against what the application has; their form was checked before.
 *
 * @param weights - As they would hold, of every signal.
 * @returns The first that cannot hold, or null.
 */
export function refuseSettings(
  { datelineStyle, related }: SavedSettings,
  weights: Readonly<Record<string, number>>,
  { signals, styles, locales }: Choices
): Refusal | null {
  if (datelineStyle !== undefined && !styles.includes(datelineStyle)) {
    return { path: ['datelineStyle'], message: `is no style; there are ${styles.join(', ')}` };
  }
  const unknown = Object.keys(related?.weights ?? {}).find((name) => !signals.includes(name));
  if (unknown !== undefined) {
    return { path: ['related', 'weights', unknown], message: `is no signal; there are ${signals.join(', ')}` };
  }
  if (Object.keys(related?.weights ?? {}).length > 0 && signals.every((name) => weights[name] === 0)) {
    return { path: ['related', 'weights'], message: 'must leave at least one signal that counts' };
  }
  for (const [locale, sources] of Object.entries(related?.borrow ?? {})) {
    const path = ['related', 'borrow', locale];
    const missing = [locale, ...sources].find((code) => !locales.includes(code));
    if (missing !== undefined) {
      const known = locales.length > 0 ? `it has ${locales.join(', ')}` : 'it has none';
      return { path, message: `names "${missing}", which is no language of this application; ${known}` };
    }
    if (sources.includes(locale)) return { path, message: 'must not borrow from itself' };
    if (new Set(sources).size < sources.length) return { path, message: 'must name each language once' };
  }
  return null;
}
