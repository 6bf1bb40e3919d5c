import { useIntl } from 'react-intl';
import type { StoryFinding } from '../../../shared/src/desk-story.contract';
import { PLUGIN_ID } from '../pluginId';
import en from '../translations/en.json';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T/;
const ours: Readonly<Record<string, string>> = en;

/** A finding's text; those of other plugins in their own words. A code that is newer is told as the server has it. */
export function useFindingText(): (finding: StoryFinding) => string {
  const { formatMessage, formatDate, messages } = useIntl();
  const readable = (value: string) => {
    if (DAY.test(value)) return formatDate(value, { dateStyle: 'medium', timeZone: 'UTC' });
    return INSTANT.test(value) ? formatDate(value, { dateStyle: 'medium', timeStyle: 'short' }) : value;
  };
  return ({ code, message, values = {} }) => {
    const [plugin, theirs] = code.includes('.') ? code.split('.') : [PLUGIN_ID, null];
    const id = theirs ? `${plugin}.finding.${theirs}` : `${PLUGIN_ID}.story.finding.${code}`;
    const defaultMessage = theirs ? undefined : ours[`story.finding.${code}`];
    if (!(id in messages) && defaultMessage === undefined) return message;
    const shown = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, readable(value)]));
    return formatMessage({ id, defaultMessage: defaultMessage ?? message }, shown);
  };
}
