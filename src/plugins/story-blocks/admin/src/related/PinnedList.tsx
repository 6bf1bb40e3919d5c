import { Box, Flex, Typography } from '@strapi/design-system';
import { type DragEvent, type RefObject, useState } from 'react';
import { useTexts } from '../texts';
import type { PinRow } from './build-rows';
import { PinnedStory } from './PinnedStory';
import { useTitle } from './StoryText';
import type { Step } from './will-changes';

interface Props {
  pins: readonly PinRow[];
  mayChange: boolean;
  onStep(step: Step): void;
  /** Where the focus goes when the row that had it is gone. */
  fallbackRef: RefObject<HTMLElement>;
}

/** Pinned stories in their order, to be dragged or moved by button. */
export const PinnedList = ({ pins, mayChange, onStep, fallbackRef }: Props) => {
  const texts = useTexts();
  const titleOf = useTitle();
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const own = pins.filter(({ scope }) => scope === 'here');
  const from = own.findIndex(({ documentId }) => documentId === dragged);

  const drop = (event: DragEvent, to: number) => {
    event.preventDefault();
    const pin = own[from];
    setDragged(null);
    setOver(null);
    if (!pin || to === from) return;
    onStep({
      change: { kind: 'move', documentId: pin.documentId, to },
      scope: 'here',
      title: titleOf(pin),
    });
  };
  const dragging = (at: number, { documentId, scope }: PinRow) =>
    mayChange && scope === 'here'
      ? {
          draggable: true,
          onDragStart: (event: DragEvent) => {
            event.dataTransfer.effectAllowed = 'move';
            event.dataTransfer.setData('text/plain', documentId);
            setDragged(documentId);
          },
          onDragOver: (event: DragEvent) => {
            if (from < 0) return;
            event.preventDefault();
            setOver(at);
          },
          onDrop: (event: DragEvent) => drop(event, at),
          onDragEnd: () => {
            setDragged(null);
            setOver(null);
          },
        }
      : {};

  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography tag="h3" variant="omega" fontWeight="bold" id="related-pinned">
        {texts('related.pinned.heading')}
      </Typography>
      {pins.length === 0 ? (
        <Typography variant="pi" textColor="neutral600">
          {texts('related.pinned.none')}
        </Typography>
      ) : (
        <Flex tag="ol" direction="column" alignItems="stretch" aria-labelledby="related-pinned">
          {pins.map((pin, at) => {
            const isTarget = from >= 0 && over === at && at !== from;
            return (
              <Box
                tag="li"
                key={`${pin.scope} ${pin.documentId}`}
                data-row
                paddingTop={2}
                paddingBottom={2}
                borderStyle="solid"
                // A border at each end, or the rows would jump while one is dragged over them.
                borderWidth="2px 0"
                borderColor="transparent"
                style={
                  isTarget ? { [from < at ? 'borderBlockEndColor' : 'borderBlockStartColor']: 'currentColor' } : {}
                }
                {...dragging(at, pin)}
              >
                <PinnedStory
                  pin={pin}
                  at={at}
                  count={own.length}
                  mayChange={mayChange}
                  onStep={onStep}
                  fallbackRef={fallbackRef}
                />
              </Box>
            );
          })}
        </Flex>
      )}
    </Flex>
  );
};
