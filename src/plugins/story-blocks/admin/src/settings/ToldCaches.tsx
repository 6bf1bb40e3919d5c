import { Badge, Box, Flex, Link, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import { DELIVERY_ROUTES } from '../../../shared/src/settings.contract';
import { usePermission } from '../access/usePermission';
import { useRequest } from '../data/useRequest';
import { useTexts } from '../texts';
import { AddCache } from './AddCache';
import { shownOf } from './edits';
import { SettingsSection } from './SettingsSection';
import type { SettingsState } from './useSettings';
import { useWebhooksApi, WEBHOOK_ACTIONS, type Webhook } from './webhooks.api';

function WebhookList({ webhooks }: { webhooks: Webhook[] }) {
  const texts = useTexts();
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
      {webhooks.map(({ id, name, url, isEnabled }) => (
        <Flex tag="li" key={id} gap={3} wrap="wrap">
          <Link tag={NavLink} to={`/settings/webhooks/${id}`}>
            {name}
          </Link>
          <Typography textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
            {url}
          </Typography>
          <Badge size="S" {...(isEnabled ? { variant: 'success' } : { variant: 'neutral', textColor: 'neutral800' })}>
            {texts(isEnabled ? 'settings.told.on' : 'settings.told.off')}
          </Badge>
        </Flex>
      ))}
    </Flex>
  );
}

/** A warning where shared caches may keep answers; a remark where they may not. */
function NobodyIsTold({ isShared }: { isShared: boolean }) {
  const texts = useTexts();
  const background = isShared ? 'warning100' : 'neutral100';
  return (
    <Flex gap={3} padding={4} alignItems="flex-start" background={background} hasRadius>
      {isShared && <WarningCircle fill="warning600" aria-hidden />}
      <Box flex="1">
        <Typography fontWeight="bold" textColor="neutral800" tag="p">
          {texts('settings.told.none')}
        </Typography>
        <Typography textColor="neutral800">
          {texts(isShared ? 'settings.told.none.shared' : 'settings.told.none.text')}
        </Typography>
      </Box>
    </Flex>
  );
}

/** Which caches are told of changes, by Strapi's webhooks, and the way to tell another. */
export function ToldCaches({ state: { answer, edits } }: { state: SettingsState }) {
  const texts = useTexts();
  const api = useWebhooksApi();
  const mayRead = usePermission(WEBHOOK_ACTIONS.read);
  const mayCreate = usePermission(WEBHOOK_ACTIONS.create);
  const { data, hasFailed, reload } = useRequest(mayRead ? api.listening : null);
  const found = hasFailed ? null : data;
  if (!answer) return null;
  const isShared = DELIVERY_ROUTES.some(
    (route) => Number(shownOf(answer, edits, `delivery.${route}.sharedMaxAge`).value) > 0
  );
  const nobodyIsTold = found !== null && !found.some(({ isEnabled }) => isEnabled);
  return (
    <SettingsSection title={texts('settings.told')} subtitle={texts('settings.told.hint')}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Box aria-live="polite">
          {mayRead === false && <Typography>{texts('settings.told.unreadable')}</Typography>}
          {hasFailed && <Typography>{texts('settings.told.failed')}</Typography>}
          {nobodyIsTold && <NobodyIsTold isShared={isShared} />}
          {found !== null && found.length > 0 && <WebhookList webhooks={found} />}
        </Box>
        {mayCreate && <AddCache onAdded={() => void reload()} />}
      </Flex>
    </SettingsSection>
  );
}
