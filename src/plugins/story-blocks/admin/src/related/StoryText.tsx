import { Box, Flex, Typography } from '@strapi/design-system';
import { useHref } from 'react-router-dom';
import { styled } from 'styled-components';
import type { Reason } from '../../../shared/src/pages.contract';
import { editAddress } from '../stories/edit-address';
import { useTexts } from '../texts';
import type { KnownStory } from './build-rows';
import { useReasons } from './useReasons';

const Headline = styled(Typography)`
  text-decoration: none;
  overflow-wrap: anywhere;

  &:hover,
  &:focus-visible {
    text-decoration: underline;
  }
`;

type Named = Pick<KnownStory, 'documentId' | 'type' | 'title' | 'locale'> & Partial<Pick<KnownStory, 'absence'>>;

/** A story's headline, or what stands for it where the editor cannot read it. */
export function useTitle(): (story: Pick<Named, 'title' | 'absence'>) => string {
  const texts = useTexts();
  return ({ title, absence }) => title ?? texts(absence === 'deleted' ? 'related.deleted' : 'related.unreadable');
}

/** A story's headline in its own language and direction; it opens the story beside this one. */
export const StoryHeadline = ({ story }: { story: Named }) => {
  const titleOf = useTitle();
  const { documentId, type, title, locale } = story;
  const href = useHref(editAddress(type, documentId, locale));
  if (title === null) {
    return (
      <Typography textColor="neutral600" tag="p">
        {titleOf(story)}
      </Typography>
    );
  }
  return (
    <Box width="100%" dir="auto" lang={locale ?? undefined}>
      <Headline tag="a" href={href} target="_blank" rel="noreferrer" fontWeight="semiBold" textColor="neutral800">
        {title}
      </Headline>
    </Box>
  );
};

/** The dash of a dateline leads into a text that does not follow here. */
const withoutDash = (line: string) => line.replace(/(?<!\s)\s*[—–]\s*$/, '');

/** Kicker and dateline, small. */
export const StoryMeta = ({ lines, locale }: { lines: (string | null | undefined)[]; locale: string | null }) => {
  const shown = lines.filter((line): line is string => Boolean(line));
  if (shown.length === 0) return null;
  return (
    <Typography
      tag="p"
      variant="pi"
      textColor="neutral600"
      dir="auto"
      lang={locale ?? undefined}
      style={{ overflowWrap: 'anywhere', width: '100%' }}
    >
      {shown.map(withoutDash).join(' · ')}
    </Typography>
  );
};

type TagTone = 'neutral' | 'primary' | 'warning' | 'danger';
const TONES = {
  neutral: { background: 'neutral150', textColor: 'neutral700' },
  primary: { background: 'primary100', textColor: 'primary700' },
  warning: { background: 'warning100', textColor: 'warning700' },
  danger: { background: 'danger100', textColor: 'danger700' },
} as const;

export const SmallTag = ({ children, tone = 'neutral' }: { children: string; tone?: TagTone }) => {
  const { background, textColor } = TONES[tone];
  return (
    <Box tag="li" background={background} hasRadius paddingLeft={2} paddingRight={2} style={{ maxWidth: '100%' }}>
      <Typography variant="pi" textColor={textColor} style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Typography>
    </Box>
  );
};

/** Why a link stands there, a tag a reason. */
export const ReasonTags = ({ reasons }: { reasons: readonly Reason[] }) => {
  const texts = useTexts();
  const told = useReasons();
  if (reasons.length === 0) return null;
  return (
    <Flex tag="ul" gap={1} wrap="wrap" aria-label={texts('related.reasons')}>
      {reasons.map((reason) => {
        const text = told(reason);
        return <SmallTag key={text}>{text}</SmallTag>;
      })}
    </Flex>
  );
};
