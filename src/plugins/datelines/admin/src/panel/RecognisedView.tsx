import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Recognised } from '../../../shared/src/recognise.contract';
import { useTexts } from '../texts';
import { Fact } from './Fact';
import { Findings } from './Findings';
import { PlaceFact } from './PlaceFact';
import type { DatelinePanelState } from './useDatelinePanel';

interface Props {
  recognised: Recognised;
  /** Whether the server has said which entries are meant. */
  isResolved: boolean;
  panel: DatelinePanelState;
  canCreatePlaces: boolean;
}

const WHOLE_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What was recognised, part by part, each with the entry that it means. */
export const RecognisedView = ({ recognised, isResolved, panel, canCreatePlaces }: Props) => {
  const texts = useTexts();
  const { formatDate } = useIntl();
  const { dateline, byline } = recognised;
  const day = dateline?.date ?? null;
  const isWhole = day !== null && WHOLE_DAY.test(day);
  const lines = [dateline?.text, byline?.text].filter(Boolean);
  const known = (is: boolean, yes: Parameters<typeof texts>[0], no: Parameters<typeof texts>[0]) =>
    isResolved ? { isGood: is, status: texts(is ? yes : no) } : {};
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography tag="h3" variant="omega" fontWeight="bold">
        {texts('read.heading')}
      </Typography>
      <Flex tag="dl" direction="column" alignItems="stretch" gap={3}>
        {dateline?.places.map((place, at) => (
          <PlaceFact
            // biome-ignore lint/suspicious/noArrayIndexKey: a line may name a city twice, and its places do not move
            key={at}
            place={place}
            chosen={panel.chosen[at] ?? null}
            onChoose={(id) => panel.choose(at, id)}
            onCreate={canCreatePlaces ? panel.createPlace : null}
            isResolved={isResolved}
          />
        ))}
        {dateline?.source ? (
          <Fact
            term={texts('read.source')}
            value={dateline.source.code}
            {...known(dateline.source.entries.length > 0, 'source.known', 'source.unknown')}
          />
        ) : null}
        {day ? (
          <Fact
            term={texts('read.date')}
            value={isWhole ? formatDate(day, { dateStyle: 'long', timeZone: 'UTC' }) : day}
            {...(isWhole ? {} : { isGood: false, status: texts('date.partial') })}
          />
        ) : null}
        {byline?.credits.map(({ name, location, authors }) => (
          <Fact
            key={`${name} ${location}`}
            term={texts('read.person')}
            value={location ? texts('read.inPlace', { name, place: location }) : name}
            {...known(authors.length > 0, 'author.known', 'author.unknown')}
          />
        ))}
        {byline?.label ? <Fact term={texts('read.label')} value={byline.label} /> : null}
        {lines.length > 0 ? <Fact term={texts('read.line')} value={lines.join('\n')} /> : null}
      </Flex>
      {recognised.findings.length > 0 ? <Findings findings={recognised.findings} /> : null}
    </Flex>
  );
};
