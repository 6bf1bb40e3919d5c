import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { Reason } from '../../../shared/src/pages.contract';
import { type TextId, useTexts } from '../texts';
import en from '../translations/en.json';

/** Keeps a word of any script from turning its neighbours round. */
const isolated = (text: string) => `\u2068${text}\u2069`;

/** Reasons in the administrator's words; one of a signal that we do not know as it names itself. */
export function useReasons(): (reason: Reason) => string {
  const texts = useTexts();
  const { formatList, locale } = useIntl();
  const languages = useMemo(() => new Intl.DisplayNames([locale, 'en'], { type: 'language' }), [locale]);
  return ({ type, label, labels }) => {
    const words = labels ?? (label === undefined ? [] : [label]);
    const list = formatList(words.map(isolated), { type: 'unit' });
    if (type === 'language' && label) return texts('related.reason.language', { label: languages.of(label) ?? label });
    if (type === 'follow-up') {
      return texts(label === 'later' ? 'related.reason.follow-up.later' : 'related.reason.follow-up.earlier');
    }
    const id = `related.reason.${type}${words.length > 0 ? '' : '.plain'}`;
    if (id in en) return texts(id as TextId, { label: list });
    return words.length > 0 ? `${type}: ${list}` : type;
  };
}
