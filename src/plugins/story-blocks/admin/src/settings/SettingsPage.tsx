import { Box, Button, Flex } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { ADMIN_ACTIONS } from '../../../shared/src/ids';
import { Needs } from '../access/Needs';
import { useTexts } from '../texts';
import { BlockSettings } from './BlockSettings';
import { CacheSettings } from './CacheSettings';
import { LanguageSettings } from './LanguageSettings';
import { LeaveGuard } from './LeaveGuard';
import { PreviewSettings } from './PreviewSettings';
import { PublishingSettings } from './PublishingSettings';
import { RankingSettings } from './RankingSettings';
import { SettingsNotes } from './SettingsNotes';
import { StyleSettings } from './StyleSettings';
import { ToldCaches } from './ToldCaches';
import { useSettings } from './useSettings';

function Settings() {
  const texts = useTexts();
  const { formatDate } = useIntl();
  const state = useSettings();
  const { answer, hasFailed, load, changed, wrong, isSaving, save, forget } = state;
  if (hasFailed) {
    return (
      <Page.Main>
        <Page.Title>{texts('settings.title')}</Page.Title>
        <Page.Error action={<Button onClick={load}>{texts('settings.again')}</Button>} />
      </Page.Main>
    );
  }
  if (!answer) return <Page.Loading />;
  const { savedAt, savedBy } = answer;
  const lastSaved = savedAt
    ? texts(savedBy ? 'settings.lastSaved' : 'settings.lastSaved.unnamed', {
        name: savedBy ?? '',
        at: formatDate(savedAt, { dateStyle: 'medium', timeStyle: 'short' }),
      })
    : texts('settings.neverSaved');
  return (
    <Page.Main>
      <Page.Title>{texts('settings.title')}</Page.Title>
      <Layouts.Header
        title={texts('settings.title')}
        subtitle={`${texts('settings.subtitle')} ${lastSaved}`}
        primaryAction={
          <Flex gap={2}>
            <Button variant="tertiary" disabled={changed === 0 || isSaving} onClick={forget}>
              {texts('settings.discard')}
            </Button>
            <Button
              startIcon={<Check />}
              loading={isSaving}
              disabled={changed === 0 || wrong > 0}
              onClick={() => void save()}
            >
              {texts('settings.save')}
            </Button>
          </Flex>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <LeaveGuard hasChanges={changed > 0} />
          <SettingsNotes state={state} />
          <RankingSettings state={state} />
          <PreviewSettings state={state} />
          <BlockSettings state={state} />
          <StyleSettings state={state} />
          <PublishingSettings state={state} />
          <LanguageSettings state={state} />
          <CacheSettings state={state} />
          <ToldCaches state={state} />
          <Box paddingBottom={6} />
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

export default function SettingsPage() {
  return (
    <Needs action={ADMIN_ACTIONS.settings} permission="permission.settings" title="settings.title">
      <Settings />
    </Needs>
  );
}
