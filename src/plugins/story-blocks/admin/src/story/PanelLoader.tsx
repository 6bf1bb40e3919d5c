import { Box, Loader } from '@strapi/design-system';
import { useTexts } from '../texts';

/** Where the panel keeps its place while it loads. */
export const PanelLoader = () => {
  const texts = useTexts();
  return (
    <Box minHeight="24rem" width="100%">
      <Loader small>{texts('story.loading')}</Loader>
    </Box>
  );
};
