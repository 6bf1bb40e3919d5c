import { useIntl } from 'react-intl';
import { type TextId, useTexts } from '../texts';
import en from '../translations/en.json';
import { sharesOf } from './edits';
import { NumberSetting } from './NumberSetting';
import { FieldGrid, SettingsSection } from './SettingsSection';
import type { SettingsState } from './useSettings';

/** The plugin's own signals have names that editors read; another plugin's has the one that it was registered under. */
const ownText = (id: string): TextId | null => (id in en ? (id as TextId) : null);

/** How much each ground counts on which stories belong together, and how many are looked at. */
export function RankingSettings({ state }: { state: SettingsState }) {
  const texts = useTexts();
  const { formatNumber } = useIntl();
  const { answer, edits } = state;
  if (!answer) return null;
  const shares = sharesOf(answer, edits);
  return (
    <SettingsSection title={texts('settings.ranking')} subtitle={texts('settings.ranking.hint')}>
      <FieldGrid>
        {answer.signals.map(({ name, isOwn }) => {
          const label = isOwn ? ownText(`settings.signal.${name}`) : null;
          const hint = isOwn ? ownText(`settings.signal.${name}.hint`) : null;
          const share = texts('settings.share', {
            share: formatNumber(shares[name], { style: 'percent', maximumFractionDigits: 0 }),
          });
          return (
            <NumberSetting
              key={name}
              path={`related.weights.${name}`}
              label={label ? texts(label) : name}
              hint={`${hint ? texts(hint) : texts('settings.signal.other')} ${share}`}
              step={0.01}
              state={state}
            />
          );
        })}
        <NumberSetting
          path="related.days"
          label={texts('settings.days')}
          hint={texts('settings.days.hint')}
          state={state}
        />
        <NumberSetting
          path="related.candidates"
          label={texts('settings.candidates')}
          hint={texts('settings.candidates.hint')}
          state={state}
        />
        <NumberSetting
          path="related.floor"
          label={texts('settings.floor')}
          hint={texts('settings.floor.hint')}
          step={0.005}
          state={state}
        />
      </FieldGrid>
    </SettingsSection>
  );
}
