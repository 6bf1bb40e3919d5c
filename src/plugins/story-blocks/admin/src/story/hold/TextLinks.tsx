import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useHref } from 'react-router-dom';
import type { Receipt, TextLink } from '../../../../shared/src/holds.contract';
import { editAddress } from '../../stories/edit-address';
import { useTexts } from '../../texts';
import { languageProps } from '../direction';

const Row = ({ link: { type, documentId, title, locale } }: { link: TextLink }) => {
  const texts = useTexts();
  const { formatDisplayName } = useIntl();
  const href = useHref(editAddress(type, documentId, locale));
  return (
    <Box tag="li">
      <Typography
        tag="a"
        href={href}
        target="_blank"
        rel="noreferrer"
        textColor="primary600"
        style={{ overflowWrap: 'anywhere' }}
      >
        <bdi {...languageProps(locale)}>{title || texts('story.headline.none')}</bdi>
      </Typography>
      {locale ? (
        <Typography variant="pi" tag="p" textColor="neutral600">
          {formatDisplayName(locale, { type: 'language' })}
        </Typography>
      ) : null}
    </Box>
  );
};

/** Stories whose text leads to the one that is held: no hold takes that out, so each opens where it is edited. */
export const TextLinks = ({ textLinks }: { textLinks: Receipt['textLinks'] }) => {
  const texts = useTexts();
  const { total, exact, named } = textLinks;
  if (total === 0) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography tag="h3" variant="delta">
        {texts('story.textLinks')}
      </Typography>
      <Typography>{texts(exact ? 'story.textLinks.count' : 'story.textLinks.atMost', { count: total })}</Typography>
      {named.length > 0 ? (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
          {named.map((link) => (
            <Row key={`${link.documentId} ${link.locale}`} link={link} />
          ))}
        </Flex>
      ) : null}
      {named.length < total ? (
        <Typography textColor="neutral600">{texts('story.textLinks.more', { count: total - named.length })}</Typography>
      ) : null}
    </Flex>
  );
};
