import { Alert, Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Progress } from '../components/Progress';
import { useTexts } from '../texts';
import type { SettingsState } from './useSettings';

/** What is to be said above the settings: that somebody else was quicker, what was refused, how far the links are. */
export function SettingsNotes({ state: { overtakenBy, refused, ranking, forget } }: { state: SettingsState }) {
  const texts = useTexts();
  const { formatTime, formatNumber } = useIntl();
  return (
    <Box aria-live="polite">
      <Flex direction="column" alignItems="stretch" gap={4}>
        {overtakenBy && (
          <Alert
            variant="warning"
            title={texts('settings.overtaken')}
            closeLabel={texts('settings.overtaken.discard')}
            onClose={forget}
          >
            {texts('settings.overtaken.text', {
              name: overtakenBy.savedBy ?? texts('settings.somebody'),
              at: formatTime(overtakenBy.savedAt ?? undefined),
            })}
          </Alert>
        )}
        {refused && (
          <Alert
            variant="danger"
            title={texts('settings.refused')}
            closeLabel={texts('settings.discard')}
            onClose={forget}
          >
            {refused}
          </Alert>
        )}
        {ranking && (
          <Box background="neutral0" padding={4} hasRadius shadow="tableShadow">
            <Flex direction="column" alignItems="stretch" gap={2}>
              <Typography id="story-blocks-ranking">
                {texts('settings.ranking.progress', {
                  done: formatNumber(ranking.done),
                  total: formatNumber(ranking.total),
                })}
              </Typography>
              <Progress labelledBy="story-blocks-ranking" done={ranking.done} total={ranking.total} />
            </Flex>
          </Box>
        )}
      </Flex>
    </Box>
  );
}
