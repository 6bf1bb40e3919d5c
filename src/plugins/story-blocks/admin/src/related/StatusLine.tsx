import { Flex, TextButton, Typography } from '@strapi/design-system';
import { forwardRef } from 'react';
import { useIntl } from 'react-intl';
import { useTexts } from '../texts';
import type { WillState } from './useWill';

type Done = NonNullable<WillState['done']>;

/** What a change did, in words; read out as it changes. */
function useDoneText(): (done: Done) => string {
  const texts = useTexts();
  const { formatDate } = useIntl();
  return ({ change: { change, title }, after }) => {
    switch (change.kind) {
      case 'move': {
        const at = after.pins.findIndex(({ documentId }) => documentId === change.documentId);
        return texts('related.done.move', { title, place: at + 1, count: after.pins.length });
      }
      case 'until':
        return change.until
          ? texts('related.done.until', {
              title,
              date: formatDate(change.until, { dateStyle: 'medium', timeStyle: 'short' }),
            })
          : texts('related.done.endless', { title });
      case 'hide':
        return texts(change.everywhere ? 'related.done.hideEverywhere' : 'related.done.hide', { title });
      case 'self':
        return texts(change.hidden ? 'related.done.selfHidden' : 'related.done.selfShown');
      default:
        return texts(`related.done.${change.kind}`, { title });
    }
  };
}

/**
 * What was done last, with its undo. The line is always there, so that nothing jumps when it has something to say; the
 * button takes the focus where the one that was pressed is gone.
 */
export const StatusLine = forwardRef<HTMLButtonElement, { will: WillState }>(({ will }, ref) => {
  const texts = useTexts();
  const told = useDoneText();
  const { done, failure } = will;
  const refused = failure === null ? null : failure || texts('related.noAnswer');
  return (
    <Flex direction="column" alignItems="flex-start" gap={1} minHeight="4.4rem">
      <Typography
        tag="p"
        role="status"
        variant="pi"
        textColor={refused === null ? 'neutral700' : 'danger600'}
        style={{ overflowWrap: 'anywhere' }}
      >
        {refused === null
          ? done
            ? told(done)
            : texts('related.immediate')
          : texts('related.refused', { reason: refused })}
      </Typography>
      {will.canUndo && refused === null ? (
        <TextButton ref={ref} onClick={will.undo}>
          {texts('related.undo')}
        </TextButton>
      ) : null}
    </Flex>
  );
});
StatusLine.displayName = 'StatusLine';
