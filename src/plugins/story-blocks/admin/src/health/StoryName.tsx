import { Box, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import { editAddress } from '../stories/edit-address';
import { useTexts } from '../texts';

interface Props {
  story: { type: string; documentId: string; locale: string; title: string | null };
}

/** `*` stands for all languages of a story. */
const ALL = '*';

/** A story by its headline, which leads to it; without one where the administrator may not read it. */
export function StoryName({ story: { type, documentId, locale, title } }: Props) {
  const texts = useTexts();
  const { formatDisplayName } = useIntl();
  const language = locale === ALL ? '' : locale;
  return (
    <Box maxWidth="420px">
      {title === null ? (
        <Typography textColor="neutral600">{texts('health.hidden')}</Typography>
      ) : (
        <Link tag={NavLink} to={editAddress(type, documentId, language)}>
          <Typography dir="auto" lang={language || undefined} tag="span" style={{ whiteSpace: 'normal' }}>
            {title}
          </Typography>
        </Link>
      )}
      <Typography variant="pi" textColor="neutral600" tag="p">
        {locale === ALL ? texts('health.allLanguages') : locale && formatDisplayName(locale, { type: 'language' })}
      </Typography>
    </Box>
  );
}
