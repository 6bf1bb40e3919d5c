import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Lock } from '@strapi/icons';
import { useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import type { Hold, HoldState } from '../../../../shared/src/holds.contract';
import { useTexts } from '../../texts';
import { HoldDialog } from './HoldDialog';
import { LiftDialog } from './LiftDialog';

interface Props {
  type: string;
  /** `null` before the story is saved. */
  documentId: string | null;
  title: string;
  hold: Hold | null;
  /** Of the site where the story lives; IANA. */
  zone: string | null;
  canBeHeld: boolean;
  mayHold: boolean;
  /** Called once a hold was set or lifted. */
  onChange(): void;
}

const STATES = ['embargo', 'withheld', 'canceled'] as const;

const HoldNow = ({ hold }: { hold: Hold }) => {
  const texts = useTexts();
  const { formatDate } = useIntl();
  const until = hold.until ? formatDate(hold.until, { dateStyle: 'full', timeStyle: 'short' }) : null;
  return (
    <Flex gap={2} alignItems="flex-start" background="danger100" padding={3} hasRadius role="status">
      {/* Beside a long line it would shrink to a dot. */}
      <Box flex="none" paddingTop="2px" aria-hidden>
        <Lock fill="danger700" />
      </Box>
      <Flex direction="column" alignItems="stretch" gap={1}>
        <Typography fontWeight="bold" textColor="danger700">
          {texts(`story.held.${hold.state}`)}
        </Typography>
        {until ? (
          <Typography variant="pi" textColor="neutral800">
            {texts(hold.thenPublish ? 'story.held.untilThen' : 'story.held.until', { until })}
          </Typography>
        ) : null}
        {hold.note ? (
          <Typography variant="pi" textColor="neutral800" dir="auto" style={{ overflowWrap: 'anywhere' }}>
            {hold.note}
          </Typography>
        ) : null}
      </Flex>
    </Flex>
  );
};

/** Embargo, withhold, kill; and lift. */
export const HoldSection = ({ type, documentId, title, hold, zone, canBeHeld, mayHold, onChange }: Props) => {
  const texts = useTexts();
  const [open, setOpen] = useState<HoldState | 'lift' | null>(null);
  const headingRef = useRef<HTMLHeadingElement>(null);
  const close = () => {
    setOpen(null);
    // The button that was pressed may be gone: whoever works by keyboard goes on from the heading.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) headingRef.current?.focus();
    });
  };
  const reason = !mayHold
    ? texts('story.hold.mayNot')
    : !canBeHeld
      ? texts('story.hold.cannot')
      : documentId
        ? null
        : texts('story.hold.unsaved');
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography tag="h3" variant="omega" fontWeight="bold" ref={headingRef} tabIndex={-1}>
        {texts('story.hold')}
      </Typography>
      {hold ? <HoldNow hold={hold} /> : null}
      {reason === null && documentId ? (
        <>
          {hold ? (
            <Button variant="secondary" fullWidth onClick={() => setOpen('lift')}>
              {texts('story.lift')}
            </Button>
          ) : (
            <Typography variant="pi" textColor="neutral600">
              {texts('story.hold.about')}
            </Typography>
          )}
          <Flex gap={2} wrap="wrap">
            {STATES.filter((state) => state === 'embargo' || state !== hold?.state).map((state) => (
              <Button
                key={state}
                variant={state === 'canceled' ? 'danger-light' : 'tertiary'}
                size="S"
                onClick={() => setOpen(state)}
              >
                {texts(hold?.state === state ? 'story.hold.change' : `story.hold.${state}`)}
              </Button>
            ))}
          </Flex>
          {open && open !== 'lift' ? (
            <HoldDialog
              type={type}
              documentId={documentId}
              title={title}
              state={open}
              zone={zone}
              onHeld={onChange}
              onClose={close}
            />
          ) : null}
          {open === 'lift' ? (
            <LiftDialog type={type} documentId={documentId} title={title} onLifted={onChange} onClose={close} />
          ) : null}
        </>
      ) : (
        <Typography variant="pi" textColor="neutral600">
          {reason}
        </Typography>
      )}
    </Flex>
  );
};
