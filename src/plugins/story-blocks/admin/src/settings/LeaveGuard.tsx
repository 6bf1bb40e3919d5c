import { Dialog } from '@strapi/design-system';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { useBlocker } from 'react-router-dom';
import { useTexts } from '../texts';

/** Asks before a page with changes that are not saved is left. */
export function LeaveGuard({ hasChanges }: { hasChanges: boolean }) {
  const texts = useTexts();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => hasChanges && currentLocation.pathname !== nextLocation.pathname
  );
  if (blocker.state !== 'blocked') return null;
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && blocker.reset()}>
      <ConfirmDialog
        title={texts('settings.leave')}
        onConfirm={() => blocker.proceed()}
        onCancel={() => blocker.reset()}
      >
        {texts('settings.leave.text')}
      </ConfirmDialog>
    </Dialog.Root>
  );
}
