import { Box, Button, Flex, Loader, Modal, Typography } from '@strapi/design-system';
import { ArrowClockwise, Eye } from '@strapi/icons';
import { useCallback } from 'react';
import { useRequest } from '../../data/useRequest';
import { useTexts } from '../../texts';
import { useStoryApi } from '../story.api';
import { PageView } from './PageView';

interface Props {
  type: string;
  /** `null` before the story is saved. */
  documentId: string | null;
  locale: string | null;
  isModified: boolean;
}

const PageOfDraft = ({ type, documentId, locale }: { type: string; documentId: string; locale: string | null }) => {
  const texts = useTexts();
  const api = useStoryApi();
  const ask = useCallback(() => api.page(type, documentId, locale), [api, type, documentId, locale]);
  const { data, isLoading, hasFailed, reload } = useRequest(ask);

  if (isLoading) {
    return (
      <Flex justifyContent="center" minHeight="40rem">
        <Loader>{texts('story.page.loading')}</Loader>
      </Flex>
    );
  }
  if (hasFailed || !data) {
    return (
      <Flex direction="column" alignItems="flex-start" gap={3} minHeight="40rem" role="alert">
        <Typography textColor="danger600">{texts('story.page.failed')}</Typography>
        <Button variant="tertiary" startIcon={<ArrowClockwise />} onClick={() => void reload()}>
          {texts('story.again')}
        </Button>
      </Flex>
    );
  }
  return (
    // Nothing in it can be focused, and whoever works by keyboard scrolls it.
    <Box tabIndex={0} role="region" aria-label={texts('story.page.title')}>
      <PageView page={data} />
    </Box>
  );
};

/** A button that opens the whole page, block by block, as it is made of the saved draft. */
export const PagePreview = ({ documentId, isModified, ...of }: Props) => {
  const texts = useTexts();
  const note = documentId ? (isModified ? texts('story.page.modified') : null) : texts('story.page.unsaved');
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <Modal.Root>
        <Modal.Trigger>
          <Button
            variant="secondary"
            fullWidth
            startIcon={<Eye />}
            disabled={!documentId}
            // Buttons have the height of one line, and this column is narrow.
            style={{ height: 'auto', minHeight: '3.2rem', paddingBlock: '4px' }}
          >
            {texts('story.page.open')}
          </Button>
        </Modal.Trigger>
        <Modal.Content>
          <Modal.Header closeLabel={texts('story.close')}>
            <Modal.Title>{texts('story.page.title')}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Box paddingBottom={4}>
              <Typography textColor="neutral600">
                {texts(isModified ? 'story.page.modified' : 'story.page.about')}
              </Typography>
            </Box>
            {documentId ? <PageOfDraft documentId={documentId} {...of} /> : null}
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
      {note ? (
        <Typography variant="pi" textColor="neutral600">
          {note}
        </Typography>
      ) : null}
    </Flex>
  );
};
