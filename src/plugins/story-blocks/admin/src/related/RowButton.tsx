import { IconButton } from '@strapi/design-system';
import type { ComponentProps } from 'react';

type Props = Omit<ComponentProps<typeof IconButton<'button'>>, 'size' | 'variant'> & {
  /** Names what it does: the focus goes to the same button of the next row. */
  act: string;
};

/** One thing that can be done with a story of the panel. */
export const RowButton = ({ act, ...rest }: Props) => <IconButton size="S" variant="ghost" data-act={act} {...rest} />;
