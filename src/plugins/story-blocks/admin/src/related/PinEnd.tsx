import { Box, Button, DateTimePicker, Field, Flex } from '@strapi/design-system';
import { type MouseEvent, useState } from 'react';
import { useTexts } from '../texts';

interface Props {
  title: string;
  until: string | null;
  onSet(event: MouseEvent<HTMLButtonElement>, until: string | null): void;
  onClose(event: MouseEvent<HTMLButtonElement>): void;
}

const HOUR_MS = 3_600_000;
/** Tomorrow at the next full hour: an end that is neither over nor far. */
const suggested = () => new Date((Math.floor(Date.now() / HOUR_MS) + 25) * HOUR_MS);

/** When a pin ends, in the editor's own time zone. */
export const PinEnd = ({ title, until, onSet, onClose }: Props) => {
  const texts = useTexts();
  const [end, setEnd] = useState<Date>(() => (until ? new Date(until) : suggested()));
  const isOver = end.getTime() <= Date.now();
  return (
    <Box
      role="group"
      aria-label={texts('related.end.of', { title })}
      padding={2}
      background="neutral100"
      hasRadius
      width="100%"
    >
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Field.Root name="pin-end" error={isOver ? texts('related.end.over') : undefined}>
          <Field.Label>{texts('related.end.label')}</Field.Label>
          <DateTimePicker
            size="S"
            dateLabel={texts('related.end.date')}
            timeLabel={texts('related.end.time')}
            clearLabel={texts('related.end.clear')}
            step={15}
            value={end}
            onChange={(next) => next && setEnd(next)}
          />
          <Field.Error />
        </Field.Root>
        <Flex gap={2} wrap="wrap">
          <Button
            size="S"
            disabled={isOver}
            onClick={(event: MouseEvent<HTMLButtonElement>) => onSet(event, end.toISOString())}
          >
            {texts('related.end.set')}
          </Button>
          {until ? (
            <Button size="S" variant="tertiary" onClick={(event: MouseEvent<HTMLButtonElement>) => onSet(event, null)}>
              {texts('related.end.none')}
            </Button>
          ) : null}
          <Button size="S" variant="ghost" onClick={onClose}>
            {texts('related.end.cancel')}
          </Button>
        </Flex>
      </Flex>
    </Box>
  );
};
