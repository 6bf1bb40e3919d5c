import { Box, Flex } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Clock, Cross, Drag, EyeStriked } from '@strapi/icons';
import { type MouseEvent, type RefObject, useState } from 'react';
import { useIntl } from 'react-intl';
import { useTexts } from '../texts';
import type { PinRow } from './build-rows';
import { focusAfter } from './focus-after';
import { PinEnd } from './PinEnd';
import { RowButton } from './RowButton';
import { SmallTag, StoryHeadline, StoryMeta, useTitle } from './StoryText';
import type { Change, Step } from './will-changes';

interface Props {
  pin: PinRow;
  at: number;
  /** Pins that can be moved. */
  count: number;
  mayChange: boolean;
  onStep(step: Step): void;
  fallbackRef: RefObject<HTMLElement>;
}

/** An arrow that leads nowhere keeps its place, and is no grey box among the others. */
const NO_BUTTON = { background: 'none', borderColor: 'transparent', opacity: 0.4 };

/** What readers miss, and why. */
function useAbsence(): (row: Pick<PinRow, 'absence' | 'hold' | 'until'>) => string | null {
  const texts = useTexts();
  const { formatDate } = useIntl();
  return ({ absence, hold, until }) => {
    if (!absence) return null;
    const date = (value: string) => formatDate(value, { dateStyle: 'medium', timeStyle: 'short' });
    if (absence === 'expired' && until) return texts('related.absence.expired', { date: date(until) });
    if (absence === 'held' && hold) {
      return hold.until
        ? texts('related.absence.held.embargo', { date: date(hold.until) })
        : texts(`related.absence.held.${hold.state}`);
    }
    return texts(`related.absence.${absence}`);
  };
}

/** One pin: the story, whether readers see it, how long, and what can be done with it. */
export const PinnedStory = ({ pin, at, count, mayChange, onStep, fallbackRef }: Props) => {
  const texts = useTexts();
  const { formatDate } = useIntl();
  const absence = useAbsence()(pin);
  const [isEnding, setIsEnding] = useState(false);
  const { documentId, until, scope, link } = pin;
  const title = useTitle()(pin);
  const isOwn = scope === 'here';
  const isGone = pin.absence === 'deleted' || pin.absence === 'expired';

  const step = (change: Change, where: Step['scope'] = scope) => onStep({ change, scope: where, title });
  const move = (to: number, acts: string[]) => (event: MouseEvent<HTMLButtonElement>) => {
    step({ kind: 'move', documentId, to });
    focusAfter(event, acts, () => fallbackRef.current);
  };
  const leave = (change: Change, act: string, where?: Step['scope']) => (event: MouseEvent<HTMLButtonElement>) => {
    step(change, where);
    focusAfter(event, [act], () => fallbackRef.current);
  };

  const close = (event: MouseEvent<HTMLButtonElement>) => {
    setIsEnding(false);
    focusAfter(event, ['end'], () => fallbackRef.current);
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <Flex gap={2} alignItems="flex-start">
        {mayChange && isOwn ? (
          <Box paddingTop={1} aria-hidden style={{ cursor: 'grab' }}>
            <Drag fill="neutral500" width="1.2rem" height="1.2rem" />
          </Box>
        ) : null}
        <Flex direction="column" alignItems="flex-start" gap={1} flex="1" minWidth={0}>
          <StoryHeadline story={pin} />
          <StoryMeta lines={[link?.kicker, link?.dateline]} locale={link?.locale ?? pin.locale} />
          <Flex tag="ul" gap={1} wrap="wrap" aria-label={texts('related.reasons')}>
            {absence ? (
              <SmallTag tone={isGone ? 'danger' : 'warning'}>{absence}</SmallTag>
            ) : (
              <SmallTag tone="primary">{texts('related.reason.pinned.plain')}</SmallTag>
            )}
            {until && pin.absence !== 'expired' ? (
              <SmallTag>
                {texts('related.until', { date: formatDate(until, { dateStyle: 'medium', timeStyle: 'short' }) })}
              </SmallTag>
            ) : null}
            {isOwn ? null : <SmallTag>{texts('related.allLanguages')}</SmallTag>}
          </Flex>
        </Flex>
      </Flex>
      {mayChange ? (
        // Five of them are just as wide as the column is on a small screen.
        <Flex wrap="wrap">
          {isOwn && count > 1 ? (
            <>
              <RowButton
                act="up"
                label={texts('related.moveUp', { title })}
                disabled={at === 0}
                style={at === 0 ? NO_BUTTON : undefined}
                onClick={move(at - 1, ['up', 'down'])}
              >
                <ArrowUp />
              </RowButton>
              <RowButton
                act="down"
                label={texts('related.moveDown', { title })}
                disabled={at >= count - 1}
                style={at >= count - 1 ? NO_BUTTON : undefined}
                onClick={move(at + 1, ['down', 'up'])}
              >
                <ArrowDown />
              </RowButton>
            </>
          ) : null}
          {isOwn && pin.absence !== 'deleted' ? (
            <RowButton
              act="end"
              label={texts('related.end.of', { title })}
              aria-expanded={isEnding}
              onClick={() => setIsEnding(!isEnding)}
            >
              <Clock />
            </RowButton>
          ) : null}
          <RowButton
            act="unpin"
            label={texts('related.unpin', { title })}
            onClick={leave({ kind: 'unpin', documentId }, 'unpin')}
          >
            <Cross />
          </RowButton>
          {pin.absence === 'deleted' ? null : (
            <RowButton
              act="hide"
              label={texts('related.hide', { title })}
              onClick={leave({ kind: 'hide', documentId, everywhere: false }, 'hide', 'here')}
            >
              <EyeStriked />
            </RowButton>
          )}
        </Flex>
      ) : null}
      {isEnding && isOwn ? (
        <PinEnd
          title={title}
          until={until}
          onClose={close}
          onSet={(event, end) => {
            close(event);
            step({ kind: 'until', documentId, until: end });
          }}
        />
      ) : null}
    </Flex>
  );
};
