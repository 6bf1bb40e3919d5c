import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  hint?: ReactNode;
  children: ReactNode;
}

/** A box beside the front, under its heading. */
export const Panel = ({ title, hint, children }: Props) => (
  <Box tag="section" aria-label={title} background="neutral0" hasRadius shadow="tableShadow" padding={4}>
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Box>
        <Typography tag="h2" variant="delta">
          {title}
        </Typography>
        {hint ? (
          <Typography variant="pi" textColor="neutral600" tag="p">
            {hint}
          </Typography>
        ) : null}
      </Box>
      {children}
    </Flex>
  </Box>
);
