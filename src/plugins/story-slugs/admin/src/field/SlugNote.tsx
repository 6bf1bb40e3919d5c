import { Flex, TextButton, Typography } from '@strapi/design-system';
import { CheckCircle, WarningCircle } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { text } from '../texts';
import type { SlugMessage } from './slug-message';

const COLOURS = { neutral: 'neutral600', success: 'success600', danger: 'danger600' } as const;

interface Props {
  message: SlugMessage;
  /** What editors read over the headline or name. */
  source: string;
  disabled: boolean;
  onTake(slug: string): void;
}

/** What is to be said of the slug: read out when it changes, with a free slug one click away. */
export function SlugNote({ message, source, disabled, onTake }: Props) {
  const { formatMessage } = useIntl();
  const { tone, suggestion } = message;
  return (
    <Flex gap={2} alignItems="center" wrap="wrap">
      <Flex gap={1} alignItems="center" role="status" aria-live="polite">
        {tone === 'success' && <CheckCircle aria-hidden fill="success600" />}
        {tone === 'danger' && <WarningCircle aria-hidden fill="danger600" />}
        <Typography variant="pi" textColor={COLOURS[tone]}>
          {formatMessage(text(message.text), { source, ...message.values })}
        </Typography>
      </Flex>
      {suggestion && (
        <TextButton disabled={disabled} onClick={() => onTake(suggestion)}>
          {formatMessage(text('field.suggestion'), { slug: suggestion })}
        </TextButton>
      )}
    </Flex>
  );
}
