import { type PrimitiveType, useIntl } from 'react-intl';
import { PLUGIN_ID } from './pluginId';
import en from './translations/en.json';

/** Names of this plugin's texts, as the translation files have them. */
export type TextId = keyof typeof en;
export type Texts = (id: TextId, values?: Record<string, PrimitiveType>) => string;

/** A text for Strapi's own menus, with its English as the default. */
export const text = (id: TextId): { id: string; defaultMessage: string } => ({
  id: `${PLUGIN_ID}.${id}`,
  defaultMessage: en[id],
});

/** Texts of this plugin in the administrator's language, English where there is none. */
export function useTexts(): Texts {
  const { formatMessage } = useIntl();
  return (id, values) => formatMessage(text(id), values);
}
