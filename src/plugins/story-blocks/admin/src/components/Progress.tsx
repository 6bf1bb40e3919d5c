import { ProgressBar } from '@strapi/design-system';
import { styled } from 'styled-components';

/** The design system's bar is made for dark ground: on a card, what is done would be the colour of the card. */
const Bar = styled(ProgressBar)`
  width: 100%;
  background-color: ${({ theme }) => theme.colors.neutral200};

  & > div {
    background-color: ${({ theme }) => theme.colors.primary600};
  }
`;

interface Props {
  done: number;
  total: number;
  /** Id of the words that say how far it is. */
  labelledBy: string;
}

/** How far something is, as a bar as wide as its place. */
export function Progress({ done, total, labelledBy }: Props) {
  const percent = total > 0 ? Math.round((100 * done) / total) : 0;
  return <Bar aria-labelledby={labelledBy} aria-valuenow={percent} value={percent} />;
}
