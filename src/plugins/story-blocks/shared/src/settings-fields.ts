import { DELIVERY_ROUTES, type SavedSettings, type SettingsValues } from './settings.contract';

/** What one setting can be. */
export type SettingValue = number | string | boolean | string[];

/** Settings one by one, by names such as `related.weights.topic`, `related.days`, `blocks.teaserTail` and `delivery.pages.maxAge`. */
export type SettingsFields = Record<string, SettingValue>;

const RECORDS = ['related.weights', 'related.borrow'];
const ROUTES = DELIVERY_ROUTES.map((route) => `delivery.${route}`);
const GROUPS = ['', 'related', 'blocks', 'desk', 'delivery', ...ROUTES, ...RECORDS];

/** Names each setting that is given: none that is null. A signal's or a language's own name may hold points: it is the rest of the name. */
export function flattenSettings(settings: SavedSettings | SettingsValues): SettingsFields {
  const fields: SettingsFields = {};
  const add = (path: string, value: unknown) => {
    if (value === undefined || value === null) return;
    if (typeof value !== 'object' || Array.isArray(value)) fields[path] = value as SettingValue;
    else if (GROUPS.includes(path)) {
      for (const [key, inner] of Object.entries(value)) add(path ? `${path}.${key}` : key, inner);
    }
  };
  add('', settings);
  return fields;
}

/** Puts settings together again that {@link flattenSettings} has named. */
export function buildSettings(fields: SettingsFields): SavedSettings {
  const root: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(fields)) {
    const record = RECORDS.find((name) => path.startsWith(`${name}.`));
    const keys = record ? [...record.split('.'), path.slice(record.length + 1)] : path.split('.');
    const last = keys.pop() as string;
    const parent = keys.reduce<Record<string, unknown>>((object, key) => {
      object[key] ??= {};
      return object[key] as Record<string, unknown>;
    }, root);
    parent[last] = value;
  }
  return root as SavedSettings;
}
