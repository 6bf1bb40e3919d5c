import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  subtitle: string;
  children: ReactNode;
}

/** Settings that belong together, as many beside each other as there is room for. */
export function SettingsSection({ title, subtitle, children }: Props) {
  return (
    <Box tag="section" background="neutral0" padding={6} hasRadius shadow="tableShadow">
      <Flex direction="column" alignItems="stretch" gap={1} paddingBottom={5}>
        <Typography variant="delta" tag="h2">
          {title}
        </Typography>
        <Typography textColor="neutral600">{subtitle}</Typography>
      </Flex>
      {children}
    </Box>
  );
}

/** Fields in columns that fit the page. */
export const FieldGrid = ({ children }: { children: ReactNode }) => (
  <Box style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(300px, 1fr))', gap: '24px 32px' }}>
    {children}
  </Box>
);
