import { Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { ModelState } from '../../../shared/src/health.contract';
import { useTexts } from '../texts';
import { HealthSection } from './HealthSection';

const COLUMNS = ['language', 'stories', 'model', 'trainedOn', 'changed', 'links'] as const;

/** What the links of each language are made by. */
export function Models({ models }: { models: ModelState[] }) {
  const texts = useTexts();
  const { formatDate, formatDisplayName, formatNumber } = useIntl();
  const cellsOf = ({ locale, stories, state, trainedOn, changedAt, links }: ModelState): string[] => [
    (locale && formatDisplayName(locale, { type: 'language' })) || texts('health.model.noLanguage'),
    formatNumber(stories),
    texts(`health.model.${state}`),
    trainedOn === null ? '–' : formatNumber(trainedOn),
    changedAt === null ? '–' : formatDate(changedAt, { dateStyle: 'medium', timeStyle: 'short' }),
    formatNumber(links.total > 0 ? links.done / links.total : 1, { style: 'percent' }),
  ];
  return (
    <HealthSection title={texts('health.models')} subtitle={texts('health.models.hint')}>
      {models.length === 0 ? (
        <Typography>{texts('health.models.none')}</Typography>
      ) : (
        <Table colCount={COLUMNS.length} rowCount={models.length + 1}>
          <Thead>
            <Tr>
              {COLUMNS.map((column) => (
                <Th key={column}>
                  <Typography variant="sigma">{texts(`health.column.${column}`)}</Typography>
                </Th>
              ))}
            </Tr>
          </Thead>
          <Tbody>
            {models.map((model) => (
              <Tr key={model.locale}>
                {cellsOf(model).map((cell, at) => (
                  <Td key={COLUMNS[at]}>
                    <Typography textColor="neutral800">{cell}</Typography>
                  </Td>
                ))}
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
    </HealthSection>
  );
}
