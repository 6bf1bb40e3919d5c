import * as kit from '@wiredesk/strapi-kit/admin';
import { PLUGIN_ID } from './pluginId';
import en from './translations/en.json';

/** Names of this plugin's texts, as the translation files have them. */
export type TextId = keyof typeof en;
export type Texts = kit.Texts<TextId>;

export const isTextId = (id: string): id is TextId => Object.hasOwn(en, id);

/** A text for Strapi's own menus, with its English as the default. */
export const text: kit.Text<TextId> = kit.createText(PLUGIN_ID, en);

/** Texts of this plugin in the administrator's language, English where there is none. */
export const useTexts = (): Texts => kit.useTextsOf(text);
