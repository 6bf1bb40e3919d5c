import { Box, Flex, Typography } from '@strapi/design-system';
import type { DeskAddressLink } from '../../../shared/src/desk-related.contract';
import { useTexts } from '../texts';
import { ReasonTags } from './StoryText';

interface Props {
  links: readonly DeskAddressLink[];
  /** What editors read over the field of a story's own links; null where there is none. */
  field: string | null;
}

/** Links that are no stories: the story's own, and topics' pages. They are changed where they are written. */
export const AddressList = ({ links, field }: Props) => {
  const texts = useTexts();
  const list = (kind: DeskAddressLink['kind'], hint: string) => {
    const of = links.filter((link) => link.kind === kind);
    if (of.length === 0) return null;
    const id = `related-${kind}`;
    return (
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography tag="h3" variant="omega" fontWeight="bold" id={id}>
          {texts(`related.${kind}.heading`)}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          {hint}
        </Typography>
        <Flex tag="ul" direction="column" alignItems="stretch" gap={3} aria-labelledby={id}>
          {of.map((link) => (
            <Flex tag="li" key={`${link.title} ${link.url}`} direction="column" alignItems="flex-start" gap={1}>
              <Box width="100%" dir="auto">
                <Typography fontWeight="semiBold" style={{ overflowWrap: 'anywhere' }}>
                  {link.title}
                </Typography>
              </Box>
              <ReasonTags reasons={link.shown ? link.reasons : [...link.reasons, { type: 'below' }]} />
            </Flex>
          ))}
        </Flex>
      </Flex>
    );
  };
  return (
    <>
      {list('external', field ? texts('related.external.hint', { field }) : texts('related.external.plain'))}
      {list('landing', texts('related.landing.hint'))}
    </>
  );
};
