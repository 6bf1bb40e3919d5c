import { type PrimitiveType, useIntl } from 'react-intl';
import type { StoryFinding } from '../../shared/src/check.contract';
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

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A finding's text; one whose code is newer than this panel is told as the server has it. */
export function useFindingText(): (finding: Pick<StoryFinding, 'code' | 'message' | 'values'>) => string {
  const { formatMessage, formatDate } = useIntl();
  const readable = (value: string) =>
    DAY.test(value) ? formatDate(value, { dateStyle: 'medium', timeZone: 'UTC' }) : value;
  return ({ code, message, values = {} }) => {
    const id = `${PLUGIN_ID}.finding.${code}`;
    if (!(id in messages)) return message;
    const shown = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, readable(value)]));
    return formatMessage({ id, defaultMessage: messages[id] }, shown);
  };
}
