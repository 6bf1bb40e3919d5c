import { Box, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Regeneration } from '../../../shared/src/slugs.contract';
import { text } from '../texts';

const COLUMNS = ['title', 'locale', 'from', 'to', 'outcome'] as const;

/** What making slugs again would change, or changed. */
export function ReportTable({ report: { checked, counts, changes } }: { report: Regeneration }) {
  const { formatMessage } = useIntl();
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <Box>
      <Box paddingBottom={4} role="status">
        <Typography>
          {formatMessage(text('settings.checked'), { count: checked })}{' '}
          {total === 0 && formatMessage(text('settings.none'))}
        </Typography>
      </Box>
      {changes.length > 0 && (
        <Table colCount={COLUMNS.length} rowCount={changes.length + 1}>
          <Thead>
            <Tr>
              {COLUMNS.map((column) => (
                <Th key={column}>
                  <Typography variant="sigma">{formatMessage(text(`settings.column.${column}`))}</Typography>
                </Th>
              ))}
            </Tr>
          </Thead>
          <Tbody>
            {changes.map(({ contentType, documentId, locale, title, from, to, outcome }) => (
              <Tr key={`${contentType} ${documentId} ${locale}`}>
                {[title, locale ?? '', from, to, formatMessage(text(`settings.outcome.${outcome}`))].map((cell, at) => (
                  <Td key={COLUMNS[at]}>
                    <Typography ellipsis title={cell} tag="span" textColor="neutral800">
                      {cell}
                    </Typography>
                  </Td>
                ))}
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
      {total > changes.length && (
        <Box paddingTop={4}>
          <Typography>{formatMessage(text('settings.more'), { count: total - changes.length })}</Typography>
        </Box>
      )}
    </Box>
  );
}
