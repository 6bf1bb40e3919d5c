import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import { Eye } from '@strapi/icons';
import type { MouseEvent, RefObject } from 'react';
import { useTexts } from '../texts';
import type { HideRow } from './build-rows';
import { focusAfter } from './focus-after';
import { RowButton } from './RowButton';
import { SmallTag, StoryHeadline, useTitle } from './StoryText';
import type { Step } from './will-changes';

interface Props {
  hides: readonly HideRow[];
  mayChange: boolean;
  onStep(step: Step): void;
  fallbackRef: RefObject<HTMLElement>;
}

/** Stories that are kept from the links: here, or from those of every story. */
export const HiddenList = ({ hides, mayChange, onStep, fallbackRef }: Props) => {
  const texts = useTexts();
  const titleOf = useTitle();
  if (hides.length === 0) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography tag="h3" variant="omega" fontWeight="bold" id="related-hidden">
        {texts('related.hidden.heading')}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3} aria-labelledby="related-hidden">
        {hides.map((hide) => {
          const { documentId, everywhere, scope } = hide;
          const title = titleOf(hide);
          const show = (event: MouseEvent<HTMLButtonElement>) => {
            onStep({ change: { kind: 'show', documentId }, scope, title });
            focusAfter(event, ['show'], () => fallbackRef.current);
          };
          return (
            <Flex tag="li" key={`${scope} ${documentId}`} data-row gap={2} alignItems="flex-start">
              <Flex direction="column" alignItems="flex-start" gap={1} flex="1" minWidth={0}>
                <StoryHeadline story={hide} />
                {scope === 'all' || (everywhere && !mayChange) || hide.absence ? (
                  <Flex tag="ul" gap={1} wrap="wrap">
                    {scope === 'all' ? <SmallTag>{texts('related.allLanguages')}</SmallTag> : null}
                    {everywhere && !mayChange ? <SmallTag>{texts('related.hidden.everywhere')}</SmallTag> : null}
                    {hide.absence === 'deleted' ? (
                      <SmallTag tone="danger">{texts('related.absence.deleted')}</SmallTag>
                    ) : null}
                  </Flex>
                ) : null}
                {mayChange && scope === 'here' && hide.absence !== 'deleted' ? (
                  <Checkbox
                    checked={everywhere}
                    aria-label={texts('related.hidden.everywhereOf', { title })}
                    onCheckedChange={(checked) =>
                      onStep({ change: { kind: 'hide', documentId, everywhere: checked === true }, scope, title })
                    }
                  >
                    <Typography variant="pi">{texts('related.hidden.everywhere')}</Typography>
                  </Checkbox>
                ) : null}
              </Flex>
              {mayChange ? (
                <Box>
                  <RowButton act="show" label={texts('related.show', { title })} onClick={show}>
                    <Eye />
                  </RowButton>
                </Box>
              ) : null}
            </Flex>
          );
        })}
      </Flex>
    </Flex>
  );
};
