import { NumberInput } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useTexts } from '../texts';
import { boundsOf, shownOf } from './edits';
import { SettingField } from './SettingField';
import type { SettingsState } from './useSettings';

interface Props {
  path: string;
  label: string;
  /** Left out in a table, which says it for all of its fields, as their range. */
  hint?: string;
  step?: number;
  inTable?: boolean;
  state: SettingsState;
}

/** A setting that is a number. */
export function NumberSetting({ path, label, hint, step = 1, inTable, state }: Props) {
  const texts = useTexts();
  const { answer, edits, set, round } = state;
  const { formatNumber, locale } = useIntl();
  if (!answer) return null;
  const shown = shownOf(answer, edits, path);
  const { min, max } = boundsOf(path);
  const range = texts(step < 1 ? 'settings.range' : 'settings.range.whole', {
    min: formatNumber(min),
    max: formatNumber(max),
  });
  return (
    <SettingField
      path={path}
      label={label}
      hint={hint}
      range={inTable ? undefined : range}
      inTable={inTable}
      fallback={formatNumber(Number(shown.fallback), { maximumFractionDigits: 6 })}
      shown={shown}
      error={shown.isWrong ? texts('settings.error.number', { range }) : undefined}
      onReset={() => set(path, null)}
    >
      <NumberInput
        key={round}
        locale={locale}
        step={step}
        value={Number.isNaN(shown.value) ? undefined : Number(shown.value)}
        onValueChange={(value) => set(path, value ?? Number.NaN)}
      />
    </SettingField>
  );
}
