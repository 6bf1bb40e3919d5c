import { Button, Flex, Typography } from '@strapi/design-system';
import { useRef, useState } from 'react';
import type { Hold, HoldState } from '../../../../shared/src/holds.contract';
import { useTexts } from '../../texts';
import { HoldDialog } from './HoldDialog';
import { HoldNow } from './HoldNow';
import { LiftDialog } from './LiftDialog';

interface Props {
  type: string;
  /** `null` before the story is saved. */
  documentId: string | null;
  title: string;
  hold: Hold | null;
  /** Time zone of the story's home site; IANA. */
  zone: string | null;
  canBeHeld: boolean;
  mayHold: boolean;
  /** Called once a hold was set or lifted. */
  onChange(): void;
}

const STATES = ['embargo', 'withheld', 'canceled'] as const;

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
      {hold ? <HoldNow type={type} hold={hold} mayHold={mayHold} onTried={onChange} /> : null}
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
