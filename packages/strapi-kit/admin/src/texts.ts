import { type PrimitiveType, useIntl } from 'react-intl';

/** A text for `formatMessage` and Strapi's own menus, with its English as the default. */
export type Text<Id extends string> = (id: Id) => { id: string; defaultMessage: string };

/** A text in the administrator's language. */
export type Texts<Id extends string> = (id: Id, values?: Record<string, PrimitiveType>) => string;

/**
 * Makes a plugin's `text`.
 *
 * @param en - Its English translation file, which also tells the names that there are.
 */
export const createText =
  <English extends Readonly<Record<string, string>>>(pluginId: string, en: English): Text<keyof English & string> =>
  (id) => ({ id: `${pluginId}.${id}`, defaultMessage: en[id] });

/** A plugin's texts in the administrator's language, English where there is none. */
export function useTextsOf<Id extends string>(text: Text<Id>): Texts<Id> {
  const { formatMessage } = useIntl();
  return (id, values) => formatMessage(text(id), values);
}
