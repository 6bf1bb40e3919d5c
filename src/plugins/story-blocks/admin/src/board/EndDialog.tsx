import { Button, DateTimePicker, Field, Flex, Modal, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { BoardStory } from '../../../shared/src/board.contract';
import { useWords } from './useWords';

interface Props {
  story: BoardStory;
  onClose(): void;
  onSave(until: string | null): void;
}

const HOUR_MS = 3_600_000;

/** Ends that newsrooms mean most: some hours, tonight, tomorrow morning. */
function usualEnds(now: Date) {
  const at = (days: number, hour: number) =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour, 0, 0);
  return [
    ['hour', new Date(now.getTime() + HOUR_MS)],
    ['threeHours', new Date(now.getTime() + 3 * HOUR_MS)],
    ['midnight', at(1, 0)],
    ['morning', at(1, 6)],
  ] as const;
}

/** When a pin ends: a moment to come, or never. */
export const EndDialog = ({ story, onClose, onSave }: Props) => {
  const { texts, titled } = useWords();
  const { locale } = useIntl();
  const [end, setEnd] = useState<Date | undefined>(story.until ? new Date(story.until) : undefined);
  const isOver = end !== undefined && end.getTime() <= Date.now();
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={texts('board.close')}>
          <Modal.Title>{texts('board.end.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography dir="auto" lang={story.locale ?? undefined} fontWeight="semiBold">
              {titled(story.title)}
            </Typography>
            <Typography textColor="neutral600">{texts('board.end.hint')}</Typography>
            <Flex gap={2} wrap="wrap">
              {usualEnds(new Date()).map(([name, instant]) => (
                <Button key={name} variant="tertiary" size="S" onClick={() => setEnd(instant)}>
                  {texts(`board.end.${name}`)}
                </Button>
              ))}
            </Flex>
            <Field.Root error={isOver ? texts('board.end.over') : undefined}>
              <Field.Label>{texts('board.end.at')}</Field.Label>
              <DateTimePicker
                locale={locale}
                value={end ?? null}
                onChange={setEnd}
                onClear={() => setEnd(undefined)}
                clearLabel={texts('board.end.clear')}
                dateLabel={texts('board.end.date')}
                timeLabel={texts('board.end.time')}
                minDate={new Date()}
              />
              <Field.Error />
            </Field.Root>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={() => onSave(null)}>
            {texts('board.end.never')}
          </Button>
          <Button disabled={!end || isOver} onClick={() => end && onSave(end.toISOString())}>
            {texts('board.end.save')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
