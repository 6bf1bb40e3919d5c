import { type PrimitiveType, useIntl } from 'react-intl';
import { PLUGIN_ID } from './pluginId';
import en from './translations/en.json';

type Key = keyof typeof en extends `datelines.${infer Rest}` ? Rest : never;
export type Texts = (key: Key, values?: Record<string, PrimitiveType>) => string;

const messages: Readonly<Record<string, string>> = en;

/** Texts of this plugin in the administrator's language, English where there is none. */
export function useTexts(): Texts {
  const { formatMessage } = useIntl();
  return (key, values) => {
    const id = `${PLUGIN_ID}.${key}`;
    return formatMessage({ id, defaultMessage: messages[id] }, values);
  };
}

/** A finding's text; one whose code is newer than this panel is told as the server has it. */
export function useFindingText(): (finding: {
  code: string;
  message: string;
  values?: Record<string, string>;
}) => string {
  const { formatMessage } = useIntl();
  return ({ code, message, values }) => {
    const id = `${PLUGIN_ID}.finding.${code}`;
    return id in messages ? formatMessage({ id, defaultMessage: messages[id] }, values) : message;
  };
}
