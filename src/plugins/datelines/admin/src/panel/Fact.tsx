import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, WarningCircle } from '@strapi/icons';
import type { ReactNode } from 'react';

interface Props {
  term: string;
  value: string;
  /** What there is to say of it; the sign before it repeats it for the eye. */
  status?: string;
  isGood?: boolean;
  children?: ReactNode;
}

/** One part of a line: what it is, what it says, which entry it means. */
export const Fact = ({ term, value, status, isGood, children }: Props) => (
  <Box>
    <Typography tag="dt" variant="pi" textColor="neutral600">
      {term}
    </Typography>
    <Box tag="dd" marginLeft={0}>
      <Typography fontWeight="semiBold" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
        {value}
      </Typography>
      {status ? (
        <Flex gap={1} alignItems="flex-start" paddingTop={1}>
          <Box paddingTop="1px" aria-hidden>
            {isGood ? <CheckCircle fill="success600" /> : <WarningCircle fill="warning600" />}
          </Box>
          <Typography variant="pi" textColor="neutral700">
            {status}
          </Typography>
        </Flex>
      ) : null}
      {children}
    </Box>
  </Box>
);
