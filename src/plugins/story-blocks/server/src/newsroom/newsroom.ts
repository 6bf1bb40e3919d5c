import { createHash } from 'node:crypto';
import type { Core, UID } from '@strapi/strapi';
import type { ConceptKind } from '@wiredesk/newsroom';
import type { SavedSettings } from '../../../shared/src';
import { applySettings } from './apply-settings';
import type { Model } from './check-newsroom';
import type { NewsroomConfig, StoryType } from './newsroom.schema';

/** What a mapped content type is to us. */
export type Role = { kind: 'story'; type: StoryType } | { kind: ConceptKind };

/** The mapping with what the loaded schemas add to it: which type is localized, which has drafts. */
export interface Newsroom {
  /** As it holds now: read it when it is needed, since {@link Newsroom.follow} changes it while the application runs. */
  readonly config: NewsroomConfig;
  /** As `config/newsroom` has it. */
  readonly configured: NewsroomConfig;
  /** Changes with the mapping and the settings: answers depend on it. */
  readonly signature: string;
  /** Lets settings that an administrator saved win over the configured ones. */
  follow(saved: SavedSettings): void;
  /** `server.url` as Strapi's configuration has it: the public address of the application's own uploads. */
  readonly serverUrl: string;
  /** The role of a content type, or undefined where it is none of ours. */
  role(uid: string): Role | undefined;
  /** Every mapped content type. */
  uids: string[];
  model(uid: string): Model;
  isLocalized(uid: string): boolean;
  hasDrafts(uid: string): boolean;
  storyType(uid: string): StoryType | undefined;
  /** Story types whose stories may stand beside one of the given type: kept in the same language, or in none. */
  typesBeside(uid: string): string[];
  /** Names of the fields of a content type that are mapped; none for a type that is none of ours. */
  mappedFields(uid: string): string[];
  /** The `locale` part of our keys: '' for a type that is not localized. */
  keyLocale(uid: string, locale: string | null | undefined): string;
  /** Key locales under which stories that a page in `locale` may show are kept. */
  storyLocales(locale: string): string[];
}

const signatureOf = (config: NewsroomConfig, serverUrl: string) =>
  createHash('sha256')
    .update(JSON.stringify([config, serverUrl]))
    .digest('base64url')
    .slice(0, 16);

/** Joins the checked mapping to the schemas of this application. */
export function createNewsroom(strapi: Core.Strapi, configured: NewsroomConfig): Newsroom {
  const serverUrl = String(strapi.config.get('server.url') ?? '');
  let config = configured;
  let signature = signatureOf(configured, serverUrl);
  const { story, ...concepts } = configured.types;
  const roles = new Map<string, Role>(story.map((type) => [type.uid, { kind: 'story', type }]));
  for (const [kind, type] of Object.entries(concepts)) {
    if (type) roles.set(type.uid, { kind: kind as ConceptKind });
  }
  // Not from `strapi.contentTypes`, which copies every schema each time.
  const model = (uid: string) => strapi.getModel(uid as UID.Schema) as unknown as Model;
  const isLocalized = (uid: string) => model(uid).pluginOptions?.i18n?.localized === true;
  const localized = story.map((type) => isLocalized(type.uid));
  return {
    get config() {
      return config;
    },
    configured,
    get signature() {
      return signature;
    },
    follow(saved) {
      config = applySettings(configured, saved);
      signature = signatureOf(config, serverUrl);
    },
    serverUrl,
    role: (uid) => roles.get(uid),
    uids: [...roles.keys()],
    model,
    isLocalized,
    hasDrafts: (uid) => model(uid).options?.draftAndPublish === true,
    storyType: (uid) => story.find((type) => type.uid === uid),
    typesBeside: (uid) => story.map((type) => type.uid).filter((other) => isLocalized(other) === isLocalized(uid)),
    mappedFields: (uid) => {
      const type = [...story, ...Object.values(concepts)].find((candidate) => candidate?.uid === uid);
      const fields = Object.values(type?.fields ?? {}) as (string | { field: string } | undefined)[];
      return fields.flatMap((field) => (typeof field === 'object' ? field.field : (field ?? [])));
    },
    keyLocale: (uid, locale) => (isLocalized(uid) ? (locale ?? '') : ''),
    storyLocales: (locale) => [
      ...(localized.includes(true) ? [locale] : []),
      ...(localized.includes(false) ? [''] : []),
    ],
  };
}
