import { Box, Button, Field, Flex, Modal, Typography } from '@strapi/design-system';
import { useTexts } from '../../texts';
import { EmbargoFields } from './EmbargoFields';
import { ReceiptView } from './ReceiptView';
import { StandingView } from './StandingView';
import { type HoldTarget, useHold } from './useHold';

interface Props extends HoldTarget {
  title: string;
  /** Time zone of the story's home site; IANA. */
  zone: string | null;
  onHeld(): void;
  onClose(): void;
}

/** Says where a story stands now, holds it, and shows that it has left each of them. */
export const HoldDialog = ({ title, zone, onHeld, onClose, ...target }: Props) => {
  const texts = useTexts();
  const { state } = target;
  const hold = useHold(target, zone, onHeld);
  const { step, standing, problem } = hold;
  const isDone = step === 'held';
  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && step !== 'holding' && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={texts('story.close')}>
          <Modal.Title>{texts(isDone ? `story.done.${state}` : `story.ask.${state}`)}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            {title ? (
              <Typography variant="delta" tag="p" dir="auto" style={{ overflowWrap: 'anywhere' }}>
                {title}
              </Typography>
            ) : null}
            {isDone && hold.receipt ? (
              <ReceiptView receipt={hold.receipt} asked={hold.asked} onAskAgain={hold.askPagesAgain} />
            ) : (
              <>
                <Typography>{texts(`story.about.${state}`)}</Typography>
                {state === 'embargo' ? <EmbargoFields embargo={hold.embargo} onChange={hold.setEmbargo} /> : null}
                <Field.Root name="note" hint={texts('story.note.hint')}>
                  <Field.Label>{texts('story.note')}</Field.Label>
                  <Field.Input
                    value={hold.note}
                    maxLength={2000}
                    onChange={(event: { target: { value: string } }) => hold.setNote(event.target.value)}
                  />
                  <Field.Hint />
                </Field.Root>
                <StandingView standing={standing} />
              </>
            )}
            {isDone && !hold.receipt ? <Typography>{texts('story.receipt.none')}</Typography> : null}
          </Flex>
        </Modal.Body>
        {/* Below what scrolls: under a long list of pages nobody would see it. */}
        <Box role="alert" background="danger100" paddingLeft={7} paddingRight={7}>
          {problem ? (
            <Box paddingTop={3} paddingBottom={3}>
              <Typography textColor="danger700">{problem}</Typography>
            </Box>
          ) : null}
        </Box>
        <Modal.Footer>
          {isDone ? (
            <Flex justifyContent="flex-end" width="100%">
              <Button onClick={onClose}>{texts('story.close')}</Button>
            </Flex>
          ) : (
            <>
              <Button variant="tertiary" onClick={onClose} disabled={step === 'holding'}>
                {texts('story.cancel')}
              </Button>
              <Button
                variant={state === 'canceled' ? 'danger' : 'default'}
                // Nobody holds a story before he was told where it stands, or that this cannot be found out.
                disabled={standing === 'loading'}
                loading={step === 'holding'}
                onClick={hold.confirm}
              >
                {texts(`story.confirm.${state}`)}
              </Button>
            </>
          )}
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
