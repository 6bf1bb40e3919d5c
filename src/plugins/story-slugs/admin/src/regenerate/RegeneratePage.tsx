import { Alert, Box, Button, Checkbox, Dialog, Flex } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import * as React from 'react';
import { useIntl } from 'react-intl';
import { ADMIN_ACTIONS } from '../../../shared/src/ids';
import type { Regeneration } from '../../../shared/src/slugs.contract';
import { text } from '../texts';
import { ReportTable } from './ReportTable';
import { useRegenerateApi } from './regenerate.api';

const OPTIONS = ['published', 'chosen'] as const;

function Regenerate() {
  const { formatMessage } = useIntl();
  const api = useRegenerateApi();
  const [wish, setWish] = React.useState({ published: false, chosen: false });
  const [report, setReport] = React.useState<Regeneration | null>(null);
  const [isBusy, setIsBusy] = React.useState(false);
  const [hasFailed, setHasFailed] = React.useState(false);
  const count = report?.counts['would-change'] ?? 0;

  const ask = async (question: Promise<Regeneration>) => {
    setIsBusy(true);
    setHasFailed(false);
    try {
      setReport(await question);
    } catch {
      setHasFailed(true);
    }
    setIsBusy(false);
  };
  const choose = (option: (typeof OPTIONS)[number], checked: boolean) => {
    setWish({ ...wish, [option]: checked });
    // A report about something else must not be acted on.
    setReport(null);
  };

  return (
    <Page.Main>
      <Page.Title>{formatMessage(text('settings.title'))}</Page.Title>
      <Layouts.Header
        title={formatMessage(text('settings.title'))}
        subtitle={formatMessage(text('settings.subtitle'))}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <Box background="neutral0" padding={6} hasRadius shadow="filterShadow">
            <Flex direction="column" alignItems="flex-start" gap={4}>
              {OPTIONS.map((option) => (
                <Checkbox
                  key={option}
                  checked={wish[option]}
                  disabled={isBusy}
                  onCheckedChange={(checked) => choose(option, checked === true)}
                >
                  {formatMessage(text(`settings.${option}`))}
                </Checkbox>
              ))}
              <Flex gap={2}>
                <Button variant="secondary" loading={isBusy} onClick={() => ask(api.report(wish))}>
                  {formatMessage(text('settings.report'))}
                </Button>
                {count > 0 && (
                  <Dialog.Root>
                    <Dialog.Trigger>
                      <Button disabled={isBusy}>{formatMessage(text('settings.run'), { count })}</Button>
                    </Dialog.Trigger>
                    <Dialog.Content>
                      <Dialog.Header>{formatMessage(text('settings.title'))}</Dialog.Header>
                      <Dialog.Body>{formatMessage(text('settings.confirm'), { count })}</Dialog.Body>
                      <Dialog.Footer>
                        <Dialog.Cancel>
                          <Button variant="tertiary">{formatMessage(text('settings.cancel'))}</Button>
                        </Dialog.Cancel>
                        <Dialog.Action>
                          <Button onClick={() => ask(api.run(wish))}>
                            {formatMessage(text('settings.run'), { count })}
                          </Button>
                        </Dialog.Action>
                      </Dialog.Footer>
                    </Dialog.Content>
                  </Dialog.Root>
                )}
              </Flex>
            </Flex>
          </Box>
          {hasFailed && (
            <Alert
              variant="danger"
              closeLabel={formatMessage(text('settings.cancel'))}
              onClose={() => setHasFailed(false)}
            >
              {formatMessage(text('settings.error'))}
            </Alert>
          )}
          {report && <ReportTable report={report} />}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

export default function RegeneratePage() {
  return (
    <Page.Protect permissions={[{ action: ADMIN_ACTIONS.regenerate, subject: null }]}>
      <Regenerate />
    </Page.Protect>
  );
}
