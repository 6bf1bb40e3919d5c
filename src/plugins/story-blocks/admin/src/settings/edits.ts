import {
  BOUNDS,
  type SavedSettings,
  type SettingsAnswer,
  savedSettingsSchema,
} from '../../../shared/src/settings.contract';
import {
  buildSettings,
  flattenSettings,
  type SettingsFields,
  type SettingValue,
} from '../../../shared/src/settings-fields';

/** What the administrator changed, by setting; null takes back what was saved. */
export type Edits = Record<string, SettingValue | null>;

/** One setting as the page shows it. */
export interface Shown {
  value: SettingValue;
  /** The values while nothing is saved. */
  fallback: SettingValue;
  /** Whether `config/newsroom` gives the default, or the plugin. */
  isConfigured: boolean;
  state: 'default' | 'saved' | 'edited';
  /** Whether it would be saved as nothing: an empty text may be something else than no text. */
  isDefault: boolean;
  isWrong: boolean;
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Languages that borrow from none need not be named. */
const nothing = (path: string): SettingValue | undefined => (path.startsWith('related.borrow.') ? [] : undefined);

/** Settings as they would be saved. What is as it is by default is not saved: it follows `config/newsroom`. */
export function fieldsWith({ saved, defaults }: SettingsAnswer, edits: Edits): SettingsFields {
  const fallback = flattenSettings(defaults);
  const fields = flattenSettings(saved);
  for (const [path, value] of Object.entries(edits)) {
    if (value === null || isSame(value, fallback[path] ?? nothing(path))) delete fields[path];
    else fields[path] = value;
  }
  return fields;
}

export const settingsWith = (answer: SettingsAnswer, edits: Edits): SavedSettings =>
  buildSettings(fieldsWith(answer, edits));

/** Edits that change anything of what is saved. */
export function realEdits(answer: SettingsAnswer, edits: Edits): Edits {
  const [before, after] = [flattenSettings(answer.saved), fieldsWith(answer, edits)];
  return Object.fromEntries(Object.entries(edits).filter(([path]) => !isSame(before[path], after[path])));
}

/** Names of settings that could not be saved as they stand. */
export function wrongFields(answer: SettingsAnswer, edits: Edits): string[] {
  const parsed = savedSettingsSchema.safeParse(settingsWith(answer, edits));
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join('.'));
}

/** A setting as it is shown, with what the administrator changed. */
export function shownOf(answer: SettingsAnswer, edits: Edits, path: string): Shown {
  const saved = flattenSettings(answer.saved)[path];
  const fallback = flattenSettings(answer.defaults)[path] ?? nothing(path) ?? '';
  const edit = edits[path];
  const value = edit === undefined ? (saved ?? fallback) : (edit ?? fallback);
  const isEdited = path in realEdits(answer, edits);
  return {
    value,
    fallback,
    isConfigured: answer.configured.includes(path),
    isDefault: !(path in fieldsWith(answer, edits)),
    state: isEdited ? 'edited' : saved === undefined ? 'default' : 'saved',
    isWrong: wrongFields(answer, edits).includes(path),
  };
}

/** How much of the whole each signal counts, 0 to 1. */
export function sharesOf(answer: SettingsAnswer, edits: Edits): Record<string, number> {
  const weights = answer.signals.map(({ name }): [string, number] => {
    const { value } = shownOf(answer, edits, `related.weights.${name}`);
    return [name, typeof value === 'number' && value > 0 ? value : 0];
  });
  const sum = weights.reduce((total, [, weight]) => total + weight, 0);
  return Object.fromEntries(weights.map(([name, weight]) => [name, sum > 0 ? weight / sum : 0]));
}

/** What a number may be. */
export const boundsOf = (path: string): { min: number; max: number } =>
  path.startsWith('related.weights.') ? BOUNDS.weight : BOUNDS[path.split('.').pop() as keyof typeof BOUNDS];
