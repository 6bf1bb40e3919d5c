import { createText, type Text } from '@wiredesk/strapi-kit/admin';
import { PLUGIN_ID } from '../../shared/src/ids';
import en from './translations/en.json';

/** Names of this plugin's texts, as the translation files have them. */
export type TextId = keyof typeof en;

/** A text for `formatMessage`, with its English as the default. */
export const text: Text<TextId> = createText(PLUGIN_ID, en);
