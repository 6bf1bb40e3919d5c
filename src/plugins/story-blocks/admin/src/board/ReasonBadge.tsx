import { Badge, type BadgeProps } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { BoardReason } from '../../../shared/src/board.contract';

/** The design system's own pairs for these are too faint in one of its themes. */
const COLOURS: Record<BoardReason, Pick<BadgeProps, 'backgroundColor' | 'textColor'>> = {
  pinned: { backgroundColor: 'primary100', textColor: 'primary700' },
  newest: { backgroundColor: 'neutral150', textColor: 'neutral800' },
  sentDown: { backgroundColor: 'warning100', textColor: 'neutral800' },
};

interface Props {
  reason: BoardReason;
  size?: BadgeProps['size'];
  children: ReactNode;
}

/** Why a story stands where it does. */
export const ReasonBadge = ({ reason, size, children }: Props) => (
  <Badge size={size} {...COLOURS[reason]}>
    {children}
  </Badge>
);
