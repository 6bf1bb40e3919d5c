import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  subtitle: string;
  action?: ReactNode;
  children?: ReactNode;
}

/** One subject of the page: what it is, what can be done about it, what there is. */
export function HealthSection({ title, subtitle, action, children }: Props) {
  return (
    <Box tag="section" background="neutral0" padding={6} hasRadius shadow="tableShadow">
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
        <Flex direction="column" alignItems="stretch" gap={1} flex="1" minWidth="280px">
          <Typography variant="delta" tag="h2">
            {title}
          </Typography>
          <Typography textColor="neutral600">{subtitle}</Typography>
        </Flex>
        {action}
      </Flex>
      {children && <Box paddingTop={4}>{children}</Box>}
    </Box>
  );
}
