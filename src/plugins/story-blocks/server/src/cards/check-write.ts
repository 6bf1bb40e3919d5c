import type { Core } from '@strapi/strapi';
import { appLocales, invalid, unknownLocale } from '@wiredesk/strapi-kit/server';
import { COMPONENT_PREFIX, ERROR_CODES } from '../../../shared/src';
import { patternFault } from '../addresses';
import { isSafeUrl } from '../lib/safe-url';
import type { Attribute, Newsroom, Role } from '../newsroom';

type Path = (string | number)[];

const MAX_DEPTH = 30;
/** Keys that hold an address in the components and Blocks that this plugin reads. */
const ADDRESS_KEYS = ['url', 'urlTemplate'];

function refuseAddresses(value: unknown, path: Path, keys: ReadonlySet<string>, inImage = false): void {
  if (path.length > MAX_DEPTH || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) refuseAddresses(item, [...path, index], keys, inImage);
    return;
  }
  for (const [key, item] of Object.entries(value)) {
    if (keys.has(key) && typeof item === 'string') refuseAddress(item, [...path, key], inImage);
    // A picture in a body is the media library's: its files stand on this very server.
    else refuseAddresses(item, [...path, key], keys, inImage || key === 'image');
  }
}

/** PostgreSQL keeps no null character in a text; refused everywhere, so that content can move between databases. */
function refuseNull(data: Record<string, unknown>): void {
  const open: { value: unknown; path: Path }[] = [{ value: data, path: [] }];
  // Not by recursion: a body may nest without end.
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, path } = next;
    if (typeof value === 'string' && value.includes('\0')) {
      throw invalid(`${path.join('.')} holds a null character (U+0000)`, ['data', ...path], {
        code: ERROR_CODES.nullCharacter,
      });
    }
    if (typeof value !== 'object' || value === null || value instanceof Date) continue;
    for (const [key, item] of Object.entries(value)) open.push({ value: item, path: [...path, key] });
  }
}

function refuseAddress(value: string, path: Path, allowRelative: boolean): void {
  // A template's places are filled with encoded text, so any plain word stands for them here.
  const address = value.replaceAll('{url}', 'x').replaceAll('{title}', 'x');
  if (address.trim() === '' || isSafeUrl(address, { allowRelative })) return;
  throw invalid(`${path.join('.')} must be an http, https or mailto address`, ['data', ...path], {
    code: ERROR_CODES.unsafeAddress,
  });
}

/**
 * Refuses a site's address that all addresses of its pages would go wrong with: those that are made of it would carry its
 * password, or lead into its query or fragment.
 */
function refuseUnfitSite(value: string, field: string): void {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || (url.username === '' && url.password === '' && !/[?#]/.test(value))) return;
  throw invalid(`${field} must have no user name, password, query or fragment`, ['data', field], {
    code: ERROR_CODES.unsafeAddress,
  });
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

const name = (field: unknown): string | undefined =>
  typeof field === 'object' && field !== null ? (field as { field: string }).field : (field as string | undefined);

/** Fields of the content type that hold an address or a zone, by what they are mapped to. */
const ADDRESS_FIELDS: Partial<Record<Role['kind'], string[]>> = { site: ['url'], topic: ['landingUrl'] };

/** What the mapping calls an address within a component. */
const addressParts = (role: Role): string[] =>
  role.kind === 'story' && role.type.fields.externalLinks ? [role.type.fields.externalLinks.url] : [];

function mappedFields(newsroom: Newsroom, role: Role): Record<string, unknown> {
  const type = role.kind === 'story' ? role.type : newsroom.config.types[role.kind];
  return (type?.fields ?? {}) as Record<string, unknown>;
}

/** Strapi keeps a component that a zone does not list, and then fails to give it out. */
function refuseUnlisted(field: string, attribute: Attribute & { components?: string[] }, value: unknown): void {
  if (attribute.type !== 'dynamiczone' || !Array.isArray(value)) return;
  for (const [index, block] of value.entries()) {
    const component = (block as { __component?: unknown } | null)?.__component;
    if (typeof component !== 'string' || attribute.components?.includes(component)) continue;
    throw invalid(`${field}.${index} is a "${component}", which this layout does not take`, ['data', field, index]);
  }
}

/** A layout's blocks of ours: what another plugin's hold is for it to say. Numbers keep their place. */
const oursIn = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map((item) =>
        typeof item?.__component !== 'string' || item.__component.startsWith(COMPONENT_PREFIX) ? item : null
      )
    : value;

/** Types of attributes that may hold addresses deeper down. */
const NESTED = new Set(['component', 'dynamiczone', 'blocks']);

/**
 * Refuses what readers must never get: an address that is not http, https or mailto, in fields, components, layouts and
 * body; a pattern of addresses that could lead elsewhere; a time zone or a language tag that does not exist; a null character. Strapi checks the rest.
 *
 * @param data - What is written, before Strapi has read it.
 * @throws A 400 that names the field.
 */
export function checkData(newsroom: Newsroom, role: Role, uid: string, data: Record<string, unknown>): void {
  refuseNull(data);
  const fields = mappedFields(newsroom, role);
  for (const key of ADDRESS_FIELDS[role.kind] ?? []) {
    const field = name(fields[key]);
    const value = field ? data[field] : undefined;
    if (!field || typeof value !== 'string') continue;
    refuseAddress(value, [field], false);
    if (role.kind === 'site') refuseUnfitSite(value.trim(), field);
  }
  const patternField = role.kind === 'site' ? name(fields.urlPattern) : undefined;
  const pattern = patternField ? data[patternField] : undefined;
  const fault = typeof pattern === 'string' && pattern !== '' ? patternFault(pattern) : null;
  if (patternField && fault !== null) {
    throw invalid(`${patternField} ${fault}`, ['data', patternField], { code: ERROR_CODES.unsafePattern });
  }
  const zoneField = name(fields.timezone);
  const zone = zoneField ? data[zoneField] : undefined;
  if (zoneField && typeof zone === 'string' && zone !== '' && !isZone(zone)) {
    throw invalid(`${zoneField} "${zone}" is no IANA time zone such as Europe/Paris`, ['data', zoneField], {
      code: ERROR_CODES.unknownZone,
    });
  }
  const languageField = role.kind === 'site' ? name(fields.language) : undefined;
  const language = languageField ? data[languageField] : undefined;
  if (languageField && typeof language === 'string' && language !== '' && !isLanguage(language)) {
    throw invalid(`${languageField} "${language}" is no BCP 47 language tag such as en-AU`, ['data', languageField], {
      code: ERROR_CODES.unknownLanguage,
    });
  }
  const addressKeys = new Set([...ADDRESS_KEYS, ...addressParts(role)]);
  const mapped = newsroom.mappedFields(uid);
  const { attributes } = newsroom.model(uid);
  for (const [field, attribute] of Object.entries(attributes)) {
    refuseUnlisted(field, attribute, data[field]);
    if (NESTED.has(attribute.type) && mapped.includes(field))
      refuseAddresses(oursIn(data[field]), [field], addressKeys);
  }
}

/**
 * Refuses a language that the application does not have: Strapi would create the entry all the same.
 *
 * @throws A 400 that lists the languages.
 */
export async function checkLocale(strapi: Core.Strapi, locale: unknown): Promise<void> {
  if (locale === undefined || locale === null || locale === '' || locale === '*') return;
  const asked = Array.isArray(locale) ? locale : [locale];
  const available = await appLocales(strapi);
  const unknown = asked.find((code) => code !== '*' && !available.includes(String(code)));
  if (unknown !== undefined && available.length > 0) throw unknownLocale(String(unknown), available);
}
