import { Button, Dialog } from '@strapi/design-system';
import { useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useTexts } from '../../texts';
import { useStoryApi } from '../story.api';

interface Props {
  type: string;
  documentId: string;
  title: string;
  onLifted(): void;
  onClose(): void;
}

/** Asks before a hold is lifted. */
export const LiftDialog = ({ type, documentId, title, onLifted, onClose }: Props) => {
  const texts = useTexts();
  const api = useStoryApi();
  const { toggleNotification } = useNotification();
  const { formatAPIError } = useAPIErrorHandler();
  const [isBusy, setIsBusy] = useState(false);

  async function lift() {
    setIsBusy(true);
    try {
      await api.lift(type, documentId);
      toggleNotification({ type: 'success', message: texts('story.lifted') });
      onLifted();
      onClose();
    } catch (error) {
      toggleNotification({ type: 'danger', message: formatAPIError(error as Parameters<typeof formatAPIError>[0]) });
      setIsBusy(false);
    }
  }
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Content>
        <Dialog.Header>{texts('story.lift')}</Dialog.Header>
        <Dialog.Body>{texts('story.lift.about', { title })}</Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              {texts('story.cancel')}
            </Button>
          </Dialog.Cancel>
          <Button fullWidth loading={isBusy} onClick={lift}>
            {texts('story.lift')}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
};
