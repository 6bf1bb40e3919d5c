import { useIntl } from 'react-intl';
import type { HoldFailure } from '../../../../shared/src/holds.contract';
import { useTexts } from '../../texts';
import { useFindingText } from '../useFindingText';

/** Why an embargo could not be ended, in the words of whoever reads; what others wrote stays as they wrote it. */
export function useFailureText(): (failure: HoldFailure) => string {
  const texts = useTexts();
  const findingText = useFindingText();
  const { formatDisplayName } = useIntl();
  return ({ code, message, field, finding, locale }) => {
    const language = locale ? formatDisplayName(locale, { type: 'language' }) : undefined;
    const reason =
      code === 'NOT_READY' && finding
        ? findingText({ code: finding, severity: 'error', field, message })
        : texts(`story.failure.${code}`, { field: field ?? '', message });
    return language ? texts('story.failure.inLanguage', { language, reason }) : reason;
  };
}
