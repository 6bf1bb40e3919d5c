import { Typography, type TypographyProps } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import { editAddress } from '../stories/edit-address';
import { useWords } from './useWords';

interface Props {
  story: { documentId: string; type: string | null; locale?: string | null; title: string | null };
  variant?: TypographyProps['variant'];
  /** A heading takes its direction from what it stands in. */
  tag?: 'h3' | 'span';
}

/** A headline that leads to the story's edit view; one that may not be read leads nowhere. */
export const StoryLink = ({ story, variant, tag = 'span' }: Props) => {
  const { titled } = useWords();
  const { documentId, type, locale = null, title } = story;
  const text = (
    <Typography
      tag={tag}
      variant={variant}
      textColor={title === null ? 'neutral600' : 'neutral800'}
      dir={tag === 'span' ? 'auto' : undefined}
      lang={title === null ? undefined : (locale ?? undefined)}
      style={{ overflowWrap: 'anywhere', display: 'block' }}
    >
      {titled(title)}
    </Typography>
  );
  if (!type || title === null) return text;
  return (
    <RouterLink to={editAddress(type, documentId, locale)} style={{ textDecoration: 'none' }}>
      {text}
    </RouterLink>
  );
};
