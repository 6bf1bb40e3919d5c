import { Box, Flex, Typography } from '@strapi/design-system';
import { Lock } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import type { Hold } from '../../../../shared/src/holds.contract';
import { editAddress } from '../../stories/edit-address';
import { useTexts } from '../../texts';
import { EndFailed } from './EndFailed';

interface Props {
  type: string;
  hold: Hold;
  mayHold: boolean;
  /** Called once it was tried again to end an embargo that is over. */
  onTried(): void;
}

/** The hold that lies on the story: which, until when, why, where it came from, and what keeps it from ending. */
export const HoldNow = ({ type, hold, mayHold, onTried }: Props) => {
  const texts = useTexts();
  const { formatDate } = useIntl();
  const until = hold.until ? formatDate(hold.until, { dateStyle: 'full', timeStyle: 'short' }) : null;
  const { failure, copiedFrom } = hold;
  const ends = failure ? 'story.held.ended' : hold.thenPublish ? 'story.held.untilThen' : 'story.held.until';
  return (
    <Flex gap={2} alignItems="flex-start" background="danger100" padding={3} hasRadius role="status">
      {/* Beside a long line it would shrink to a dot. */}
      <Box flex="none" paddingTop="2px" aria-hidden>
        <Lock fill="danger700" />
      </Box>
      <Flex direction="column" alignItems="stretch" gap={1} flex="1">
        <Typography fontWeight="bold" textColor="danger700">
          {texts(failure ? 'story.held.failed' : `story.held.${hold.state}`)}
        </Typography>
        {until ? (
          <Typography variant="pi" textColor="neutral800">
            {texts(ends, { until })}
          </Typography>
        ) : null}
        {failure ? (
          <EndFailed type={type} documentId={hold.documentId} failure={failure} mayHold={mayHold} onTried={onTried} />
        ) : null}
        {hold.note ? (
          <Typography variant="pi" textColor="neutral800" dir="auto" style={{ overflowWrap: 'anywhere' }}>
            {hold.note}
          </Typography>
        ) : null}
        {copiedFrom ? (
          <Typography variant="pi" textColor="neutral800">
            {texts('story.held.copied')}{' '}
            <NavLink to={editAddress(type, copiedFrom.documentId, '')}>
              <span dir="auto">{copiedFrom.title ?? copiedFrom.documentId}</span>
            </NavLink>
          </Typography>
        ) : null}
      </Flex>
    </Flex>
  );
};
