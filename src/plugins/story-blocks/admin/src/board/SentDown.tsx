import { ArrowUp } from '@strapi/icons';
import { WishPanel, type WishPanelProps } from './WishPanel';

/** Stories that were sent down, each with the way back. */
export const SentDown = (props: WishPanelProps) => (
  <WishPanel {...props} name="sentDown" wishes={props.board.sentDown} kind="bringBack" icon={<ArrowUp />} />
);
