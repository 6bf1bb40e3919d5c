import { Box, Button, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import type { EntryRef, PlaceCandidate } from '../../../shared/src/places.contract';
import type { RecognisedPlace } from '../../../shared/src/recognise.contract';
import { useTexts } from '../texts';
import { Fact } from './Fact';

interface Props {
  place: RecognisedPlace;
  chosen: EntryRef | null;
  onChoose(documentId: string): void;
  /** `null` for those who may not make places. */
  onCreate: ((candidate: PlaceCandidate) => void) | null;
  isResolved: boolean;
}

/** A place of the line: its entry, a choice of them, or a button that makes one. */
export const PlaceFact = ({ place, chosen, onChoose, onCreate, isResolved }: Props) => {
  const texts = useTexts();
  const { entries, candidates, city, qualifier } = place;
  const written = [city, qualifier].filter(Boolean).join(', ');
  const isKnown = chosen !== null;
  const status =
    isKnown || isResolved ? { isGood: isKnown, status: texts(isKnown ? 'place.known' : 'place.unknown') } : {};
  return (
    <Fact term={texts('read.place')} value={chosen?.label ?? written} {...status}>
      {entries.length > 1 ? (
        <Box paddingTop={2}>
          <SingleSelect
            size="S"
            aria-label={texts('place.which', { city })}
            value={chosen?.documentId}
            onChange={(value) => onChoose(String(value))}
          >
            {entries.map(({ documentId, label }) => (
              <SingleSelectOption key={documentId} value={documentId}>
                {label}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Box>
      ) : null}
      {!isKnown && candidates.length > 0 && !onCreate ? (
        <Typography variant="pi" textColor="neutral600">
          {texts('place.mayNotCreate')}
        </Typography>
      ) : null}
      {!isKnown && onCreate ? (
        <Flex direction="column" alignItems="stretch" gap={1} paddingTop={2}>
          {candidates.map((candidate) => (
            <Button
              key={candidate.label}
              variant="secondary"
              size="S"
              startIcon={<Plus />}
              // Buttons have the height of one line, and this column is narrow.
              style={{ height: 'auto', minHeight: '3.2rem', paddingBlock: '4px' }}
              onClick={() => onCreate(candidate)}
            >
              {texts('place.create', { label: candidate.label })}
            </Button>
          ))}
        </Flex>
      ) : null}
    </Fact>
  );
};
