import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Clock, WarningCircle } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { HealthReport } from '../../../shared/src/health.contract';
import { useTexts } from '../texts';

type Tone = 'good' | 'busy' | 'bad';

const SIGNS = {
  good: <CheckCircle aria-hidden fill="success600" />,
  busy: <Clock aria-hidden fill="neutral500" />,
  bad: <WarningCircle aria-hidden fill="danger600" />,
};

interface Figure {
  label: string;
  value: string;
  note: string;
  tone: Tone;
}

function FigureCard({ label, value, note, tone }: Figure) {
  return (
    <Box background="neutral0" padding={4} hasRadius shadow="tableShadow">
      <Typography tag="dt" variant="sigma" textColor="neutral600">
        {label}
      </Typography>
      <Box tag="dd" marginLeft={0} paddingTop={1}>
        <Typography variant="alpha" tag="p">
          {value}
        </Typography>
        <Flex gap={2} alignItems="flex-start" paddingTop={1}>
          <Box paddingTop="2px">{SIGNS[tone]}</Box>
          <Typography variant="pi" textColor="neutral600">
            {note}
          </Typography>
        </Flex>
      </Box>
    </Box>
  );
}

/** The counts that tell at a glance whether all is well. */
export function Figures({ report }: { report: HealthReport }) {
  const texts = useTexts();
  const { formatNumber } = useIntl();
  const { cards, published, filling, waiting, failed, stale, ranking, deadPins, generation, holds } = report;
  const failing = failed.length + report.embargoes.length + report.troubles.total;
  const queued = Math.max(0, waiting - failed.length) + stale;
  const cardsTone: Tone = cards === published ? 'good' : filling ? 'busy' : 'bad';
  const figures: Figure[] = [
    {
      label: texts('health.cards'),
      value: texts('health.cards.value', { cards: formatNumber(cards), published: formatNumber(published) }),
      note: texts(cardsTone === 'good' ? 'health.cards.good' : filling ? 'health.cards.filling' : 'health.cards.bad'),
      tone: cardsTone,
    },
    {
      label: texts('health.waiting'),
      value: formatNumber(queued),
      note: texts(queued > 0 ? 'health.waiting.some' : 'health.waiting.none'),
      tone: queued > 0 ? 'busy' : 'good',
    },
    {
      label: texts('health.failed'),
      value: formatNumber(failing),
      note: texts(failing > 0 ? 'health.failed.some' : 'health.failed.none'),
      tone: failing > 0 ? 'bad' : 'good',
    },
    {
      label: texts('health.links'),
      value: ranking
        ? formatNumber(ranking.done / ranking.total, { style: 'percent' })
        : formatNumber(1, { style: 'percent' }),
      note: ranking
        ? texts('health.links.some', { done: formatNumber(ranking.done), total: formatNumber(ranking.total) })
        : texts('health.links.all'),
      tone: ranking ? 'busy' : 'good',
    },
    {
      label: texts('health.deadPins'),
      value: formatNumber(deadPins.total),
      note: texts(deadPins.total > 0 ? 'health.deadPins.some' : 'health.deadPins.none'),
      tone: deadPins.total > 0 ? 'bad' : 'good',
    },
    {
      label: texts('health.generation'),
      value: formatNumber(generation),
      note: texts('health.generation.hint', { holds }),
      tone: 'good',
    },
  ];
  return (
    <Box
      tag="dl"
      aria-label={texts('health.figures')}
      style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(240px, 1fr))', gap: '16px', margin: 0 }}
    >
      {figures.map((figure) => (
        <FigureCard key={figure.label} {...figure} />
      ))}
    </Box>
  );
}
