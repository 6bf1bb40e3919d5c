import * as kit from '@wiredesk/strapi-kit/admin';
import { useIntl } from 'react-intl';
import type { StoryFinding } from '../../shared/src/check.contract';
import { PLUGIN_ID } from './pluginId';
import en from './translations/en.json';

type TextId = keyof typeof en;
export type Texts = kit.Texts<TextId>;

const text = kit.createText(PLUGIN_ID, en);

/** Texts of this plugin in the administrator's language, English where there is none. */
export const useTexts = (): Texts => kit.useTextsOf(text);

const isTextId = (id: string): id is TextId => Object.hasOwn(en, id);

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A finding's text; one whose code is newer than this panel is told as the server has it. */
export function useFindingText(): (finding: Pick<StoryFinding, 'code' | 'message' | 'values'>) => string {
  const { formatMessage, formatDate } = useIntl();
  const readable = (value: string) =>
    DAY.test(value) ? formatDate(value, { dateStyle: 'medium', timeZone: 'UTC' }) : value;
  return ({ code, message, values = {} }) => {
    const id = `finding.${code}`;
    if (!isTextId(id)) return message;
    const shown = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, readable(value)]));
    return formatMessage(text(id), shown);
  };
}
