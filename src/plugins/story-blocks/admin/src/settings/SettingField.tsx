import { Badge, type BadgeProps, Box, Field, Flex, IconButton, VisuallyHidden } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import type { ReactNode } from 'react';
import { type TextId, useTexts } from '../texts';
import type { Shown } from './edits';

interface Props {
  /** Its name, as in what is saved. */
  path: string;
  label: string;
  /** What it does, in a sentence. */
  hint?: string;
  /** What may be set, where that needs saying. */
  range?: string;
  /** The default in words. */
  fallback: string;
  shown: Shown;
  error?: string;
  /** Whether it stands in a table, whose heads say what it is: its name is then for screen readers alone. */
  inTable?: boolean;
  onReset(): void;
  children: ReactNode;
}

/** The design system's own pairs are too faint in the dark. */
const STATES: Record<Exclude<Shown['state'], 'default'>, { text: TextId; colours: Partial<BadgeProps> }> = {
  saved: { text: 'settings.state.saved', colours: { backgroundColor: 'primary100', textColor: 'primary700' } },
  edited: { text: 'settings.state.edited', colours: { backgroundColor: 'neutral150', textColor: 'neutral800' } },
};

/** One setting: what it does, what it is, what it would be by itself, and the way back to that. */
export function SettingField(props: Props) {
  const { path, label, hint, range, fallback, shown, error, inTable = false, onReset, children } = props;
  const texts = useTexts();
  const source = texts(shown.isConfigured ? 'settings.default.configured' : 'settings.default', { value: fallback });
  const state = shown.state === 'default' ? null : STATES[shown.state];
  return (
    <Field.Root name={path} id={path} error={error} hint={[hint, range, source].filter(Boolean).join(' ')}>
      <Flex justifyContent="space-between" gap={2} minHeight={inTable ? undefined : '24px'}>
        {inTable ? <VisuallyHidden tag={Field.Label}>{label}</VisuallyHidden> : <Field.Label>{label}</Field.Label>}
        {state && (
          <Badge size="S" {...state.colours}>
            {texts(state.text)}
          </Badge>
        )}
      </Flex>
      <Flex gap={2} alignItems="center">
        <Box flex="1" minWidth={0}>
          {children}
        </Box>
        <IconButton label={texts('settings.reset', { name: label })} disabled={shown.isDefault} onClick={onReset}>
          <ArrowClockwise />
        </IconButton>
      </Flex>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
