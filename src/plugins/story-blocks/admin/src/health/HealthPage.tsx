import { Alert, Box, Button, Flex } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { ADMIN_ACTIONS } from '../../../shared/src/ids';
import { Needs } from '../access/Needs';
import { usePermission } from '../access/usePermission';
import { useTexts } from '../texts';
import { BlockProblems } from './BlockProblems';
import { DeadPins } from './DeadPins';
import { FailedEmbargoes } from './FailedEmbargoes';
import { FailedStories } from './FailedStories';
import { Figures } from './Figures';
import { Models } from './Models';
import { RunCard } from './RunCard';
import { Troubles } from './Troubles';
import { useHealth } from './useHealth';

function Health() {
  const texts = useTexts();
  const health = useHealth();
  const mayMend = usePermission(ADMIN_ACTIONS.rebuild) === true;
  const { report, hasFailed, load } = health;
  if (!report) {
    if (!hasFailed) return <Page.Loading />;
    return (
      <Page.Main>
        <Page.Title>{texts('health.title')}</Page.Title>
        <Page.Error action={<Button onClick={() => void load()}>{texts('health.again')}</Button>} />
      </Page.Main>
    );
  }
  return (
    <Page.Main>
      <Page.Title>{texts('health.title')}</Page.Title>
      <Layouts.Header title={texts('health.title')} subtitle={texts('health.subtitle')} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          {hasFailed && (
            <Alert
              variant="warning"
              title={texts('health.outdated')}
              closeLabel={texts('health.again')}
              onClose={() => void load()}
            >
              {texts('health.unreachable')}
            </Alert>
          )}
          <Figures report={report} />
          <FailedEmbargoes embargoes={report.embargoes} />
          <Troubles troubles={report.troubles} health={health} mayMend={mayMend} />
          <FailedStories health={health} failed={report.failed} mayMend={mayMend} />
          <DeadPins deadPins={report.deadPins} />
          <RunCard pass="rebuild" run={report.runs.rebuild} health={health} mayMend={mayMend} />
          <RunCard
            pass="reconcile"
            run={report.runs.reconcile}
            own={report.reconciled}
            health={health}
            mayMend={mayMend}
          />
          <Models models={report.models} />
          <BlockProblems problems={report.blocks} />
          <Box paddingBottom={6} />
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

export default function HealthPage() {
  return (
    <Needs action={ADMIN_ACTIONS.upkeep} permission="permission.upkeep" title="health.title">
      <Health />
    </Needs>
  );
}
